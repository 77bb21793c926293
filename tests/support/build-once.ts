import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(__dirname, '../..')

/** Builds, once per test run, what the clouds of all tests start from: the emulator, the functions, the fixtures. */
export default function buildOnce(): void {
  node('scripts/build-emulator.mjs')
  node('scripts/bundle-functions.mjs')
  node(
    'scripts/bundle-functions.mjs',
    'tests/emulator/fixtures/cloudfunctions',
    'dist/test/cloudfunctions',
  )
}

function node(...args: string[]): void {
  execFileSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
}
