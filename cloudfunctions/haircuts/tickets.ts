import { aheadOf } from '@/domain/haircuts/session'
import type { Ticket } from '@/types/haircuts'
import { dayOf, instantOf, type Instant } from '@/types/shared/day'
import { command } from '../kit/cloud'
import type { Facts, Passport } from '../kit/passport'
import { idsOf } from '../kit/subject'
import { ticketOf } from './show'
import { haircutSessions, sessionFields, whole, wholeSession, type SessionDoc } from './store'

/** The caller and those they act for. */
export const familyOf = ({ person, dependants }: Passport): Facts[] => [
  person,
  ...Object.values(dependants),
]

/** Numbers of some people, soonest first: of today and after, and those kept for a date that is still to come. */
export const ticketsOf = async (
  caller: Passport,
  family: readonly Facts[],
  at: Instant,
): Promise<Ticket[]> => {
  const { centre } = caller
  const ids = family.flatMap(idsOf)
  const { documents } = await haircutSessions.of(centre).page({
    where: ids.flatMap((person) => [
      { people: person, endsAt: command.gt(instantOf(dayOf(at))) },
      { people: person, keeps: true, endsAt: command.gt(0) },
    ]),
    by: ['endsAt', 'asc'],
    fields: { ...sessionFields(...ids), numbers: true },
  })
  const tickets: Ticket[] = []
  for (const session of documents.map(whole)) {
    const ahead = await aheadOn(session, at)
    for (const { name, ...facts } of family)
      for (const id of idsOf({ name, ...facts })) {
        const claim = session.claims[id]
        // A number that is kept elsewhere is shown there.
        if (claim && claim.keptIn === null)
          tickets.push(ticketOf(session, { id, name }, claim, caller, ahead.get(id) ?? null))
      }
  }
  return tickets
}

const nobody: ReadonlyMap<string, number> = new Map()

/** The queue of the day; it takes the whole session, so it is asked for on the day only. */
const aheadOn = async (session: SessionDoc, at: Instant): Promise<ReadonlyMap<string, number>> => {
  if (session.day !== dayOf(at) || session.state === 'calledOff') return nobody
  const queue = await wholeSession(session.centre, session._id)
  return queue ? aheadOf(queue, at) : nobody
}
