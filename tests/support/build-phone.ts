import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { unpackBrowser } from './browser'
import buildOnce from './build-once'

const root = join(__dirname, '../..')

/** Builds, once per test run, what journeys run on: the cloud's parts, the browser app and the WeChat package. */
export default async function buildPhone(): Promise<void> {
  await unpackBrowser()
  buildOnce()
  execFileSync(process.execPath, [join(root, 'scripts/build.mjs'), 'all'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}
