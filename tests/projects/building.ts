import { projects, type MatchRule, type ProjectDraft } from '@/types/projects'
import type { FundDoc } from '@/cloudfunctions/projects/store'
import type { TestCloud } from '../support/cloud'
import { as, places, staffId, staffOf } from '../support/people'

/** New lamps in the yard of 静安里. */
export const projectDraft = (
  owner = staffId(staffOf.jingStaff),
  changes: Partial<ProjectDraft> = {},
): ProjectDraft => ({
  node: places.jing,
  title: '楼道换灯',
  words: '三栋楼的楼道灯都换成声控的。',
  owner,
  ...changes,
})

/** Of every fen half a fen is added, ¥100 at most for one donation, ¥500 in all. */
export const fundRule = (changes: Partial<MatchRule> = {}): MatchRule => ({
  partner: '街道公益基金',
  numerator: 1,
  denominator: 2,
  cap: 50_000,
  perDonation: 10_000,
  from: '2026-11-01',
  until: '2026-12-31',
  ...changes,
})

/** A project with a fund; its id. */
export const funded = async (cloud: TestCloud, changes: Partial<MatchRule> = {}) => {
  const staff = as(cloud, projects, staffOf.jingStaff)
  const { id: project } = await staff('save', { draft: projectDraft() })
  await staff('startFund', { project, rule: fundRule(changes) })
  return project
}

export const donation = (project: string, fen: number) => ({
  project,
  named: false,
  fen,
  day: '2026-11-20',
  how: 'cash' as const,
  receiptNo: '0001',
})

export const fundDoc = async (cloud: TestCloud, project: string): Promise<FundDoc> =>
  (
    (await cloud.admin.collection('funds').where({ project }).limit(1).get()) as {
      data: FundDoc[]
    }
  ).data[0]!
