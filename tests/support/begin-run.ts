import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Before the first test file: a folder for what test processes share. They inherit the variable. */
export default function beginRun(): void {
  // Each project of a run begins it.
  if (process.env['RUN_FOLDER']) return
  const folder = mkdtempSync(join(tmpdir(), 'tests-'))
  mkdirSync(join(folder, 'clouds'))
  process.env['RUN_FOLDER'] = folder
}
