import { addDays, instantOf, type Day } from '@/types/shared/day'
import type { Phones } from './index'

interface Place {
  today: Day
  community: string
  newKey: () => string
  /** The volunteer whose hours are written down. */
  volunteer: string
}

/** What the canteen needs hands for this week, and the hours of a volunteer: some confirmed, some still to be. */
export const askForVolunteers = async (
  as: Phones,
  { today, community, newKey, volunteer }: Place,
): Promise<void> => {
  const cook = as('demo-kitchen')
  const at = { placeName: '共享餐厅（演示）', node: community }
  const shiftOn = async (
    days: number,
    [from, to]: readonly [string, string],
    what: { kind: 'canteenHelper' | 'delivery'; title: string; needed: number },
  ): Promise<string> => {
    const day = addDays(today, days)
    const times = { startsAt: instantOf(day, from), endsAt: instantOf(day, to) }
    const { id } = await cook('volunteers', 'saveShift', {
      key: newKey(),
      ...what,
      ...at,
      ...times,
    })
    return id
  }
  const help = { kind: 'canteenHelper', title: '中午食堂帮厨', needed: 2 } as const
  const carry = { kind: 'delivery', title: '给走不动的老人送餐', needed: 3 } as const
  const tomorrow = await shiftOn(1, ['11:30', '13:30'], help)
  await shiftOn(2, ['11:30', '13:30'], help)
  await shiftOn(1, ['11:00', '12:30'], carry)
  await as('demo-volunteer')('volunteers', 'confirmShift', { key: newKey(), shift: tomorrow })

  const hours = { person: volunteer, minutes: 150 }
  const { id: entry } = await cook('volunteers', 'enterHours', {
    key: newKey(),
    ...hours,
    day: addDays(today, -8),
    what: '食堂帮厨',
  })
  await as('demo-staff')('volunteers', 'confirmHours', { key: newKey(), entry })
  await cook('volunteers', 'enterHours', {
    key: newKey(),
    ...hours,
    day: addDays(today, -1),
    what: '给老人送餐',
  })
}
