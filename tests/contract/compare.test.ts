import * as v from 'valibot'
import { resident, residentOr, staff, visitor, type Procedure } from '@/types/shared/contract'
import { breaks } from './compare'
import { procedureShape } from './shape'

const base = {
  may: staff('gridWorker', 'centreStaff'),
  act: 'read',
  input: v.object({
    name: v.pipe(v.string(), v.maxLength(20)),
    note: v.optional(v.nullable(v.string())),
    kind: v.picklist(['a', 'b']),
    lines: v.optional(v.array(v.object({ count: v.number() }))),
  }),
  output: v.object({
    id: v.string(),
    until: v.nullable(v.number()),
    state: v.picklist(['open', 'closed']),
    items: v.array(v.object({ name: v.string() })),
    data: v.record(v.string(), v.union([v.string(), v.number()])),
  }),
  errors: ['SoldOut'],
} satisfies Procedure

const from = (before: Procedure, after: Procedure) =>
  breaks({ shop: { buy: procedureShape(before) } }, { shop: { buy: procedureShape(after) } })

const input = (entries: v.ObjectEntries) =>
  from(base, { ...base, input: v.object({ ...base.input.entries, ...entries }) })

const output = (entries: v.ObjectEntries) =>
  from(base, { ...base, output: v.object({ ...base.output.entries, ...entries }) })

const without = (schema: v.ObjectSchema<v.ObjectEntries, undefined>, field: string) => {
  const { [field]: _gone, ...rest } = schema.entries
  return v.object(rest)
}

describe('comparing two contracts', () => {
  it('finds nothing where nothing changed', () => expect(from(base, base)).toEqual([]))

  it('lets a contract grow', () => {
    expect(
      input({ more: v.optional(v.string()), name: v.pipe(v.string(), v.maxLength(30)) }),
    ).toEqual([])
    expect(input({ name: v.string(), kind: v.picklist(['a', 'b', 'c']) })).toEqual([])
    expect(input({ kind: v.optional(v.picklist(['a', 'b'])) })).toEqual([])
    expect(output({ more: v.string(), state: v.picklist(['open', 'closed', 'late']) })).toEqual([])
    expect(output({ until: v.number() })).toEqual([])
    expect(from(base, { ...base, may: staff('gridWorker', 'centreStaff', 'admin') })).toEqual([])
    expect(from({ ...base, may: resident }, { ...base, may: visitor })).toEqual([])
    expect(from(base, { ...base, errors: ['SoldOut', 'Closed'] })).toEqual([])
    const { input: _input, ...rest } = procedureShape(base)
    expect(breaks({}, { shop: { sell: { ..._input, ...rest } as never } })).toEqual([])
  })

  it.each([
    ['a procedure removed', breaks({ shop: { buy: procedureShape(base) } }, { shop: {} })],
    ['a module removed', breaks({ shop: { buy: procedureShape(base) } }, {})],
    ['an input removed', from(base, { ...base, input: without(base.input, 'note') })],
    ['a new required input', input({ more: v.string() })],
    ['an input that became required', input({ note: v.nullable(v.string()) })],
    ['an input that may not be null', input({ note: v.optional(v.string()) })],
    ['another type of input', input({ name: v.number() })],
    ['a lower maximum', input({ name: v.pipe(v.string(), v.maxLength(19)) })],
    ['a new minimum', input({ name: v.pipe(v.string(), v.maxLength(20), v.minLength(2)) })],
    ['a new pattern', input({ name: v.pipe(v.string(), v.maxLength(20), v.regex(/^a/)) })],
    ['a choice removed', input({ kind: v.picklist(['a']) })],
    [
      'a nested input required',
      input({ lines: v.optional(v.array(v.object({ count: v.number(), of: v.string() }))) }),
    ],
    ['an output removed', from(base, { ...base, output: without(base.output, 'until') })],
    ['an output that may be null', output({ id: v.nullable(v.string()) })],
    ['an output that may be missing', output({ id: v.optional(v.string()) })],
    ['another type of output', output({ id: v.number() })],
    ['a nested output removed', output({ items: v.array(v.object({})) })],
    [
      'a new kind of value',
      output({ data: v.record(v.string(), v.union([v.string(), v.boolean()])) }),
    ],
    ['a role less', from(base, { ...base, may: staff('centreStaff') })],
    [
      'fewer who call for others',
      from({ ...base, may: residentOr('gridWorker') }, { ...base, may: residentOr() }),
    ],
    ['a smaller circle', from({ ...base, may: visitor }, { ...base, may: resident })],
  ])('names %s', (_what, found) => expect(found).toHaveLength(1))
})
