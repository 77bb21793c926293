import { Cron } from 'croner'
import type { Instant } from '@/types/shared/day'
import { now } from './clock'
import { command } from './cloud'
import { collection, type Stored } from './collection'
import { OutcomeUnknown } from './failure'
import { idOf, randomToken } from './ids'
import { faultOf, log } from './log'

/** What one run of a job is given; it stops by itself when `timeLeft()` is used up and says where to go on. */
export interface JobRun {
  centre: string
  at: Instant
  /** Where the last run stopped, or null at the beginning. */
  cursor: string | null
  timeLeft: () => number
}

/** Work a module does by itself. Safe to run twice, late, or cut off: it goes on from its cursor. */
export interface Job {
  /** `<module>.<word>` */
  name: string
  /** Five cron fields in centre time (UTC+8). Runs missed while nothing ran are caught up once. */
  cron: string
  run: (run: JobRun) => Promise<{ handled: number; cursor: string | null }>
}

/** Who runs a job at the moment, and how far it came. */
interface Lease extends Stored {
  holder: string | null
  heldUntil: Instant
  /** The due time that was completed last. */
  doneFor: Instant
  cursor: string | null
}

const leases = collection<Lease>('leases')

const leaseMs = 60_000
const budgetMs = 18_000

/** The last moment at or before `at` that the cron names, in UTC+8. */
export const lastDue = (cron: string, at: Instant): Instant => {
  const [due] = new Cron(cron, { utcOffset: 480 }).previousRuns(1, new Date(at + 1000))
  return due ? due.getTime() : 0
}

/**
 * Runs every job that is due at a centre, each under a lease taken by one conditional update, so that two timers at
 * once do no harm. Ends after 18 s; what is left goes on at the next timer.
 */
export const runJobs = async (centre: string, jobs: readonly Job[]): Promise<void> => {
  const startedAt = now()
  const timeLeft = () => budgetMs - (now() - startedAt)
  for (const job of jobs) {
    if (timeLeft() <= 0) return
    await runJob(centre, job, timeLeft)
  }
}

const runJob = async (centre: string, job: Job, timeLeft: () => number): Promise<void> => {
  const at = now()
  const due = lastDue(job.cron, at)
  const _id = idOf(centre, 'lease', job.name.replace('.', '-'))
  const store = leases.of(centre)
  const known = await store.get(_id)
  if (known && known.doneFor >= due) return
  if (!known)
    await store.insert({ _id, centre, v: 1, holder: null, heldUntil: 0, doneFor: 0, cursor: null })

  const holder = randomToken()
  const taken = await store
    .change(
      _id,
      { holder, heldUntil: at + leaseMs },
      { heldUntil: command.lte(at), doneFor: command.lt(due) },
    )
    .catch(async (error: unknown) => {
      if (!(error instanceof OutcomeUnknown)) throw error
      return (await store.get(_id))?.holder === holder
    })
  if (!taken) return

  const mine = { holder }
  let { cursor } = (await store.get(_id)) ?? { cursor: null }
  try {
    let handled = 0
    do {
      const step = await job.run({ centre, at: now(), cursor, timeLeft })
      handled += step.handled
      cursor = step.cursor
      await store.change(_id, { cursor, heldUntil: now() + leaseMs }, mine)
    } while (cursor !== null && timeLeft() > 0)
    await store.change(
      _id,
      { holder: null, heldUntil: 0, ...(cursor === null ? { doneFor: due } : {}) },
      mine,
    )
    log({ level: 'info', requestId: holder, module: 'jobs', procedure: job.name, handled })
  } catch (error) {
    await store.change(_id, { holder: null, heldUntil: 0 }, mine)
    log({
      level: 'error',
      requestId: holder,
      module: 'jobs',
      procedure: job.name,
      fault: faultOf(error),
    })
  }
}
