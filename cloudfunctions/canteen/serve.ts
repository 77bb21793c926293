import { decideServe, refuseScan, servingRefusal, toHandOver } from '@/domain/canteen/serving'
import { ordersOf, type Claim, type RefusedScan } from '@/domain/canteen/service'
import type { Refusal } from '@/domain/shared/refusal'
import { canteen } from '@/types/canteen'
import { again, decide } from '../kit/attempts'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { take } from '../kit/step'
import { idsOf } from '../kit/subject'
import { personOfCard } from '../residents/store'
import { guestsOf, lineOf } from './lines'
import { keep } from './record'
import { serviceFor, services } from './store'

/**
 * Hands an order over, once: found by its code, by the card of who eats, or by the name staff confirmed. Scanned without
 * a network it is provisional; of two such scans the earlier one counts, and the other is kept too.
 */
export const serve = procedure(canteen, 'serve', {
  load: async ({ centre, input: { service, order, card } }) => {
    const [priced, person] = await Promise.all([
      serviceFor(centre, service, { claims: order === undefined ? [] : [order] }),
      card === undefined ? null : personOfCard(centre, card),
    ])
    return { service: priced.service, person }
  },
  place: ({ loaded }) => found(loaded.service).path,
  concerns: ({ loaded, input }) =>
    loaded.person?._id ?? loaded.service?.claims[input.order ?? '']?.person ?? null,

  async run({ centre, caller, loaded, input, at }) {
    const { key, card, paidBy, scannedAt = null, nonce = null } = input
    if (input.order === undefined && card === undefined)
      fail('InvalidInput', { field: 'input.order' })
    const refuse = async (
      { code, data }: Refusal,
      whose?: Pick<Claim, 'person' | 'name'>,
    ): Promise<never> => {
      const facts = loaded.person?.facts
      const { person, name } = whose ?? { person: facts?.id ?? null, name: facts?.name ?? '' }
      const { name: by } = caller.person
      if (scannedAt !== null)
        await keepRefused(centre, input.service, {
          ...{ code, person, name, at: scannedAt, by, nonce, key, paidBy: paidBy ?? null },
        })
      return fail(code, data)
    }
    const asked = input.order === undefined ? undefined : loaded.service?.claims[input.order]
    const refusal = servingRefusal(found(loaded.service), { scannedAt, at })
    if (refusal) await refuse(refusal, asked)
    const orders =
      input.order !== undefined
        ? [input.order]
        : await ordersOfPerson(
            centre,
            input.service,
            loaded.person ?? (await refuse({ code: 'CardUnknown' })),
          )

    const { service, order, claim, twice } = await decide(async () => {
      const { service: read } = await serviceFor(centre, input.service, { claims: orders })
      const service = found(read)
      const order = repeated(service, orders, key) ?? toHandOver(service, orders)
      if (order === null) return refuse({ code: 'NoOrder' })
      const decision = decideServe(service, order, {
        ...{ key, paidBy, scannedAt, nonce, at },
        by: caller.person.id,
        byName: caller.person.name,
      })
      if (decision.outcome === 'refused') return refuse(decision.refusal, service.claims[order])
      const { claim } = decision
      if (decision.outcome === 'same') {
        const twice = service.twice.some((one) => one.order === order)
        return { service, order, claim, twice }
      }
      if (!(await take(services.of(centre), service._id, decision.step))) return again
      return { service, order, claim, twice: decision.twice }
    })
    const [guests] = await Promise.all([
      guestsOf(centre, [[order, claim]]),
      claim.owed && keep(service, order, claim),
    ])
    const line = lineOf(service, guests, [order, claim])
    return { line, provisional: scannedAt !== null, twice }
  },
})

/** What was handed out cannot be taken back: a scan without a network that fits no order stays with the meal. */
const keepRefused = (centre: string, service: string, scan: RefusedScan): Promise<void> =>
  decide(async () => {
    const step = refuseScan(found((await serviceFor(centre, service)).service), scan)
    return !step || (await take(services.of(centre), service, step)) ? undefined : again
  })

const ordersOfPerson = async (
  centre: string,
  service: string,
  { facts }: { facts: Parameters<typeof idsOf>[0] },
): Promise<string[]> => {
  const ids = idsOf(facts)
  const read = await serviceFor(centre, service, { persons: ids })
  return ordersOf(found(read.service).uses, ids)
}

/** The order this very tap handed over before: a repeat does not go on to the person's next one. */
const repeated = (
  { claims }: Pick<NonNullable<Awaited<ReturnType<typeof serviceFor>>['service']>, 'claims'>,
  orders: readonly string[],
  key: string,
): string | undefined => orders.find((order) => claims[order]?.handed?.key === key)
