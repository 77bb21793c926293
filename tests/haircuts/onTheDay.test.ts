import { balanced } from '@/domain/haircuts/balance'
import { decideBooking } from '@/domain/haircuts/book'
import { cancel, type Outcome } from '@/domain/haircuts/cancel'
import { follow } from '@/domain/haircuts/change'
import {
  arrive,
  backInLine,
  callNext,
  close,
  finish,
  noShow,
  walkIn,
} from '@/domain/haircuts/onTheDay'
import { emptySession, numberOf, type Session } from '@/domain/haircuts/session'
import { instantOf } from '@/types/shared/day'
import { takeStep } from '../support/steps'

const day = '2026-12-16'
const at = (time: string) => instantOf(day, time)

let keys = 0
const newKey = () => `key-${++keys}`

/** Half past eight to half past ten, in slots of half an hour. */
const opened = (planned: number, walkInPercent = 0): Session =>
  balanced(
    emptySession({
      day,
      startsAt: at('08:30'),
      endsAt: at('10:30'),
      opensAt: instantOf('2026-12-09', '08:00'),
      terms: { minutesPerCut: 10, slotMinutes: 30, planned, walkInPercent, priorityAge: 80 },
    }),
    at('08:00'),
  )

const booked = (session: Session, who: string, slot: number | null, wait = false): Session => {
  const person = { id: who, name: who, birthDate: '1960-01-01' }
  const tap = { key: newKey(), person, by: who, byName: null, slot, wait, at: at('08:00') }
  const decision = decideBooking(session, tap)
  if (decision.outcome !== 'claim') throw new Error(JSON.stringify(decision))
  const next = JSON.parse(JSON.stringify(session)) as Session
  expect(takeStep(next, JSON.parse(JSON.stringify(decision.step)))).toBe(true)
  return heard(next)
}

/** Everything owed was told. */
const heard = (session: Session): Session => ({
  ...session,
  claims: Object.fromEntries(
    Object.entries(session.claims).map(([who, claim]) => [who, { ...claim, owed: null }]),
  ),
})

const done = (outcome: Outcome): Session => {
  if (outcome.outcome !== 'changed') throw new Error(JSON.stringify(outcome))
  return outcome.session
}

const called = (session: Session, time: string) =>
  done(callNext(session, { key: newKey(), at: at(time) }))

const owed = ({ claims }: Session, event: string): string[] =>
  Object.keys(claims).filter((who) => claims[who]?.owed?.event === event)

const act = (who: string, time: string) => ({ key: newKey(), who, at: at(time) })

const coming = (who: string, time: string, elder = false) => ({
  ...act(who, time),
  name: who,
  birthDate: null,
  elder,
  by: 'staff',
  byName: '社工',
})

test('whoever is due and has at most two before them is told, once; nobody whose time has not come', () => {
  let session = opened(12)
  for (const who of ['a', 'b', 'c', 'd', 'e']) session = booked(session, who, who < 'c' ? 0 : 1)
  session = called(session, '08:30')
  // Of c, d and e the slot begins at nine: two of them are third and fourth in line, and not due.
  expect(owed(session, 'haircutTwoBefore')).toEqual(['b'])
  session = called(heard(session), '09:01')
  expect(session.claims.b?.state).toBe('called')
  expect(owed(session, 'haircutTwoBefore')).toEqual(['c', 'd', 'e'])
  expect(owed(called(heard(session), '09:02'), 'haircutTwoBefore')).toEqual([])
})

test('an elder who goes ahead, and somebody who cancels, leave nobody untold', () => {
  let session = opened(12, 30)
  for (const who of ['a', 'b']) session = booked(session, who, 0)
  for (const who of ['c', 'd', 'e', 'f']) session = booked(session, who, null)
  session = { ...session, claims: sameSlot(session) }
  session = heard(called(session, '08:30'))
  expect(untold(session)).toEqual(['e', 'f'])
  session = heard(done(walkIn(session, coming('dl_hx1', '08:31', true))))
  session = heard(called(session, '08:32'))
  expect(session.claims.dl_hx1?.state).toBe('called')
  expect(untold(session)).toEqual(['e', 'f'])
  // c goes: e is third now, and hears it although nobody was called.
  const without = done(cancel(session, { ...act('c', '08:33'), byName: null }))
  expect(owed(without, 'haircutTwoBefore')).toEqual(['e'])
})

