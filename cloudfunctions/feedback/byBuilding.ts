import { gridOf } from '@/domain/feedback/place'
import { feedback } from '@/types/feedback'
import { command } from '../kit/cloud'
import { nodesOf } from '../kit/passport'
import { anywhere, procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { isLate } from './shown'
import { atAnyLevel, cases, type CaseDoc } from './store'

/** Nobody walks along more in a day; what is most urgent is among them. */
const mostWalked = 1000

const { roles } = feedback.procedures.byBuilding.may

/** Cases of one node after the other, each with what that is called in the latest of them. */
const byNode = (
  open: readonly CaseDoc[],
  nodeOf: (one: CaseDoc) => string,
  nameOf: (one: CaseDoc) => string,
): { node: string; name: string; of: CaseDoc[] }[] => {
  const groups = new Map<string, CaseDoc[]>()
  for (const one of open) {
    const group = groups.get(nodeOf(one))
    if (group) group.push(one)
    else groups.set(nodeOf(one), [one])
  }
  return [...groups]
    .map(([node, of]) => {
      const latest = of.reduce((last, one) => (one.at > last.at ? one : last))
      return { node, name: nameOf(latest), of }
    })
    .sort((one, other) => one.name.localeCompare(other.name, 'zh', { numeric: true }))
}

export const byBuilding = procedure(feedback, 'byBuilding', {
  place: () => anywhere,

  async run({ centre, caller, at }) {
    const found = await cases.of(centre).find({
      where: {
        ...{ path: command.in([...nodesOf(caller, roles, at)]), stage: 'active' },
        level: atAnyLevel,
      },
      order: [['due', 'asc']],
      limit: mostWalked,
      fields: {
        ...{ path: true, placeName: true, gridName: true, at: true },
        ...{ due: true, stage: true, sealed: true, aboutStaff: true },
      },
    })
    const mine = idsOf(caller.person)
    const open = found.filter(
      ({ sealed, aboutStaff }) => !sealed && !mine.some((id) => id === aboutStaff),
    )
    const grids = byNode(
      open,
      ({ path }) => gridOf(path),
      ({ gridName }) => gridName,
    )
    return {
      all: found.length < mostWalked,
      grids: grids.map(({ name, of: inGrid }) => ({
        name,
        places: byNode(
          inGrid,
          ({ path }) => path.at(-1) ?? '',
          ({ placeName }) => placeName,
        ).map(({ node, name: place, of }) => ({
          ...{ node, name: place, open: of.length },
          late: of.filter((one) => isLate(one, at)).length,
        })),
      })),
    }
  },
})
