import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Writes what esbuild made (`write: false`): only files that differ, each of them at once, so that a cloud that starts
 * meanwhile reads the old file or the new one.
 */
export function writeBundle(outputFiles) {
  for (const { path, contents } of outputFiles) {
    if (existsSync(path) && readFileSync(path).equals(contents)) continue
    mkdirSync(dirname(path), { recursive: true })
    const arriving = `${path}.${process.pid}`
    writeFileSync(arriving, contents)
    renameSync(arriving, path)
  }
}
