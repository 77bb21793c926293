import { activities, type ActivityDraft } from '@/types/activities'
import type { TestCloud } from '../support/cloud'
import { as, places, saturday, staffOf } from '../support/people'

const hour = 3_600_000

/** The moment tests begin. */
export const start = Date.parse(saturday)

/** `inHours(3)` is 11:00 on that Saturday. */
export const inHours = (hours: number): number => start + hours * hour

/** The same moment as the clock of the cloud wants it. */
export const clockAt = (instant: number): string => new Date(instant).toISOString()

/** When 乐高课 begins: next Saturday at 9. */
export const legoStarts = inHours(7 * 24 + 1)

/**
 * 乐高课: twenty seats and ten places in line, nothing held back, open to everybody. It opens at once; until Friday 20:00
 * people sign up and cancel.
 */
export const lego = (changes: Partial<ActivityDraft> = {}): ActivityDraft => ({
  title: '乐高搭建课',
  category: 'child',
  summary: '周末一起搭一座桥',
  description: '自带水杯，积木由中心准备。',
  placeName: '二楼活动室',
  node: places.centre,
  photo: null,
  sessions: [{ startsAt: legoStarts, endsAt: legoStarts + 2 * hour }],
  seats: 20,
  waitlist: 10,
  heldPercent: 0,
  householdCap: null,
  mode: 'firstCome',
  opensAt: start,
  closesAt: inHours(6 * 24 + 12),
  cancelUntil: inHours(6 * 24 + 12),
  drawAt: null,
  eligibility: { minAge: null, maxAge: null, verifiedOnly: false, nodes: [], tags: [] },
  questions: [],
  attachments: [],
  headCount: false,
  completionPercent: 0,
  ...changes,
})

/** Centre staff publish it; resolves with its id. */
export const publish = async (cloud: TestCloud, draft: ActivityDraft): Promise<string> => {
  const { activity } = await as(cloud, activities, staffOf.centreStaff)('publish', { draft })
  return activity
}
