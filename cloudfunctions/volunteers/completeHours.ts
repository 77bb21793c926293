import { monthsKept, monthsTogether, type Verdict } from '@/domain/volunteers/hours'
import { leaving } from '@/domain/volunteers/points'
import { dayOf, type Instant } from '@/types/shared/day'
import { again, decide, repeat } from '../kit/attempts'
import { command } from '../kit/cloud'
import { tell } from '../notices/outbox'
import { changePerson } from '../residents/records'
import { personNow } from '../residents/store'
import type { Facts } from '../kit/passport'
import { idsOf } from '../kit/subject'
import { release } from './enterForShift'
import { receivePoints } from './receivePoints'
import {
  balanceId,
  hoursBalances,
  hoursEntries,
  hoursLedger,
  pointsLedger,
  pointsLineId,
  type BalanceDoc,
} from './store'

/**
 * Copies what was born in a balance: to the ledger, to the entry's record, to the person's facts. Then it leaves the
 * balance. Safe to repeat and to cut off: nothing leaves before it is copied.
 */
export const completeHours = (centre: string, person: string, at: Instant): Promise<void> =>
  decide(async () => {
    const balance = await hoursBalances.of(centre).get(balanceId(centre, person))
    if (!balance?.owes) return
    const now = (await personNow(centre, person))?.facts ?? null
    for (const [entry, verdict] of Object.entries(balance.open))
      await copy(balance, now, entry, verdict)
    await copyMoves(balance)
    await writeMinutes(centre, person, at)
    const { _id, rev, open, moves } = balance
    const copied = [
      ...Object.keys(open).map((entry) => `open.${entry}`),
      ...leaving(moves, at).map((key) => `moves.${key}`),
    ].map((path) => [path, command.remove()] as const)
    const left = await hoursBalances
      .of(centre)
      .change(_id, { ...Object.fromEntries(copied), owes: false, rev: command.inc(1) }, { rev })
    return left ? undefined : again
  })

/** Points that were moved; what goes to another balance is born there before it leaves this one. */
const copyMoves = async ({ centre, person, moves = {} }: BalanceDoc): Promise<void> => {
  for (const [key, { to, ...move }] of Object.entries(moves))
    if (to !== null) await receivePoints(centre, person, key, { ...move, to })
  await pointsLedger.of(centre).insertAll(
    Object.entries(moves).map(([key, { points, what, at, merged }]) => ({
      _id: pointsLineId(centre, person, key),
      centre,
      v: 1,
      person,
      points,
      what,
      at,
      ...(merged && { merged }),
    })),
  )
}

const copy = async (
  { centre, person }: BalanceDoc,
  now: Pick<Facts, 'id' | 'name'> | null,
  entry: string,
  { verdict, minutes, points = 0, day, by, because, key, at }: Verdict,
): Promise<void> => {
  if (verdict === 'confirmed')
    await hoursLedger.of(centre).insert({ _id: entry, centre, v: 1, person, day, minutes, by, at })
  await repeat(() =>
    hoursEntries.of(centre).change(
      entry,
      {
        ...{ state: verdict, decidedBy: key, secondPerson: by, because },
        // What came in at the moment it was confirmed is not in it.
        ...(verdict === 'confirmed' && { minutes }),
      },
      { state: 'proposed' },
    ),
  )
  const decided = await hoursEntries
    .of(centre)
    .get(entry, { what: true, shift: true, corrects: true })
  if (points !== 0)
    await pointsLedger.of(centre).insert({
      _id: pointsLineId(centre, person, entry),
      centre,
      v: 1,
      person,
      points,
      what: decided?.what ?? '',
      at,
    })
  if (verdict === 'refused' && decided?.shift && !decided.corrects)
    await release(centre, { shift: decided.shift, entry })
  // A correction that came to nothing changes nothing for anybody.
  if (!now || !decided || (verdict === 'refused' && decided.corrects)) return
  const refused = {
    event: 'hoursRefused' as const,
    data: { title: decided.what, because: because ?? '' },
  }
  const confirmed = {
    event: 'hoursConfirmed' as const,
    data: { title: decided.what, startsAt: at },
  }
  await tell(centre, [
    {
      ...(verdict === 'refused' ? refused : confirmed),
      person: now,
      thing: null,
      key: entry,
      due: at + newsMs,
    },
  ])
}

/** Nobody waits for it, but it should not come out of the blue. */
const newsMs = 3 * 24 * 60 * 60_000

/**
 * Write-through: the person's facts, and the passports that copy them, say the months of all their balances. False when
 * they did already.
 */
export const writeMinutes = async (centre: string, id: string, at: Instant): Promise<boolean> => {
  const person = await personNow(centre, id)
  if (!person) return false
  const ids = idsOf(person.facts)
  const balances = await hoursBalances.of(centre).find({
    where: { _id: command.in(ids.map((one) => balanceId(centre, one))) },
    limit: ids.length,
    fields: { months: true },
  })
  const minutes = monthsKept(monthsTogether(balances.map(({ months }) => months ?? {})), dayOf(at))
  if (JSON.stringify(minutes) === JSON.stringify(sorted(person.facts.minutes ?? {}))) return false
  await changePerson(centre, person, (record) => ({
    ...record,
    facts: { ...record.facts, minutes },
  }))
  return true
}

const sorted = (months: Readonly<Record<string, number>>): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(months).sort(([one], [other]) => (one < other ? -1 : 1)))
