import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(__dirname, '../..')
const bundler = 'scripts/bundle-functions.mjs'

const controlsOf = (module: string) => ({
  from: `tests/${module}/controls`,
  to: `dist/test/controls-of-${module}`,
  bundler,
})

/** Functions a test cloud can run: where they are written, where they are bundled, and by what. */
export const bundles = {
  product: { from: 'cloudfunctions', to: 'dist/cloudfunctions', bundler },
  fixtures: {
    from: 'tests/emulator/fixtures/cloudfunctions',
    to: 'dist/test/fixtures',
    bundler,
  },
  controls: controlsOf('activities'),
  canteenControls: controlsOf('canteen'),
  haircutControls: controlsOf('haircuts'),
  /** The product itself, of which some modules write without looking whether anything changed meanwhile. */
  unguarded: {
    from: 'cloudfunctions',
    to: 'dist/test/unguarded',
    bundler: 'tests/support/unguarded/bundle.mjs',
  },
} as const

export type Functions = keyof typeof bundles

const argumentsOf = (name: Functions | 'emulator'): string[] => {
  if (name === 'emulator') return ['scripts/build-emulator.mjs']
  const { bundler: script, from, to } = bundles[name]
  return script === bundler ? [script, from, to] : [script]
}

/** Waits without turning: whoever builds is another process. */
const wait = (milliseconds: number): void =>
  void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)

/**
 * Builds functions, or the emulator, when the first test of a run wants them; others wait for it. Throws the bundler's
 * words when they cannot be built: the tests that need them fail with the reason, and the others run.
 */
export function build(name: Functions | 'emulator'): void {
  const note = join(process.env['RUN_FOLDER']!, `${name}.built`)
  try {
    closeSync(openSync(`${note}.begun`, 'wx'))
    const { status, stderr } = spawnSync(process.execPath, argumentsOf(name), {
      cwd: root,
      encoding: 'utf8',
    })
    writeFileSync(note, status === 0 ? '' : stderr || `${name} cannot be built`)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    while (!existsSync(note)) wait(20)
  }
  const failure = readFileSync(note, 'utf8')
  if (failure !== '') throw new Error(failure)
}
