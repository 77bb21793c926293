import fc from 'fast-check'
import * as v from 'valibot'
import type { Envelope } from '@/types/shared/envelope'
import { startCloud, type TestCloud } from '../support/cloud'
import { dl } from '../support/people'
import { everyProcedure } from './contracts'
import { shapeOf, type Shape } from './shape'

/** Text that breaks things: empty, far too long, controls, markup, operators, ids of nowhere, a dot in a field name. */
const nasty = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    'a\u0007b',
    '{"$gt":""}',
    '$where',
    'a.b',
    '__proto__',
    '<script>',
    '2026-02-30',
  ),
  fc.constant('长'.repeat(5000)),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
)

const number = fc.oneof(
  fc.constantFrom(-1, 0.5, 1e308, Number.MAX_SAFE_INTEGER + 2, -0),
  fc.integer(),
)

/** Anything JSON carries: NaN and infinities arrive as null. */
const anything = fc.oneof(
  nasty,
  number,
  fc.constantFrom(null, true, false, [], {}, [[]], { $gt: '' }, { $ne: null }, [null]),
  fc.jsonValue({ maxDepth: 4 }),
  fc.constant(Array.from({ length: 300 }, (_, i) => i)),
  fc
    .nat(40)
    .map((depth) => Array.from({ length: depth }).reduce<unknown>((inner) => ({ a: inner }), 1)),
)

/** Something of the right type, or what passes for it, so that the fuzz reaches the fields inside. */
const near = (shape: Shape): fc.Arbitrary<unknown> => {
  const { type, fields, item, values, options, optional, nullable } = shape
  const of = (): fc.Arbitrary<unknown> => {
    if (fields)
      return fc.record(
        Object.fromEntries(
          Object.entries(fields).map(([name, field]) => [name, sometimesBad(field)]),
        ),
      )
    if (type === 'array' && item) return fc.array(sometimesBad(item), { maxLength: 3 })
    if (type === 'record' && item) return fc.dictionary(fc.string({ maxLength: 5 }), near(item))
    if (values) return fc.constantFrom(...values)
    if (options) return fc.oneof(...options.map(near))
    if (type === 'boolean') return fc.boolean()
    if (type === 'number') return fc.oneof(number, fc.constantFrom(1, 10, 1_800_000_000_000))
    return fc.oneof(
      fc.constantFrom(
        'dl_p1',
        '2026-11-30',
        '13812345678',
        '李奶奶',
        '09:30',
        'a-key-of-forty-letters-or-less',
      ),
      nasty,
    )
  }
  const present = nullable ? fc.option(of(), { nil: null }) : of()
  return optional ? fc.option(present, { nil: undefined }) : present
}

const missing = Symbol('missing')

const sometimesBad = (shape: Shape): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 5, arbitrary: near(shape) },
    { weight: 1, arbitrary: anything },
    { weight: 1, arbitrary: fc.constant(missing) },
  )

/** As it travels: without what is missing, and with what JSON makes of the rest. */
const asSent = (value: unknown): unknown =>
  value === undefined || value === missing
    ? undefined
    : (JSON.parse(JSON.stringify(strip(value))) as unknown)

const strip = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map((inner) => (inner === missing ? null : strip(inner)))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== missing && inner !== undefined)
      .map(([name, inner]) => [name, strip(inner)]),
  )
}

const callsEach = 40

describe('what no form sends', () => {
  let cloud: TestCloud
  beforeAll(async () => {
    cloud = await startCloud({ seed: 'empty' })
  })
  afterAll(() => cloud.stop())

  const call = (module: string, event: unknown) =>
    cloud.call<Envelope>('o-li', module, event as object)

  it.each(everyProcedure)(
    'is refused by $name with the field that is wrong',
    async ({ module, word, declared }) => {
      const shape = shapeOf(declared.input)
      const inputs = fc
        .sample(fc.oneof(sometimesBad(shape), anything), { numRuns: callsEach * 2, seed: 20261121 })
        .map(asSent)
        .filter((input) => !v.safeParse(declared.input, input ?? {}).success)
        .slice(0, callsEach)
      // A procedure that asks for nothing takes any object: only what is none is wrong.
      expect(inputs.length).toBeGreaterThan(4)
      const answers = await Promise.all(
        inputs.map((input) => call(module, { procedure: word, centre: dl, input })),
      )
      for (const [i, answer] of answers.entries())
        expect({ input: inputs[i], answer }).toMatchObject({
          answer: {
            ok: false,
            error: {
              code: 'InvalidInput',
              data: { field: expect.stringMatching(/^input(\.|$)/) as string },
            },
          },
        })
    },
  )

  it.each(everyProcedure)(
    'adds nothing to $name by what is not asked for',
    async ({ module, word, declared }) => {
      const { fields = {} } = shapeOf(declared.input)
      const extra = { openid: 'o-admin', role: 'admin', $set: { a: 1 }, constructor: { name: 'x' } }
      const answer = await call(module, { procedure: word, centre: dl, input: extra })
      const asks = Object.values(fields).some(({ optional }) => !optional)
      if (answer.ok) expect(asks).toBe(false)
      else {
        expect(answer.error.code).not.toBe('Internal')
        if (asks) expect(answer.error.code).toBe('InvalidInput')
      }
    },
  )

  it.each([
    ['no procedure', { centre: dl }],
    ['a procedure of the language', { procedure: 'constructor', centre: dl }],
    ['a procedure of its prototype', { procedure: '__proto__', centre: dl }],
    ['a procedure that is none', { procedure: 'dropEverything', centre: dl }],
    ['a procedure that is no text', { procedure: ['me'], centre: dl }],
    ['no centre', { procedure: 'me' }],
    ['a centre that is an operator', { procedure: 'me', centre: { $ne: '' } }],
    ['a centre with a dot', { procedure: 'me', centre: 'dl.x' }],
    ['a version that is no number', { procedure: 'me', centre: dl, v: 'new' }],
    ['an endless display token', { procedure: 'me', centre: dl, display: 'x'.repeat(65) }],
  ])('%s is named as wrong', async (_what, event) => {
    expect(await call('residents', event)).toMatchObject({
      ok: false,
      error: { code: 'InvalidInput', data: { field: expect.any(String) as string } },
    })
  })

  it('an old phone is told to update', async () => {
    expect(await call('residents', { procedure: 'me', centre: dl, v: 0 })).toMatchObject({
      error: { code: 'UpdateNeeded' },
    })
  })
})
