import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(__dirname, '../..')

/** Builds, once per test run, the browser app with the page of all controls. */
export default function buildGallery(): void {
  execFileSync(process.execPath, [join(root, 'scripts/build.mjs'), 'gallery'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}
