import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startCloud, type TestCloud } from '../../support/cloud'

// The process is killed in the middle of a thousand writes; what was acknowledged must be there, and nothing by halves.

const data = mkdtempSync(join(tmpdir(), 'durable-'))
afterAll(() => rmSync(data, { recursive: true }))

const writes = 1000
const filling = 'x'.repeat(2000)

interface Note {
  _id: string
  serial: number
  text: string
  end: number
}

test('kill -9 among 1,000 concurrent writes loses no acknowledged one and leaves no half', async () => {
  const first = await startCloud({ functions: 'fixtures', data })
  const acknowledged = new Set<string>()
  let killed: Promise<void> | undefined
  await Promise.all(
    Array.from({ length: writes }, async (_, serial) => {
      const _id = `n${serial}`
      try {
        await first.admin.collection('notes').add({ _id, serial, text: filling, end: serial })
      } catch {
        return
      }
      acknowledged.add(_id)
      if (acknowledged.size === 300) killed = first.stop('SIGKILL')
    }),
  )
  await killed
  expect(acknowledged.size).toBeGreaterThanOrEqual(300)
  expect(acknowledged.size).toBeLessThan(writes)

  const second = await startCloud({ functions: 'fixtures', data })
  try {
    const kept = await everything(second)
    const ids = new Set(kept.map(({ _id }) => _id))
    expect([...acknowledged].filter((id) => !ids.has(id))).toEqual([])
    for (const { _id, serial, text, end } of kept)
      expect({ _id, length: text.length, end }).toEqual({
        _id: `n${serial}`,
        length: filling.length,
        end: serial,
      })
    // The index holds the same documents as the collection.
    expect((await byIndex(second)).sort()).toEqual([...ids].sort())
    // And what was not acknowledged can be written again unless it is there.
    const missing = Array.from({ length: writes }, (_, n) => `n${n}`).find((id) => !ids.has(id))
    await second.admin.collection('notes').add({ _id: missing, serial: -1 })
  } finally {
    await second.stop()
  }
})

async function everything(cloud: TestCloud): Promise<Note[]> {
  const { data: list } = await cloud.admin.collection('notes').limit(writes).get()
  return list as Note[]
}

async function byIndex(cloud: TestCloud): Promise<string[]> {
  const db = cloud.admin
  const { data: list } = await db
    .collection('notes')
    .where({ serial: db.command.gte(0) })
    .orderBy('serial', 'asc')
    .limit(writes)
    .get()
  return (list as Note[]).map(({ _id }) => _id)
}
