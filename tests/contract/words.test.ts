import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Words } from '@/src/api/words'
import { commonErrors } from '@/types/shared/envelope'
import { contracts } from './contracts'

const folder = join(__dirname, '../../src/api/words')

const wordsOf = (module: string): Words => {
  const exported = jest.requireActual<Record<string, Words>>(join(folder, `${module}.ts`))
  const words = exported[module]
  if (!words) throw new Error(`src/api/words/${module}.ts exports no ${module}`)
  return words
}

/** Data a sentence may ask for; one that is missing shows as `undefined` in it. */
const anyData = new Proxy({}, { get: () => 5 })

const sentences = (module: string): string[] =>
  Object.values(wordsOf(module)).map((words) =>
    typeof words === 'function' ? words(anyData) : words,
  )

describe('every refusal is a sentence in Chinese', () => {
  const common = wordsOf('common')

  it.each(commonErrors)('%s, which any procedure may answer', (code) =>
    expect(common[code]).toBeDefined(),
  )

  const named = contracts.flatMap(({ module, procedures }) =>
    [...new Set(Object.values(procedures).flatMap(({ errors }) => errors))].map((code) => ({
      module,
      code,
    })),
  )
  it.each(named)('$module $code', ({ module, code }) =>
    expect(wordsOf(module)[code] ?? common[code]).toBeDefined(),
  )

  it.each(readdirSync(folder).map((name) => name.replace(/\.ts$/, '')))(
    '%s speaks plainly',
    (module) => {
      for (const sentence of sentences(module)) {
        expect(sentence).toMatch(/\p{Script=Han}/u)
        expect(sentence).not.toMatch(/[A-Za-z]{2}/)
        expect(sentence).toMatch(/[。？]$|编号：/)
      }
    },
  )

  it('has no words for codes that nothing answers', () => {
    for (const { module, procedures } of contracts) {
      const known = Object.entries(procedures).flatMap(([name, { errors }]) =>
        errors.flatMap((code: string) => [code, `${name}.${code}`]),
      )
      const idle = Object.keys(wordsOf(module)).filter((code) => !known.includes(code))
      expect({ module, idle }).toEqual({ module, idle: [] })
    }
  })
})
