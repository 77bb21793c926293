import { addDays, instantOf, type Day, type Instant } from '@/types/shared/day'
import type { Skill } from '@/types/shared/skills'
import { targetOf } from '@/types/shared/links'
import type { Carried } from '@/types/volunteers'
import type { Phones } from './index'

interface Place {
  today: Day
  community: string
  newKey: () => string
  /** The node whose canteen cooks. */
  canteen: string
  /** The volunteer whose hours are written down. */
  volunteer: string
}

/** What the canteen needs hands for this week, and the hours of a volunteer: some confirmed, some still to be. */
export const askForVolunteers = async (
  as: Phones,
  { today, community, canteen, newKey, volunteer }: Place,
): Promise<void> => {
  const cook = as('demo-kitchen')
  const at = { placeName: '共享餐厅（演示）', node: community }
  const shiftOn = async (
    days: number,
    [from, to]: readonly [string, string],
    what: {
      kind: 'canteenHelper' | 'delivery'
      title: string
      needed: number
      carries?: Carried
    },
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
  const carry = {
    kind: 'delivery',
    title: '给走不动的老人送餐',
    needed: 3,
    carries: { node: canteen, meal: 'lunch' },
  } as const
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

interface Registering {
  community: string
  newKey: () => string
  policy: string
  /** Ids by openid. */
  ids: ReadonlyMap<string, string>
  child: string
}

/** Neighbours who registered, what they can do, a team, a training, and a child whose mother agreed. */
export const registerVolunteers = async (
  as: Phones,
  today: Day,
  { community, newKey, policy, ids, child }: Registering,
): Promise<void> => {
  const free = [6, 0].map((weekday) => ({ weekday, part: 'morning' as const }))
  const all = { listed: true, contact: true, honours: true }
  const nothing = { listed: false, contact: false, honours: false }
  const register = (
    openid: string,
    said: { skills: Skill[]; wishes: string } & typeof all,
    more: { forResident?: string } = {},
  ) =>
    as(openid)('volunteers', 'register', {
      key: newKey(),
      policy,
      registration: { free, ...said },
      ...more,
    })
  await register('demo-volunteer', {
    ...all,
    skills: ['appliances', 'plumbing', 'delivery'],
    wishes: '退休前是电工，灯坏了、插座松了都可以找我',
  })
  await register('demo-resident', {
    ...all,
    skills: ['phone', 'photography'],
    wishes: '周末可以教老人用手机',
  })
  await register('demo-daughter', { ...nothing, skills: ['escort', 'reading'], wishes: '' })
  await register(
    'demo-daughter',
    { ...nothing, skills: ['reading'], wishes: '' },
    { forResident: child },
  )

  const staff = as('demo-staff')
  const patrol = {
    name: '夕阳红巡逻队',
    about: '每天傍晚在小区走一圈，看看灯亮不亮、门关没关',
    most: 20,
    open: true,
  }
  const { id: team } = await staff('volunteers', 'saveTeam', {
    key: newKey(),
    draft: { ...patrol, node: community, leader: null },
  })
  for (const openid of ['demo-volunteer', 'demo-resident'])
    await as(openid)('volunteers', 'joinTeam', { key: newKey(), team, join: true })
  await staff('volunteers', 'saveTeam', {
    key: newKey(),
    team,
    draft: { ...patrol, leader: ids.get('demo-volunteer') ?? null },
  })
  await staff('volunteers', 'recordTraining', {
    key: newKey(),
    person: ids.get('demo-volunteer') ?? '',
    what: '急救：心肺复苏和止血',
    day: addDays(today, -3),
  })
}

interface Yesterday extends Omit<Place, 'volunteer' | 'canteen'> {
  yesterday: Day
  /** Sets the clock of the cloud on. */
  goOn: (at: Instant) => void
}

/**
 * A shift of yesterday: one came and went by its code, so that their hours wait for a second person, and one forgot to say
 * that they went. From tomorrow on, carrying gives more points.
 */
export const comeAndGo = async (
  as: Phones,
  { today, yesterday, community, newKey, goOn }: Yesterday,
): Promise<void> => {
  const cook = as('demo-kitchen')
  const { id: shift } = await cook('volunteers', 'saveShift', {
    key: newKey(),
    kind: 'canteenHelper',
    title: '下午打扫食堂、备菜',
    placeName: '共享餐厅（演示）',
    node: community,
    startsAt: instantOf(yesterday, '13:30'),
    endsAt: instantOf(yesterday, '16:00'),
    needed: 4,
  })
  const came = ['demo-volunteer', 'demo-staff']
  for (const openid of came)
    await as(openid)('volunteers', 'confirmShift', { key: newKey(), shift })
  const scan = async (openid: string, time: string, leaving: boolean) => {
    goOn(instantOf(yesterday, time))
    const { link } = await cook('volunteers', 'shiftCode', { shift })
    const target = targetOf(link ?? '')
    if (target?.to !== 'shiftCheckIn') throw new Error(`no code is shown at ${time}`)
    await as(openid)('volunteers', 'checkIn', { key: newKey(), code: target.code, leaving })
  }
  await scan('demo-volunteer', '13:22', false)
  await scan('demo-staff', '13:40', false)
  await scan('demo-volunteer', '16:05', true)

  await as('demo-staff')('volunteers', 'savePointRule', {
    key: newKey(),
    rule: { from: addDays(today, 1), perHour: 10, kinds: [{ kind: 'delivery', perHour: 15 }] },
  })
}
