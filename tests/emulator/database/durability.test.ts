import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'esbuild'
import { Clock } from '@/emulator/clock'
import { Database } from '@/emulator/database'
import { defaultLimits } from '@/emulator/limits'
import { indexed } from './open'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'durability-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Runs writer.ts on a database file and kills it with SIGKILL after some acknowledgements; returns these. */
async function killedAfter(acknowledgements: number, path: string): Promise<string[]> {
  const outfile = resolve('node_modules/.cache/database-writer.cjs')
  await build({
    entryPoints: [join(__dirname, 'writer.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    external: ['libsql'],
    logLevel: 'silent',
  })
  const writer = spawn(process.execPath, [outfile, path], { stdio: ['ignore', 'pipe', 'inherit'] })
  const seen: string[] = []
  for await (const line of createInterface({ input: writer.stdout })) {
    seen.push(line)
    if (seen.length === acknowledgements) writer.kill('SIGKILL')
  }
  return seen
}

test('kill -9 amid concurrent writes loses no acknowledged write and leaves no half one', async () => {
  const path = join(folder, 'data.sqlite')
  const acknowledged = await killedAfter(500, path)
  expect(acknowledged.length).toBeGreaterThanOrEqual(500)

  const database = Database.open({ path, clock: new Clock(), limits: defaultLimits })
  const total = database.count({ collection: 'writes', query: {} }).total
  expect(total).toBeLessThan(2000)
  for (const line of acknowledged) {
    const [kind, id] = line.split(' ')
    const [document] = database.find({ collection: 'writes', query: { _id: id } }).documents
    expect([line, document?.n]).toEqual([line, kind === 'inserted' ? expect.any(Number) : 2])
  }

  // Every document has exactly its entries: each index finds each document, and finds nothing else.
  const byId = database.find({ collection: 'writes', query: { _id: { $gte: '' } }, limit: 1000 })
  expect(byId.documents).toHaveLength(Math.min(total, 1000))
  for (const { _id, n, tags } of byId.documents) {
    const by = (query: Record<string, unknown>) =>
      database.find({ collection: 'writes', query: { _id, ...query } }).documents.length
    expect([by({ n }), by({ tags: (tags as string[])[0] })]).toEqual([1, 1])
  }
  const entries = (query: Record<string, unknown>) =>
    database.count({ collection: 'writes', query }).total
  expect(entries({ n: { $gte: 0 } })).toBe(total)
  expect(entries({ n: 1 }) + entries({ n: 2 })).toBe(total)
  // Pairs written by one transaction are both there or both not.
  expect(entries({ pair: 'left' })).toBe(entries({ pair: 'right' }))
  expect(entries({ pair: 'left' })).toBeGreaterThan(0)
  database.define(indexed('writes', 'n', 'tags', 'pair', '!serial'))
  database.close()
})
