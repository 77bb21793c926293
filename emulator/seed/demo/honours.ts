import { addDays, instantOf, type Day } from '@/types/shared/day'
import type { Phones } from './index'

interface Served {
  today: Day
  community: string
  newKey: () => string
  /** The volunteer who is thanked, and has agreed to be named. */
  volunteer: string
}

/** A morning at the canteen, yesterday, that is over by the time somebody thanks for it. */
export const helpYesterday = async (
  as: Phones,
  { today, community, newKey }: Omit<Served, 'volunteer'>,
): Promise<string> => {
  const yesterday = addDays(today, -1)
  const { id: shift } = await as('demo-kitchen')('volunteers', 'saveShift', {
    key: newKey(),
    kind: 'canteenHelper',
    title: '早上择菜洗菜',
    placeName: '共享餐厅（演示）',
    node: community,
    startsAt: instantOf(yesterday, '09:00'),
    endsAt: instantOf(yesterday, '11:00'),
    needed: 2,
  })
  await as('demo-volunteer')('volunteers', 'confirmShift', { key: newKey(), shift })
  return shift
}

/** What the wall says of the volunteer, one note that was passed on and one that waits, and a certificate. */
export const honourVolunteers = async (
  as: Phones,
  { today, newKey, volunteer, shift }: Served & { shift: string },
): Promise<void> => {
  const staff = as('demo-staff')
  await staff('honours', 'saveHonour', {
    key: newKey(),
    person: volunteer,
    rev: 0,
    words: '三年来每周到食堂帮厨，雨天也不落下，还教邻居包饺子',
    photo: null,
    show: true,
  })
  const thank = (openid: string, words: string) =>
    as(openid)('honours', 'thank', {
      key: newKey(),
      to: volunteer,
      for: { kind: 'shift', id: shift },
      words,
    })
  const { id: thanks } = await thank('demo-elder', '菜洗得干净，饭吃着放心，谢谢老陈')
  await staff('honours', 'answerThanks', {
    key: newKey(),
    thanks,
    publish: true,
    wall: '菜洗得干净，大家吃得放心',
  })
  await thank('demo-resident', '看见您一早就来了，辛苦了')
  await as('demo-volunteer')('honours', 'certify', {
    key: newKey(),
    kind: 'hours',
    from: addDays(today, -60),
    to: addDays(today, -1),
  })
}
