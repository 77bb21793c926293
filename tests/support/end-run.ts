import { rmSync } from 'node:fs'
import { endIdle } from './warmClouds'

/** After the last test file: no process of a test outlives the run. */
export default function endRun(): void {
  const folder = process.env['RUN_FOLDER']
  if (!folder) return
  endIdle()
  rmSync(folder, { recursive: true })
  delete process.env['RUN_FOLDER']
}
