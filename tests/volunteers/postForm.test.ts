import * as v from 'valibot'
import {
  draftOf,
  emptyForm,
  formOf,
  stepOfField,
  steps,
  wrongIn,
} from '@/src/packages/volunteers-staff/posts/form'
import {
  hoursSaid,
  recurrenceOf,
  recurrenceSaid,
  rhythmOf,
} from '@/src/packages/volunteers-staff/posts/recurrence'
import { postDraft } from '@/types/volunteers'
import { crossing } from './crossing'

const today = '2026-11-21'

test.each([
  ['FREQ=WEEKLY;BYDAY=MO,WE,FR', '每周一、三、五'],
  ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU', '每天'],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=SA', '隔一周的周六'],
  ['FREQ=MONTHLY;BYMONTHDAY=16', '每月 16 号'],
  ['FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=5', '按特别的规律'],
])('%s is said as %s, and stays what it is when nothing is chosen anew', (recurrence, said) => {
  expect(recurrenceSaid(recurrence)).toBe(said)
  expect(recurrenceOf(rhythmOf(recurrence))).toBe(recurrence)
})

test('days stand in the order of the week, however they were tapped; hours without a nought in front', () => {
  const rhythm = rhythmOf('FREQ=WEEKLY;BYDAY=MO')
  expect(recurrenceOf({ ...rhythm, weekdays: ['SU', 'WE', 'MO'] })).toBe(
    'FREQ=WEEKLY;BYDAY=MO,WE,SU',
  )
  expect(hoursSaid(crossing)).toBe('7:30–8:10')
  expect(hoursSaid({ startsAt: '10:00', endsAt: '20:00' })).toBe('10:00–20:00')
})

test('a post that is opened and saved is the same post, without skipped days that are over', () => {
  const post = { ...crossing, id: 'dl_vp1', rev: 1, next: null, phone: '13800001111' }
  expect(draftOf(formOf(post), today)).toEqual({ ...crossing, phone: '13800001111' })
  const skipped = ['2026-11-20', '2026-11-25']
  expect(draftOf(formOf({ ...post, skipped }), today).skipped).toEqual(['2026-11-25'])
})

test('a new one asks for what is missing, step by step, and is then what the contract takes', () => {
  const form = emptyForm('dl_jing', today)
  const asked = (of = form) => steps.flatMap((step) => Object.keys(wrongIn(of, step)))
  expect(asked()).toEqual(['title', 'placeName', 'startsAt', 'endsAt'])
  expect(asked({ ...form, weekdays: [], phone: '12' }).sort()).toEqual(
    ['title', 'placeName', 'weekdays', 'startsAt', 'endsAt', 'phone'].sort(),
  )
  expect(asked({ ...form, every: 'month', monthDay: '32' })).toContain('monthDay')
  const whole = {
    ...form,
    title: ' 早上护学岗 ',
    placeName: '小学门口',
    startsAt: '07:30',
    endsAt: '08:10',
  }
  expect(asked(whole)).toEqual([])
  expect(asked({ ...whole, startsAt: '22:00', endsAt: '00:30' })).toEqual([])
  expect(asked({ ...whole, endsAt: whole.startsAt })).toEqual(['endsAt'])
  expect(asked({ ...whole, until: '2026-11-21' })).toEqual(['until'])
  // A delivery says which meal, or that it is none; another kind of post carries none.
  const carries = { node: 'dl_jing', meal: 'lunch' } as const
  const delivery = { ...whole, kind: 'delivery' as const }
  expect(asked(delivery)).toEqual(['carries'])
  expect(asked({ ...delivery, carries: null })).toEqual([])
  expect(v.parse(postDraft, draftOf({ ...delivery, carries }, today))).toMatchObject({ carries })
  expect(draftOf({ ...whole, carries }, today).carries).toBeNull()
  expect(v.parse(postDraft, draftOf(whole, today))).toMatchObject({
    title: '早上护学岗',
    until: null,
    phone: null,
  })
  expect(stepOfField('draft.placeName')).toBe('what')
  expect(stepOfField('draft.phone')).toBe('terms')
  expect(stepOfField(null)).toBeNull()
})
