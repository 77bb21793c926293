import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(__dirname, '../..')

/**
 * Builds, once per test run, what the clouds of all tests start from: the emulator, the functions, the fixtures, the
 * controls of race tests. When one cannot be built, the tests that start from it fail with the reason (see startCloud), and the others run.
 */
export default function buildOnce(): void {
  process.env['WARM_CLOUDS'] = mkdtempSync(join(tmpdir(), 'clouds-'))
  attempt('BUILD_FAILED_EMULATOR', 'scripts/build-emulator.mjs')
  attempt('BUILD_FAILED_PRODUCT', 'scripts/bundle-functions.mjs')
  attempt(
    'BUILD_FAILED_FIXTURES',
    'scripts/bundle-functions.mjs',
    'tests/emulator/fixtures/cloudfunctions',
    'dist/test/cloudfunctions',
  )
  attempt(
    'BUILD_FAILED_CONTROLS',
    'scripts/bundle-functions.mjs',
    'tests/activities/controls',
    'dist/test/controls',
  )
  attempt(
    'BUILD_FAILED_CANTEEN_CONTROLS',
    'scripts/bundle-functions.mjs',
    'tests/canteen/controls',
    'dist/test/canteenControls',
  )
  attempt('BUILD_FAILED_UNGUARDED_CANTEEN', 'tests/canteen/unguarded/bundle.mjs')
  attempt('BUILD_FAILED_UNGUARDED_SHOP', 'tests/shop/unguarded/bundle.mjs')
  attempt(
    'BUILD_FAILED_HAIRCUT_CONTROLS',
    'scripts/bundle-functions.mjs',
    'tests/haircuts/controls',
    'dist/test/haircut-controls',
  )
  attempt(
    'BUILD_FAILED_VOLUNTEER_CONTROLS',
    'scripts/bundle-functions.mjs',
    'tests/volunteers/controls',
    'dist/test/volunteer-controls',
  )
  attempt(
    'BUILD_FAILED_ERRAND_CONTROLS',
    'scripts/bundle-functions.mjs',
    'tests/errands/controls',
    'dist/test/errand-controls',
  )
}

/** Test processes inherit the variable. */
function attempt(variable: string, ...args: string[]): void {
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
  if (status !== 0) process.env[variable] = stderr
}
