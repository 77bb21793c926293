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

/** The cron of a migration: due from the beginning, and done when it is done. */
export const once = 'once'

/** Work a module does by itself. Safe to run twice, late, or cut off: it goes on from its cursor. */
export interface Job {
  /** `<module>.<word>` */
  name: string
  /** Five cron fields in centre time (UTC+8), or `once`. Runs missed while nothing ran are caught up once. */
  cron: string
  run: (run: JobRun) => Promise<{ handled: number; cursor: string | null }>
}

/** How far a job came. */
interface Progress {
  /** The due time that was completed last. */
  doneFor: Instant
  cursor: string | null
}

/** Who runs the jobs of a centre at the moment, and how far each came. One document: most runs find nothing to do. */
interface Lease extends Stored {
  holder: string | null
  heldUntil: Instant
  jobs: Readonly<Record<string, Progress>>
}

const leases = collection<Lease>('leases')

const leaseMs = 60_000
const budgetMs = 18_000

/** The last moment at or before `at` that the cron names, in UTC+8. */
export const lastDue = (cron: string, at: Instant): Instant => {
  if (cron === once) return 1
  const [due] = new Cron(cron, { utcOffset: 480 }).previousRuns(1, new Date(at + 1000))
  return due ? due.getTime() : 0
}

/** The five-minute timer this moment belongs to. */
const turnOf = (at: Instant): number => Math.floor(at / 300_000)

/**
 * Runs every job that is due at each centre, under a lease taken by one conditional update, so that two timers at once
 * do no harm. Ends after 18 s; what is left goes on at the next timer, which begins with another centre.
 */
export const runJobs = async (centres: readonly string[], jobs: readonly Job[]): Promise<void> => {
  const startedAt = now()
  const timeLeft = () => budgetMs - (now() - startedAt)
  const first = turnOf(startedAt) % Math.max(centres.length, 1)
  for (const centre of [...centres.slice(first), ...centres.slice(0, first)]) {
    if (timeLeft() <= 0) return
    await runCentre(centre, jobs, timeLeft)
  }
}

/** The name of a job as the name of a field. */
const fieldOf = ({ name }: Job): string => name.replace('.', '-')

const runCentre = async (
  centre: string,
  jobs: readonly Job[],
  timeLeft: () => number,
): Promise<void> => {
  const at = now()
  const lease = await leaseOf(centre)
  const due = jobs
    .map((job) => ({ job, dueAt: lastDue(job.cron, at), ...progressOf(lease, job) }))
    .filter(({ dueAt, doneFor }) => doneFor < dueAt)
  const holder = randomToken()
  if (due.length === 0 || !(await take(lease, holder, at))) return

  const keep = (change: Fields) =>
    repeat(() => leases.of(centre).change(lease._id, change, { holder }))
  // What found nothing to do is written down at the end, all at once: it may as well be looked for again.
  let idle: Fields = {}
  for (const { job, dueAt, doneFor, cursor } of due) {
    if (timeLeft() <= 0) break
    const field = `jobs.${fieldOf(job)}`
    const about = { requestId: holder, module: 'jobs', procedure: job.name }
    try {
      const { handled, done } = await runJob(centre, job, cursor, timeLeft, (reached) =>
        keep({
          [field]: command.set({ doneFor, cursor: reached }),
          heldUntil: now() + leaseMs,
        }),
      )
      const finished = { [field]: command.set({ doneFor: dueAt, cursor: null }) }
      if (done && handled > 0) await keep(finished)
      else if (done) idle = { ...idle, ...finished }
      log({ level: 'info', ...about, handled })
    } catch (error) {
      // One job that fails does not keep the others from running; it is due again at the next timer.
      log({ level: 'error', ...about, fault: faultOf(error) })
    }
  }
  await keep({ ...idle, holder: null, heldUntil: 0 })
}

/** Runs a job step by step and keeps its cursor after each, until it is done or the time is up. */
const runJob = async (
  centre: string,
  job: Job,
  start: string | null,
  timeLeft: () => number,
  keepCursor: (cursor: string) => Promise<boolean>,
): Promise<{ handled: number; done: boolean }> => {
  let cursor = start
  let handled = 0
  do {
    const step = await job.run({ centre, at: now(), cursor, timeLeft })
    handled += step.handled
    cursor = step.cursor
    if (cursor === null) return { handled, done: true }
    await keepCursor(cursor)
  } while (timeLeft() > 0)
  return { handled, done: false }
}

const leaseOf = async (centre: string): Promise<Lease> => {
  const _id = idOf(centre, 'lease')
  const store = leases.of(centre)
  const known = await store.get(_id)
  if (known) return known
  const fresh: Lease = { _id, centre, v: 1, holder: null, heldUntil: 0, jobs: {} }
  await store.insert(fresh)
  return fresh
}

const progressOf = ({ jobs }: Lease, job: Job): Progress =>
  jobs[fieldOf(job)] ?? { doneFor: 0, cursor: null }

/** Takes the lease as it was read: one that anybody took or gave back meanwhile is left alone. */
const take = ({ _id, centre, holder, heldUntil }: Lease, mine: string, at: Instant) => {
  if (heldUntil > at) return false
  return decide(async () => {
    const taken = await leases
      .of(centre)
      .change(_id, { holder: mine, heldUntil: at + leaseMs }, { holder, heldUntil })
    if (taken) return true
    // Its own name in the lease says so too when the reply of the change was lost.
    return (await leases.of(centre).get(_id))?.holder === mine
  })
}
