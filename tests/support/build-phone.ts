import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { unpackBrowser } from './browser'
import beginRun from './begin-run'

const root = join(__dirname, '../..')

/** Builds, once per test run, what journeys run on: the browser app and the WeChat package. */
export default async function buildPhone(): Promise<void> {
  await unpackBrowser()
  beginRun()
  execFileSync(process.execPath, [join(root, 'scripts/build.mjs'), 'all'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}