test('who gets a place and is near at once hears first that they have one', () => {
  const session = booked(booked(opened(1), 'a', null), 'waits', null, true)
  const after = done(cancel(session, { ...act('a', '10:05'), byName: null }))
  expect(owed(after, 'haircutPromoted')).toEqual(['waits'])
  expect(after.claims.waits?.twoTold).toBe(false)
})

const sameSlot = ({ claims }: Session): Session['claims'] =>
  Object.fromEntries(Object.entries(claims).map(([who, claim]) => [who, { ...claim, slot: 0 }]))

const untold = ({ claims }: Session): string[] =>
  Object.keys(claims).filter((who) => claims[who]?.state === 'booked' && !claims[who].twoTold)

test('when nobody is left in line, who waits for a place hears that it gets near, and is called', () => {
  let session = opened(2)
  session = booked(booked(session, 'a', null), 'b', null)
  session = booked(booked(session, 'waits', null, true), 'waits too', null, true)
  session = called(session, '09:00')
  // b is still to come at ten: until then nobody goes ahead of them.
  expect(owed(session, 'haircutTwoBefore')).toEqual([])
  expect(callNext(session, { key: newKey(), at: at('09:10') })).toEqual({ outcome: 'same' })
  session = done(noShow(session, act('a', '09:11')))
  expect(owed(session, 'haircutTwoBefore')).toEqual(['waits'])
  session = done(noShow(called(session, '10:00'), act('b', '10:01')))
  const key = newKey()
  session = done(callNext(session, { key, at: at('10:02') }))
  expect(session.claims.waits).toMatchObject({
    state: 'called',
    owed: { event: 'haircutPromoted' },
  })
  expect(numberOf(session.numbers, 'waits', session.claims.waits!)).toBe(3)
  expect(session.waiting).toEqual(['waits too'])
  expect(callNext(session, { key, at: at('10:02') })).toEqual({ outcome: 'same' })
  session = called(done(finish(session, act('waits', '10:10'))), '10:11')
  expect(session.claims['waits too']?.state).toBe('called')
  expect(callNext(session, { key: newKey(), at: at('10:20') })).toEqual({ outcome: 'same' })
})

test('who was called in vain twice comes as anybody does; who may go back once takes no new number', () => {
  let session = booked(opened(8, 50), 'a', null)
  session = done(noShow(called(session, '08:30'), act('a', '08:31')))
  expect(walkIn(session, coming('a', '08:40'))).toMatchObject({
    refusal: { code: 'AlreadyBooked' },
  })
  session = done(backInLine(session, act('a', '08:40')))
  session = done(noShow(called(session, '08:41'), act('a', '08:42')))
  expect(backInLine(session, act('a', '08:50'))).toMatchObject({ refusal: { code: 'OnceOnly' } })
  // Also who once got an old number back: that one was called.
  const first = { ...session.claims.a!, first: true }
  session = done(
    walkIn({ ...session, claims: { ...session.claims, a: first } }, coming('a', '08:51')),
  )
  expect(session.claims.a).toMatchObject({ state: 'arrived', pool: 'walkIn', due: at('08:51') })
  expect(numberOf(session.numbers, 'a', session.claims.a!)).toBe(2)
})

test('a barber falls ill: who is on the square stays in line, also without a record; who is still at home is asked', () => {
  let session = follow(opened(4), { barbers: ['x'], seq: 1 }, at('08:00'))
  for (const who of ['a', 'b', 'c']) session = booked(session, who, null)
  session = done(arrive(session, act('c', '08:20')))
  session = done(walkIn(session, coming('dl_hx1', '08:21')))
  expect(session.claims.dl_hx1).toMatchObject({ pool: 'booked', state: 'arrived' })
  session = follow(session, { barbers: [], seq: 2 }, at('08:22'))
  expect(owed(session, 'haircutAsk')).toEqual(['a', 'b'])
  const states = Object.entries(close(session).claims).map(([who, { state }]) => `${who} ${state}`)
  expect(states.sort()).toEqual(['a keptForNext', 'b keptForNext', 'c arrived', 'dl_hx1 arrived'])
})

test('at the end, who waited in vain is told, once', () => {
  const session = booked(booked(opened(1), 'a', null), 'waits', null, true)
  const closed = close(session)
  expect(owed(closed, 'haircutNotReached')).toEqual(['waits'])
  expect(owed(close(heard(closed)), 'haircutNotReached')).toEqual([])
})
