import type { VolunteerFacts } from '@/domain/residents/facts'
import type { TestCloud } from '../support/cloud'

/** Somebody registered as a volunteer: what their record and their passport then say. */
export const registered = async (
  cloud: TestCloud,
  openid: string,
  skills: VolunteerFacts['skills'] = [],
): Promise<void> => {
  const volunteer = { since: '2026-11-01', skills }
  const { admin } = cloud
  await admin.collection('people').where({ openid }).update({ 'facts.volunteer': volunteer })
  await admin.collection('passports').where({ openid }).update({ 'person.volunteer': volunteer })
}
