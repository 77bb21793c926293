import { CallError } from '@/src/api/call'
import {
  copyOf,
  draftOf,
  emptyForm,
  formOf,
  reachable,
  sessionsOf,
  type Form,
} from '@/src/packages/activities-staff/publish/form'
import { merge } from '@/src/packages/activities-staff/publish/merge'
import { fields, missing, refusedField } from '@/src/packages/activities-staff/publish/steps'
import { activities, activityDraft } from '@/types/activities'
import { daysBetween, instantOf } from '@/types/shared/day'
import * as v from 'valibot'

const now = instantOf('2026-11-21', '08:00')

/** 书画课, typed by somebody in a hurry: only what has no answer yet. */
const typed = (changes: Partial<Form> = {}): Form => {
  const pattern = {
    day: '2026-11-24',
    start: '09:00',
    end: '11:00',
    repeat: 'once' as const,
    times: 1,
  }
  return {
    ...emptyForm('dl_centre'),
    title: '书画课',
    summary: '一起写写画画',
    category: 'elder',
    placeName: '二楼书画室',
    pattern,
    sessions: sessionsOf(pattern),
    ...changes,
  }
}

const weekly = {
  day: '2026-12-28',
  start: '09:00',
  end: '11:00',
  repeat: 'weekly' as const,
  times: 3,
}

describe('the form of an activity', () => {
  test('a hurried form makes a draft the contract takes', () => {
    expect(missing(typed())).toEqual({})
    expect(v.safeParse(activityDraft, draftOf(typed(), now)).success).toBe(true)
  })

  test('an empty form says what is missing, each at a step', () => {
    const wrong = missing(emptyForm(''))
    expect(Object.keys(wrong).sort()).toEqual([
      'category',
      'node',
      'placeName',
      'sessions',
      'summary',
      'title',
    ])
    expect(fields.sessions.step).toBe('when')
  })

  test('every week, three times, crosses the year', () => {
    expect(sessionsOf(weekly).map(({ day }) => day)).toEqual([
      '2026-12-28',
      '2027-01-04',
      '2027-01-11',
    ])
  })

  test('sessions that were moved by hand go out in order', () => {
    const [first, second] = sessionsOf({ ...weekly, times: 2 })
    const { sessions } = draftOf(typed({ sessions: [second!, first!] }), now)
    expect(sessions[0]?.startsAt).toBeLessThan(sessions[1]?.startsAt ?? 0)
  })

  test('deadlines are said by the first session', () => {
    const draft = draftOf(typed({ closes: 'start', cancel: 'dayBefore' }), now)
    expect(draft.closesAt).toBe(instantOf('2026-11-24', '09:00'))
    expect(draft.cancelUntil).toBe(instantOf('2026-11-23', '20:00'))
  })

  test('what is held today has no evening before to cancel on', () => {
    const today = typed({ sessions: sessionsOf({ ...typed().pattern, day: '2026-11-21' }) })
    expect(reachable(today, now).cancel).toBe('start')
    expect(reachable(typed(), now).cancel).toBe('dayBefore')
  })

  test('a draw is an hour after sign-up ends unless a time is chosen', () => {
    const draft = draftOf(typed({ mode: 'draw', closes: 'dayBefore' }), now)
    expect(draft.drawAt).toBe(instantOf('2026-11-23', '21:00'))
    expect(draftOf(typed(), now).drawAt).toBeNull()
  })

  test('an outing counts heads unless staff say no, anything else when they say yes', () => {
    expect(draftOf(typed({ category: 'outing' }), now).headCount).toBe(true)
    expect(draftOf(typed(), now).headCount).toBe(false)
    const quiet = draftOf(typed({ category: 'outing', headCount: false }), now)
    const counted = draftOf(typed({ category: 'festival', headCount: true }), now)
    expect([quiet.headCount, counted.headCount]).toEqual([false, true])
    for (const draft of [quiet, counted])
      expect(draftOf(formOf(draft, null), now).headCount).toBe(draft.headCount)
  })

  test('reading a draft back and writing it again changes nothing', () => {
    const draft = draftOf(
      typed({
        pattern: weekly,
        sessions: sessionsOf(weekly),
        mode: 'draw',
        closes: 'dayBefore',
        minAge: '60',
        householdCap: '2',
        tags: ['veteran'],
        questions: [{ label: '带几把椅子', options: '一把\n 两把 \n', required: true }],
      }),
      now,
    )
    expect(draft.questions[0]?.options).toEqual(['一把', '两把'])
    expect(draftOf(formOf(draft, null), now + 1)).toEqual(draft)
  })

  test('a copy of last month lies ahead, on the same weekdays, and opens at once', () => {
    const before = formOf(
      draftOf(typed({ pattern: weekly, sessions: sessionsOf(weekly) }), now),
      null,
    )
    const copy = copyOf(before, '2027-02-03')
    const [first] = copy.sessions
    expect(daysBetween('2027-02-03', first!.day)).toBeGreaterThan(0)
    expect(daysBetween(weekly.day, first!.day) % 7).toBe(0)
    expect(copy.sessions).toHaveLength(3)
    const later = instantOf('2027-02-03', '10:00')
    expect(draftOf(copy, later).opensAt).toBe(later)
  })
})

describe('two people editing at once', () => {
  const base = draftOf(typed(), now)

  test('what only the other changed is taken over, mine stays', () => {
    const mine = { ...base, title: '书画课（初级）' }
    const latest = { ...base, seats: 30 }
    expect(merge(base, mine, latest)).toEqual({
      draft: { ...base, title: '书画课（初级）', seats: 30 },
      theirs: ['seats'],
      both: [],
    })
  })

  test('where both changed the same, mine stays and is named', () => {
    const merged = merge(base, { ...base, seats: 25 }, { ...base, seats: 30 })
    expect(merged.draft.seats).toBe(25)
    expect(merged.both).toEqual(['seats'])
    expect(merged.theirs).toEqual([])
  })
})

describe('a refusal of the server leads to where it can be put right', () => {
  const refusal = (code: string, data?: Record<string, string | number>) =>
    refusedField(new CallError('activities', code, data))

  test.each([
    ['InvalidInput', { field: 'input.draft.questions.2.label' }, 'questions'],
    ['InvalidInput', { field: 'input.draft.eligibility.maxAge' }, 'eligibility'],
    ['TimesOutOfOrder', { field: 'cancelUntil' }, 'cancelUntil'],
    ['TimesOutOfOrder', { field: 'sessions' }, 'sessions'],
    ['SeatsTaken', { least: 9 }, 'seats'],
  ])('%s %j', (code, data, field) => {
    expect(refusal(code, data as Record<string, string | number>)).toBe(field)
  })

  test('every refusal about the draft has a field; the rest is said where it was sent', () => {
    const { publish, edit } = activities.procedures
    const without = [...new Set([...publish.errors, ...edit.errors])].filter(
      (code) => refusal(code) === null,
    )
    expect(without.sort()).toEqual(['ChangedMeanwhile', 'CheckAway', 'Withdrawn'])
  })
})
