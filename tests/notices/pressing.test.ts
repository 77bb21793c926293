import { telling as ofActivity } from '@/cloudfunctions/activities/told'
import { telling as ofMeal } from '@/cloudfunctions/canteen/told'
import { instantOf } from '@/types/shared/day'

const li = { person: 'dl_p1', name: '李奶奶', by: 'dl_p1' }
const day = '2026-11-22'
const [eve, morning] = [instantOf('2026-11-21', '23:00'), instantOf(day, '06:30')]

const meal = {
  meal: 'lunch',
  day,
  startsAt: instantOf(day, '11:00'),
  placeName: '一楼',
  off: null,
} as const
const session = { startsAt: instantOf(day, '09:00'), endsAt: instantOf(day, '11:00') }
const activity = {
  _id: 'dl_a1',
  card: { title: '合唱', placeName: '二楼' },
  rules: { sessions: [session], ...session },
} as unknown as Parameters<typeof ofActivity>[0]

test.each([
  ['mealCalledOff', (at: number) => ofMeal(meal, 'mealCalledOff', 'dl_o1', li, at)[0]?.urgent],
  [
    'activityWithdrawn',
    (at: number) => ofActivity(activity, 'activityWithdrawn', li, 'k', at).urgent,
  ],
])('%s is told also in the quiet hours of its own day, not of the evening before', (_, urgent) => {
  expect(urgent(morning)).toBe(true)
  expect(urgent(eve)).toBe(false)
})

test('what is no cancellation waits for the morning', () => {
  expect(ofMeal(meal, 'mealOrdered', 'dl_o1', li, morning)[0]?.urgent).toBe(false)
  expect(ofActivity(activity, 'signedUp', li, 'k', morning).urgent).toBe(false)
})
