import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { load } from '@/emulator/functions/compiled'

const folder = mkdtempSync(join(tmpdir(), 'bundle-'))
const file = join(folder, 'index.js')
const writes = (text: string) => writeFileSync(file, text)

let kept: string
const read = () => load(file, kept)
const answer = (): unknown => (read().exports as { main: () => unknown }).main()
const own = () => join(kept, readdirSync(kept)[0]!)

beforeEach(() => {
  kept = mkdtempSync(join(folder, 'kept-'))
  writes('exports.main = () => 1')
  read().keep()
})
afterAll(() => rmSync(folder, { recursive: true }))

test('a file runs from what was kept of it', () => {
  expect(answer()).toBe(1)
  const { mtimeMs } = statSync(own())
  // What is known is not kept again.
  read().keep()
  expect(statSync(own()).mtimeMs).toBe(mtimeMs)
})

test('another text of the same length is never taken for it', () => {
  writes('exports.main = () => 2')
  expect(answer()).toBe(2)
})

test('what was kept in pieces is not used', () => {
  writeFileSync(own(), 'broken')
  expect(answer()).toBe(1)
})

test('a file requires as its own folder does, and knows its name', () => {
  writeFileSync(join(folder, 'part.js'), 'module.exports = "part"')
  writes('module.exports = { main: () => [require("./part"), __filename] }')
  expect(answer()).toEqual(['part', file])
})
