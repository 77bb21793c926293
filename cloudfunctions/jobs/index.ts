import { contractVersion, type Envelope } from '@/types/shared/envelope'
import { allCentres } from '../centre/store'
import { now } from '../kit/clock'
import { origin } from '../kit/cloud'
import { runJobs } from '../kit/jobs'
import { migrations } from '../migrations'
import { modules } from './modules'

/** Migrations first: the others find documents in their new shape. */
const jobs = [...migrations, ...Object.values(modules).flat()]

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
