import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { unpackBrowser } from './browser'

const root = join(__dirname, '../..')

/** Builds, once per test run, the browser app with the page of all controls. */
export default async function buildGallery(): Promise<void> {
  await unpackBrowser()
  execFileSync(process.execPath, [join(root, 'scripts/build.mjs'), 'gallery'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}
