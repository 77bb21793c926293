import { cannotOrder } from '@/domain/errands/order'
import { firstDay } from '@/domain/errands/when'
import type { ErrandOrderer } from '@/types/errands'
import type { Instant } from '@/types/shared/day'
import { command } from '../kit/cloud'
import type { Facts } from '../kit/passport'
import { people } from '../residents/store'
import type { KindDoc } from './store'

/** For each person what of the menu they cannot order, and why. */
export const orderersOf = async (
  centre: string,
  kinds: readonly KindDoc[],
  family: readonly Facts[],
  at: Instant,
): Promise<Omit<ErrandOrderer, 'self'>[]> => {
  if (family.length === 0) return []
  const records = await people.of(centre).find({
    where: { _id: command.in(family.map(({ id }) => id)) },
    limit: family.length,
    fields: { homeName: true },
  })
  const homes = new Map(records.map(({ _id, homeName }) => [_id, homeName]))
  return family.map((member) => {
    const homeName = homes.get(member.id) ?? null
    return {
      id: member.id,
      name: member.name,
      homeName,
      cannot: kinds.flatMap((kind) => {
        const refusal = cannotOrder(kind, { ...member, homeName }, firstDay(at))
        if (!refusal) return []
        const { fromAge } = refusal.data ?? {}
        const data: Record<string, number> = typeof fromAge === 'number' ? { fromAge } : {}
        return [{ kind: kind._id, code: refusal.code, data }]
      }),
    }
  })
}

/** What can be ordered at all. */
export const onOffer = (kinds: readonly KindDoc[]): KindDoc[] =>
  kinds.filter(({ retired }) => !retired)
