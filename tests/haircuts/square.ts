import { haircuts, type HaircutRule } from '@/types/haircuts'
import { volunteers } from '@/types/volunteers'
import type { SessionDoc } from '@/cloudfunctions/haircuts/store'
import type { TestCloud } from '../support/cloud'
import { as, places, resident, seedMembers, staffId, staffOf } from '../support/people'

/** The haircuts of the 16th: three hours on the square, five barbers, fifteen cuts each, a fifth kept for who comes. */
export const the16th = (changes: Partial<HaircutRule> = {}): HaircutRule => ({
  recurrence: 'FREQ=MONTHLY;BYMONTHDAY=16',
  placeName: '社区广场',
  node: places.jing,
  startsAt: '08:30',
  endsAt: '11:30',
  minutesPerCut: 12,
  slotMinutes: 30,
  planned: 50,
  barbers: 10,
  walkInPercent: 20,
  priorityAge: 80,
  holidays: 'keep',
  opensDaysBefore: 7,
  exceptions: [],
  ...changes,
})

/** The session of December, and when it opens. */
export const december = 'dl_hs-2026-12-16'
export const decemberShift = 'dl_vs-hs-2026-12-16'
export const opened = '2026-12-09T08:00:00+08:00'

/** Staff of 静安里, who run it. */
export const host = (cloud: TestCloud) => as(cloud, haircuts, staffOf.jingStaff)

/** Saves the rule as the first or the next. */
export const saveRule = async (cloud: TestCloud, rule: HaircutRule, key?: string) => {
  const { rev } = await host(cloud)('rule', {})
  return host(cloud)('saveRule', { rev, rule, ...(key !== undefined && { key }) })
}

/** The rule, and December opened by the timer of the eighth and ninth. */
export const openDecember = async (cloud: TestCloud, rule: HaircutRule = the16th()) => {
  await saveRule(cloud, rule)
  await cloud.clock(opened)
  await cloud.timer('jobs')
}

export const sessionDoc = async (cloud: TestCloud, id = december): Promise<SessionDoc> => {
  const { data } = (await cloud.admin.collection('haircut_sessions').doc(id).get()) as {
    data: SessionDoc[]
  }
  return data[0]!
}

/** Volunteers of 静安里, each with a phone; resolves with their OPENIDs. */
export const barbers = async (cloud: TestCloud, count: number): Promise<string[]> => {
  const members = Array.from({ length: count }, (_, i) => ({
    openid: `o-barber-${i}`,
    name: `理发师${i}`,
    role: 'volunteer' as const,
    node: places.jing,
  }))
  await seedMembers(cloud, members)
  return members.map(({ openid }) => openid)
}

export const barberId = (openid: string): string => staffId(openid)

/** They come. */
export const confirm = async (
  cloud: TestCloud,
  openids: readonly string[],
  shift = decemberShift,
) => {
  for (const openid of openids) await as(cloud, volunteers, openid)('confirmShift', { shift })
}

/** Residents with phones; resolves with the id of each. */
export const residentsOf = async (
  cloud: TestCloud,
  openids: readonly string[],
  birthDate = '1955-05-05',
): Promise<Map<string, string>> => {
  const ids = new Map<string, string>()
  for (const openid of openids)
    ids.set(openid, (await resident(cloud, openid, `居民${openid.slice(2)}`, { birthDate })).id)
  return ids
}

export interface Told {
  event: string
  to: string
  thing: string
  urgent: boolean
  data: { note?: string; because?: string }
}

/** Everything that was put into the outbox of one kind. */
export const told = async (cloud: TestCloud, event: string): Promise<Told[]> => {
  const { data } = (await cloud.admin.collection('outbox').where({ event }).limit(1000).get()) as {
    data: Told[]
  }
  return data
}
