import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { breaks } from './compare'
import { currentShape, type ContractShape } from './shape'

const file = join(__dirname, 'contract.snapshot.json')

/** Phones in the field speak what was committed; `UPDATE_CONTRACT=1` commits what was added since. */
describe('the contract that old phones know', () => {
  const now = currentShape()
  if (process.env.UPDATE_CONTRACT) writeFileSync(file, `${JSON.stringify(now, null, 2)}\n`)
  const committed = JSON.parse(readFileSync(file, 'utf8')) as ContractShape

  it('still holds', () => expect(breaks(committed, now)).toEqual([]))

  it('is committed with what was added: run this test with UPDATE_CONTRACT=1', () =>
    expect(JSON.parse(JSON.stringify(now))).toEqual(committed))
})
