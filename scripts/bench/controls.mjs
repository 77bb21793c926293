// Functions as they are often written, without guards: what a rush is measured beside.
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { bundleFunctions } from '../bundle-functions.mjs'
import { ROOT } from '../install.mjs'
import { startCloud } from './processes.mjs'

/** A cloud with the functions of a folder of tests, and with enough instances that calls meet. */
export async function startControls(modules) {
  const functions = join(ROOT, 'dist/bench/controls')
  rmSync(functions, { recursive: true, force: true })
  mkdirSync(functions, { recursive: true })
  await bundleFunctions({ from: join(ROOT, modules), to: functions })
  return startCloud({ functions, modules, args: ['--limits={"instances":24}'] })
}
