import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire, Module } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Script } from 'node:vm'
import { threadId } from 'node:worker_threads'

// Most of a cold start is compiling a bundle anew, and a test run has a thousand cold starts. What V8 compiled once is
// kept for each file behind the digest of its text, so that no other text is ever taken for it.

/** Nothing is lost with it: whatever is missing is compiled again. */
const everyones = join(tmpdir(), 'changhuijia-compiled')
const digest = (...parts: string[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()

/** What was kept of this text at an earlier start, if anything. */
const kept = (path: string, text: Buffer): Buffer | undefined => {
  try {
    const found = readFileSync(path)
    return text.equals(found.subarray(0, text.length)) ? found.subarray(text.length) : undefined
  } catch {
    return undefined
  }
}

/**
 * Runs a CommonJS file as Node's `require` does. `keep` keeps what was compiled by then for the next cold start, unless
 * that is there already; V8 itself drops what another version of it wrote.
 */
export function load(
  file: string,
  folder = everyones,
): { readonly exports: unknown; readonly keep: () => void } {
  const text = readFileSync(file, 'utf8')
  const path = join(folder, digest(process.version, file).toString('hex'))
  const of = digest(text)
  const script = new Script(Module.wrap(text), { filename: file, cachedData: kept(path, of) })
  const known = script.cachedDataRejected === false
  const loaded = { exports: {} as unknown }
  const run = script.runInThisContext() as (...names: unknown[]) => void
  run.call(loaded.exports, loaded.exports, createRequire(file), loaded, file, dirname(file))
  return {
    exports: loaded.exports,
    keep: () => {
      if (known) return
      mkdirSync(folder, { recursive: true })
      // Whole or not at all: others read it while it is written.
      const own = `${path}.${process.pid}-${threadId}`
      writeFileSync(own, Buffer.concat([of, script.createCachedData()]))
      renameSync(own, path)
    },
  }
}
