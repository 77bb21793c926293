import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { functionVariables } from '@/emulator/functions/secrets'

let data: string
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'secrets-'))
})
afterEach(() => rmSync(data, { recursive: true }))

const config = {
  functionDefaultConfig: { envVariables: { KEYS: '{{env.KEYS}}', ZONE: 'UTC' } },
  functions: [{ name: 'jobs', envVariables: { ZONE: 'Asia/Shanghai' } }],
}
const variables = (functionName: string) => functionVariables(config, data)(functionName)

test('functions that need the same variable share its secret', () => {
  expect(variables('activities').KEYS).toMatch(/^[\w-]{43}$/)
  expect(variables('jobs').KEYS).toBe(variables('activities').KEYS)
})

test('the same data folder has the same secrets, another one has others', () => {
  const first = variables('jobs')
  expect(variables('jobs')).toEqual(first)
  rmSync(join(data, 'secrets.json'))
  expect(variables('jobs')).not.toEqual(first)
})

test('a literal stays as it is written, and a function may say otherwise than the default', () => {
  expect(variables('activities').ZONE).toBe('UTC')
  expect(variables('jobs').ZONE).toBe('Asia/Shanghai')
})
