import { surveys as contract } from '@/types/surveys'
import { anywhere, procedure } from '../kit/procedure'
import { inOrder } from '../residents/nodeOrder'
import { nodes } from '../residents/store'
import { doorNodes } from './doors'
import { versionFor } from './give'
import { headOf, publishedOne } from './show'
import { headFields, surveys, versionId, versions } from './store'

/** More buildings than a community has. */
const mostBuildings = 300

/** All that is needed at doors, so that it can be read before there is no network. */
export const door = procedure(contract, 'door', {
  load: ({ centre, input }) =>
    surveys
      .of(centre)
      .get(input.survey, { ...headFields, draft: true })
      .then(publishedOne),
  place: () => anywhere,

  async run({ centre, caller, loaded, at }) {
    const { _id, version } = loaded
    const below = await doorNodes(loaded, caller, at)
    const [document, ...found] = await Promise.all([
      versions.of(centre).get(versionId(centre, _id, version)),
      ...below.map((path) =>
        nodes.of(centre).find({
          where: { path, kind: 'building' },
          limit: mostBuildings,
          fields: { kind: true, name: true, label: true },
        }),
      ),
    ])
    return {
      survey: headOf(loaded),
      questions: [...(await versionFor(loaded, version, document))],
      buildings: inOrder(found.flat()).map((node) => ({ id: node._id, label: node.label })),
    }
  },
})
