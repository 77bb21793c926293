import { contractVersion, type Envelope } from '@/types/shared/envelope'
import { jobs as activities } from '../activities/jobs'
import { jobs as canteen } from '../canteen/jobs'
import { jobs as centre } from '../centre/jobs'
import { jobs as haircuts } from '../haircuts/jobs'
import { allCentres } from '../centre/store'
import { now } from '../kit/clock'
import { origin } from '../kit/cloud'
import { runJobs } from '../kit/jobs'
import { migrations } from '../migrations'
import { jobs as notices } from '../notices/jobs'
import { jobs as residents } from '../residents/jobs'
import { jobs as volunteers } from '../volunteers/jobs'

/**
 * Migrations first: the others find documents in their new shape. Notices last: what the others put into the outbox goes
 * out in the same run.
 */
const jobs = [
  ...migrations,
  ...residents,
  ...activities,
  ...canteen,
  ...volunteers,
  ...haircuts,
  ...centre,
  ...notices,
]

/** The environment's only short timer. What the event says is not asked: a phone that calls itself a timer is not one. */
export const main = async (): Promise<Envelope<object>> => {
  if (!origin().timer)
    return { ok: false, error: { code: 'NotAllowed' }, at: now(), v: contractVersion }
  const centres = await allCentres()
  await runJobs(
    centres.map(({ code }) => code),
    jobs,
  )
  return { ok: true, value: {}, at: now(), v: contractVersion }
}
