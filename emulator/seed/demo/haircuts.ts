import type { HaircutRule } from '@/types/haircuts'
import type { Day } from '@/types/shared/day'
import type { Phones } from './index'

/** The free haircut of the 16th, as report 000 has it; hours and numbers are invented. */
const ruleAt = (node: string): HaircutRule => ({
  recurrence: 'FREQ=MONTHLY;BYMONTHDAY=16',
  placeName: '荷都广场（演示）',
  node,
  startsAt: '08:30',
  endsAt: '11:30',
  minutesPerCut: 12,
  slotMinutes: 30,
  planned: 40,
  barbers: 10,
  walkInPercent: 30,
  priorityAge: 80,
  holidays: 'keep',
  // Whichever day the demo begins on, the next 16th can be booked.
  opensDaysBefore: 35,
  exceptions: [],
})

/** Barbers without a phone, whom staff called. */
const barbers = [
  { name: '赵师傅（演示）', room: '301' },
  { name: '孙师傅（演示）', room: '202' },
]

interface Place {
  today: Day
  community: string
  building: string
  newKey: () => string
  /** Who takes a number: an OPENID, and whose number it is when not their own. */
  numbers: readonly { openid: string; forResident?: string }[]
}

/** The rule of the 16th, the next session with its barbers, and the first numbers. */
export const openHaircuts = async (
  as: Phones,
  { today, community, building, newKey, numbers }: Place,
): Promise<void> => {
  const staff = as('demo-staff')
  await staff('haircuts', 'saveRule', { key: newKey(), rev: 0, rule: ruleAt(community) })
  const { dates } = await staff('haircuts', 'schedule', {})
  const session = dates.find(({ day }) => day >= today)?.session ?? ''
  const { items } = await staff('volunteers', 'shiftsForStaff', { thing: session })
  const shift = items[0]?.id ?? ''
  await as('demo-volunteer')('volunteers', 'confirmShift', { key: newKey(), shift })
  for (const { name, room } of barbers) {
    const home = { building, unit: '2', room }
    const { id } = await staff('residents', 'registerPerson', { key: newKey(), name, home })
    await staff('volunteers', 'putOnShift', { key: newKey(), shift, person: id })
  }
  for (const { openid, ...whose } of numbers)
    await as(openid)('haircuts', 'book', { key: newKey(), session, ...whose })
}
