import { Cron } from 'croner'
import type { Instant } from '@/types/shared/day'
import { decide, repeat } from './attempts'
import { now } from './clock'
import { command } from './cloud'
import { collection, type Stored } from './collection'
import { idOf, randomToken } from './ids'
import { faultOf, log } from './log'
import type { Fields } from './query'

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

/** The five-minute timer this moment belongs to. */
const turnOf = (at: Instant): number => Math.floor(at / 300_000)

/**
 * Runs every job that is due at each centre, each under a lease taken by one conditional update, so that two timers at
 * once do no harm. Ends after 18 s; what is left goes on at the next timer, which begins with another centre.
 */
export const runJobs = async (centres: readonly string[], jobs: readonly Job[]): Promise<void> => {
  const startedAt = now()
  const timeLeft = () => budgetMs - (now() - startedAt)
  const first = turnOf(startedAt) % Math.max(centres.length, 1)
  for (const centre of [...centres.slice(first), ...centres.slice(0, first)])
    for (const job of jobs) {
      if (timeLeft() <= 0) return
      await runJob(centre, job, timeLeft)
    }
}

/** One job that fails is logged and does not keep the others from running; its lease ends by itself. */
const runJob = async (centre: string, job: Job, timeLeft: () => number): Promise<void> => {
  const holder = randomToken()
  const about = { requestId: holder, module: 'jobs', procedure: job.name }
  try {
    const lease = await takeLease(centre, job, holder)
    if (!lease) return
    const handled = await underLease(lease, job, timeLeft)
    log({ level: 'info', ...about, handled })
  } catch (error) {
    log({ level: 'error', ...about, fault: faultOf(error) })
  }
}

interface Held {
  centre: string
  _id: string
  holder: string
  due: Instant
  cursor: string | null
}

/** The lease of a job that is due and that nobody runs; null otherwise. */
const takeLease = async (centre: string, job: Job, holder: string): Promise<Held | null> => {
  const at = now()
  const due = lastDue(job.cron, at)
  const _id = idOf(centre, 'lease', job.name.replace('.', '-'))
  const store = leases.of(centre)
  const known = await store.get(_id)
  if (known && (known.doneFor >= due || known.heldUntil > at)) return null
  if (!known)
    await store.insert({ _id, centre, v: 1, holder: null, heldUntil: 0, doneFor: 0, cursor: null })
  return decide(async () => {
    const taken = await store.change(
      _id,
      { holder, heldUntil: at + leaseMs },
      { heldUntil: command.lte(at), doneFor: command.lt(due) },
    )
    const lease = await store.get(_id)
    // Its own name in the lease says so too when the reply of the change was lost.
    if (!lease || !(taken || lease.holder === holder)) return null
    return { centre, _id, holder, due, cursor: lease.cursor }
  })
}

/** Runs a job in steps, keeping the cursor after each, until it is done or the time is up. */
const underLease = async (
  { centre, _id, holder, due, cursor: start }: Held,
  job: Job,
  timeLeft: () => number,
): Promise<number> => {
  const keep = (change: Fields) => repeat(() => leases.of(centre).change(_id, change, { holder }))
  const free = { holder: null, heldUntil: 0 }
  let cursor = start
  let handled = 0
  try {
    do {
      const step = await job.run({ centre, at: now(), cursor, timeLeft })
      handled += step.handled
      cursor = step.cursor
      await keep({ cursor, heldUntil: now() + leaseMs })
    } while (cursor !== null && timeLeft() > 0)
  } catch (error) {
    await keep(free)
    throw error
  }
  await keep({ ...free, ...(cursor === null && { doneFor: due }) })
  return handled
}
