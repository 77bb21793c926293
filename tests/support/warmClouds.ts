import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { connectTo, startProcess, type Process, type StartOptions, type TestCloud } from './cloud'

// Starting a process, loading its functions and the SDK in each takes longer than most tests. So a test process lends its
// clouds out from test to test and from file to file: emptied, at the time that is wanted, with warm instances. What it
// may lend is noted in a folder of the run, since nothing in memory outlives a test file.

const folderOfRun = (): string => join(process.env['RUN_FOLDER']!, 'clouds')

const mostIdle = 3

const shelf = (): string => {
  const path = join(folderOfRun(), process.env['JEST_WORKER_ID'] ?? '1')
  mkdirSync(path, { recursive: true })
  return path
}

/** Of idle clouds, the one given back last first. */
const notesByAge = (): string[] =>
  readdirSync(shelf())
    .map((name) => join(shelf(), name))
    .sort((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs)

const read = (file: string): Process => JSON.parse(readFileSync(file, 'utf8')) as Process

const end = ({ pid, data }: Process): void => {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It ended by itself.
  }
  rmSync(data, { recursive: true, force: true })
}

/** An idle cloud of a kind, emptied; none that cannot be emptied, because a call is still under way in it. */
const takeIdle = async (kind: string, now: string): Promise<Process | undefined> => {
  const note = notesByAge().find((path) => basename(path).startsWith(`${kind}.`))
  if (note === undefined) return undefined
  const idle = read(note)
  rmSync(note)
  const emptied = await fetch(`${idle.url}/emulator/data`, {
    method: 'DELETE',
    body: JSON.stringify({ now }),
  }).catch(() => undefined)
  if (emptied?.ok) return idle
  end(idle)
  return undefined
}

/**
 * A cloud as `startCloud` starts it with these options and no seed, warm where there is one. `stop` gives it back, or
 * ends it when told to with SIGKILL.
 */
export async function borrowCloud(
  options: Pick<
    StartOptions,
    'functions' | 'limits' | 'strict' | 'config' | 'mediaCheck' | 'web'
  > & {
    now: string
  },
): Promise<TestCloud> {
  const { now, ...rest } = options
  const kind = createHash('sha256').update(JSON.stringify(rest)).digest('hex').slice(0, 12)
  const { url, pid, data, log } = (await takeIdle(kind, now)) ?? (await startProcess(options))
  const running = { url, pid, data, log }
  let lent = true
  return connectTo(running, async (signal) => {
    if (!lent) return
    lent = false
    if (signal === 'SIGKILL') return end(running)
    const note = join(shelf(), `${kind}.${pid}`)
    writeFileSync(note, JSON.stringify(running))
    for (const beyond of notesByAge().slice(mostIdle)) {
      end(read(beyond))
      rmSync(beyond)
    }
  })
}

/** Ends what is still idle when a run is over. */
export const endIdle = (): void => {
  const folder = folderOfRun()
  for (const worker of readdirSync(folder))
    for (const note of readdirSync(join(folder, worker))) end(read(join(folder, worker, note)))
}
