import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Clock } from '@/emulator/clock'
import { Database, type CollectionSpec } from '@/emulator/database'
import { defaultLimits, type Limits } from '@/emulator/limits'

export const noon = Date.parse('2026-11-16T04:00:00Z')

export interface Opened {
  database: Database
  clock: Clock
  /** The file, to open it again. */
  path: string
}

const opened: { database: Database; folder: string }[] = []

/** A database of its own in a temporary folder, with these collections. `closeAll` in `afterEach` removes it. */
export function open(specs: CollectionSpec[], limits: Partial<Limits> = {}): Opened {
  const folder = mkdtempSync(join(tmpdir(), 'database-'))
  const path = join(folder, 'data.sqlite')
  const clock = new Clock(noon)
  const database = Database.open({
    path,
    clock,
    limits: { ...defaultLimits, ...limits },
  })
  opened.push({ database, folder })
  for (const spec of specs) database.define(spec)
  return { database, clock, path }
}

export function closeAll(): void {
  for (const { database, folder } of opened.splice(0)) {
    database.close()
    rmSync(folder, { recursive: true })
  }
}

/** `'centre day-'` is an index on centre, then day descending; `'!'` in front makes it unique. */
export function indexed(name: string, ...indexes: string[]): CollectionSpec {
  return {
    name,
    indexes: indexes.map((text) => ({
      name: text,
      unique: text.startsWith('!'),
      fields: text
        .replace('!', '')
        .split(' ')
        .map((field) => ({
          field: field.replace(/[-@]$/, ''),
          direction: field.endsWith('-') ? -1 : field.endsWith('@') ? '2dsphere' : 1,
        })),
    })),
  }
}
