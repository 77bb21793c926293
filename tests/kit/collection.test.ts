import { command } from '@/cloudfunctions/kit/cloud'
import { collection, type Stored } from '@/cloudfunctions/kit/collection'
import { OutcomeUnknown } from '@/cloudfunctions/kit/failure'
import { startCloud, type TestCloud } from '../support/cloud'
import { stepInto } from './inside'

interface Note extends Stored {
  text: string
  at: number
  left?: number
}

const notes = collection<Note>('kit_notes')
const note = (id: string, more: Partial<Note> = {}): Note => ({
  _id: `dl_${id}`,
  centre: 'dl',
  v: 1,
  text: id,
  at: 0,
  ...more,
})

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startCloud()
  stepInto(cloud)
  await cloud.admin.createCollection('kit_notes')
})
afterAll(() => cloud.stop())
beforeEach(async () => {
  await cloud.admin.collection('kit_notes').where({ v: 1 }).remove()
  await notes.of('dl').insertAll([note('a'), note('b', { left: 1 })])
  await notes.of('xi').insert({ ...note('x'), _id: 'xi_x', centre: 'xi' })
})

describe('a centre', () => {
  test('sees its own documents only, by id, by search and in counts', async () => {
    expect(await notes.of('xi').get('dl_a')).toBeNull()
    expect(await notes.of('xi').find({ where: { v: 1 } })).toMatchObject([{ _id: 'xi_x' }])
    expect(await notes.of('xi').count({ v: 1 })).toBe(1)
    expect((await notes.of('xi').page({ where: {}, by: ['at', 'asc'] })).documents).toHaveLength(1)
  })

  test('changes and removes its own documents only', async () => {
    expect(await notes.of('xi').change('dl_a', { text: 'changed' })).toBe(false)
    expect(await notes.of('xi').changeAll({ v: 1 }, { text: 'changed' })).toBe(1)
    expect(await notes.of('xi').remove('dl_a')).toBe(false)
    expect(await notes.of('xi').removeAll({ v: 1 })).toBe(1)
    expect(await notes.of('dl').find({ where: { v: 1 } })).toMatchObject([
      { text: 'a' },
      { text: 'b' },
    ])
  })

  test('stores nothing under the name of another', async () => {
    const foreign = { ...note('y'), centre: 'xi' }
    await expect(notes.of('dl').insert(foreign)).rejects.toThrow('another centre')
    await expect(notes.of('dl').replace(foreign)).rejects.toThrow('another centre')
    await expect(
      notes.of('dl').insertAll([note('z'), { ...note('y'), _id: 'xi_y' }]),
    ).rejects.toThrow('another centre')
    expect(await notes.of('dl').count({ v: 1 })).toBe(2)
  })
})

test('a guarded change happens once', async () => {
  const take = () =>
    notes.of('dl').change('dl_b', { left: command.inc(-1) }, { left: command.gt(0) })
  expect((await Promise.all([take(), take(), take()])).sort()).toEqual([false, false, true])
  expect(await notes.of('dl').get('dl_b')).toMatchObject({ left: 0 })
})

test('what is there under its key stays as it is; what is missing is added', async () => {
  expect(await notes.of('dl').insert(note('a', { text: 'again' }))).toBe(false)
  await notes.of('dl').insertAll([note('a', { text: 'again' }), note('c')])
  const texts = (await notes.of('dl').find({ where: { v: 1 } })).map(({ text }) => text)
  expect(texts.sort()).toEqual(['a', 'b', 'c'])
})

describe('when a reply is lost', () => {
  const lost = (action: string) => cloud.fault({ action, kind: 'lostReply' })

  test('a read and an insert are repeated', async () => {
    await lost('database.getDocument')
    expect(await notes.of('dl').get('dl_a')).toMatchObject({ text: 'a' })
    await lost('database.insertDocument')
    await notes.of('dl').insert(note('d'))
    expect(await notes.of('dl').count({ text: 'd' })).toBe(1)
    expect(await cloud.faults()).toEqual([])
  })

  test('a change is not: its outcome is unknown, and whoever asked reads again', async () => {
    await lost('database.modifyDocument')
    const change = notes.of('dl').change('dl_b', { left: command.inc(-1) })
    await expect(change).rejects.toBeInstanceOf(OutcomeUnknown)
    expect(await notes.of('dl').get('dl_b')).toMatchObject({ left: 0 })
  })
})

describe('pages', () => {
  const all = Array.from({ length: 45 }, (_, number) =>
    note(`n${String(number).padStart(2, '0')}`, { at: Math.floor(number / 10) }),
  )
  beforeEach(async () => {
    await notes.of('dl').removeAll({ v: 1 })
    await notes.of('dl').insertAll(all)
  })

  const walk = async (direction: 'asc' | 'desc', where: object | object[] = {}) => {
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await notes
        .of('dl')
        .page({ where: where as never, by: ['at', direction], after })
      expect(page.documents.length).toBeLessThanOrEqual(20)
      seen.push(...page.documents.map(({ _id }) => _id))
      after = page.next ?? undefined
    } while (after !== undefined)
    return seen
  }

  test('hold each document once, in order, both ways', async () => {
    const ids = all.map(({ _id }) => _id)
    expect(await walk('asc')).toEqual(ids)
    expect(await walk('desc')).toEqual([...ids].reverse())
  })

  test('hold what fits several alternatives once', async () => {
    const alternatives = [{ at: command.gte(1) }, { at: command.lte(3) }, { text: 'n44' }]
    expect(await walk('asc', alternatives)).toEqual(all.map(({ _id }) => _id))
  })

  test('neither repeat nor hide anything when documents come and go between them', async () => {
    const first = await notes.of('dl').page({ where: {}, by: ['at', 'asc'] })
    await notes.of('dl').insert(note('early', { at: -1 }))
    await notes.of('dl').remove(all[3]?._id ?? '')
    const second = await notes
      .of('dl')
      .page({ where: {}, by: ['at', 'asc'], after: first.next ?? undefined })
    expect(second.documents.map(({ _id }) => _id)).toEqual(all.slice(20, 40).map(({ _id }) => _id))
  })

  test('go on behind documents without a moment, which come first', async () => {
    const without = Array.from({ length: 25 }, (_, n) =>
      note(`w${String(n).padStart(2, '0')}`, { at: null as never }),
    )
    await notes.of('dl').insertAll(without)
    expect(await walk('asc')).toEqual([...without, ...all].map(({ _id }) => _id))
  })

  test('a cursor we did not make is refused', async () => {
    for (const after of ['nonsense', 'W10', Buffer.from('[{},"x"]').toString('base64url')])
      await expect(
        notes.of('dl').page({ where: {}, by: ['at', 'asc'], after }),
      ).rejects.toMatchObject({ code: 'InvalidInput', data: { field: 'input.after' } })
  })
})
