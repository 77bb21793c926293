import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startCloud, startProcess, type TestCloud } from './cloud'

/** Three weeks of a centre are lived through to make the demo: once in a run for each moment it may begin at. */
const seeded = async (now: string): Promise<string> => {
  const folder = join(process.env['RUN_FOLDER']!, 'demo')
  const kept = join(folder, String(Date.parse(now)))
  if (existsSync(kept)) return kept
  mkdirSync(folder, { recursive: true })
  const { child, data } = await startProcess({ seed: 'demo', now })
  const exited = once(child, 'exit')
  child.kill('SIGTERM')
  await exited
  try {
    renameSync(data, kept)
  } catch (error) {
    // Another test process was faster.
    if (!existsSync(kept)) throw error
    rmSync(data, { recursive: true })
  }
  return kept
}

/** A cloud of its own with the demo as it is at a moment. */
export const demoCloud = async (now: string): Promise<TestCloud> => {
  const data = mkdtempSync(join(tmpdir(), 'cloud-'))
  cpSync(await seeded(now), data, { recursive: true })
  const cloud = await startCloud({ seed: 'demo', now, data })
  return {
    ...cloud,
    async stop(signal) {
      await cloud.stop(signal)
      rmSync(data, { recursive: true, force: true })
    },
  }
}
