import { feedback } from '@/types/feedback'
import { command } from '../kit/cloud'
import { nodesOf } from '../kit/passport'
import { anywhere, procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { nodes as nodesIn } from '../residents/store'
import { isLate } from './shown'
import { cases, type CaseDoc } from './store'

/** Nobody walks along more in a day; what is most urgent is among them. */
const mostWalked = 1000

const { roles } = feedback.procedures.byBuilding.may

const gridDepth = 3

export const byBuilding = procedure(feedback, 'byBuilding', {
  place: () => anywhere,

  async run({ centre, caller, at }) {
    const found = await Promise.all(
      nodesOf(caller, roles, at).map((path) =>
        cases.of(centre).find({
          where: { path, stage: 'active' },
          order: [['due', 'asc']],
          limit: mostWalked,
          fields: {
            path: true,
            placeName: true,
            due: true,
            stage: true,
            sealed: true,
            aboutStaff: true,
          },
        }),
      ),
    )
    const mine = idsOf(caller.person)
    const open = new Map(
      found
        .flat()
        .filter(({ sealed, aboutStaff }) => !sealed && !mine.some((id) => id === aboutStaff))
        .map((one) => [one._id, one]),
    )
    const places = new Map<string, { name: string; grid: string; of: CaseDoc[] }>()
    for (const one of open.values()) {
      const node = one.path.at(-1) ?? ''
      const known = places.get(node)
      if (known) known.of.push(one)
      else
        places.set(node, {
          name: one.placeName,
          grid: one.path.slice(0, gridDepth).at(-1) ?? '',
          of: [one],
        })
    }
    const gridIds = [...new Set([...places.values()].map(({ grid }) => grid))]
    const grids =
      gridIds.length === 0
        ? []
        : await nodesIn.of(centre).find({
            where: { _id: command.in(gridIds) },
            limit: gridIds.length,
            fields: { label: true },
          })
    return {
      all: found.every((cases) => cases.length < mostWalked),
      grids: grids
        .map(({ _id, label }) => ({
          name: label,
          places: [...places]
            .filter(([, { grid }]) => grid === _id)
            .map(([node, { name, of }]) => ({
              ...{ node, name, open: of.length },
              late: of.filter((one) => isLate(one, at)).length,
            }))
            .sort((one, other) => one.name.localeCompare(other.name, 'zh', { numeric: true })),
        }))
        .sort((one, other) => one.name.localeCompare(other.name, 'zh', { numeric: true })),
    }
  },
})
