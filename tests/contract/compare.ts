import type { ContractShape, ProcedureShape, Shape } from './shape'

/** What an old phone would stumble over: each break of the contract in one line. Additions are none. */
export const breaks = (before: ContractShape, after: ContractShape): string[] =>
  Object.entries(before).flatMap(([module, procedures]) =>
    Object.entries(procedures).flatMap(([word, procedure]) => {
      const now = after[module]?.[word]
      const name = `${module}.${word}`
      return now ? ofProcedure(name, procedure, now) : [`${name} is gone`]
    }),
  )

const ofProcedure = (name: string, before: ProcedureShape, after: ProcedureShape): string[] => [
  ...ofMay(name, before.may, after.may),
  ...ofInput(`${name} input`, before.input, after.input),
  ...ofOutput(`${name} output`, before.output, after.output),
]

/** Who may call it, from everybody to few. */
const circles = ['visitor', 'resident', 'display', 'staff']

const ofMay = (
  name: string,
  before: ProcedureShape['may'],
  after: ProcedureShape['may'],
): string[] => {
  const wider = circles.indexOf(after.who) < circles.indexOf(before.who)
  if (after.who !== before.who) return wider ? [] : [`${name} is no longer for ${before.who}`]
  return (['roles', 'forOthers'] as const).flatMap((list) =>
    (before[list] ?? [])
      .filter((role) => !(after[list] ?? []).includes(role))
      .map((role) => `${name} is no longer for ${role}`),
  )
}

/** An old phone sends what was accepted before: all of it must be accepted still. */
const ofInput = (path: string, before: Shape, after: Shape): string[] => {
  const found = [
    ...(before.optional && !after.optional ? [`${path} is required now`] : []),
    ...(before.nullable && !after.nullable ? [`${path} may not be null now`] : []),
  ]
  if (before.type !== after.type) return [...found, `${path} was ${before.type}, is ${after.type}`]
  const fieldsBefore = before.fields ?? {}
  const fieldsAfter = after.fields ?? {}
  return [
    ...found,
    ...Object.entries(fieldsBefore).flatMap(([name, field]) => {
      const now = fieldsAfter[name]
      return now ? ofInput(`${path}.${name}`, field, now) : [`${path}.${name} is gone`]
    }),
    ...Object.entries(fieldsAfter)
      .filter(([name, field]) => !(name in fieldsBefore) && !field.optional)
      .map(([name]) => `${path}.${name} is new and required`),
    ...(before.item && after.item ? ofInput(`${path}[]`, before.item, after.item) : []),
    ...missing(before.values, after.values).map((value) => `${path} no longer takes ${value}`),
    ...(before.options ?? [])
      .filter(
        (option) => !(after.options ?? []).some((now) => ofInput('', option, now).length === 0),
      )
      .map((option) => `${path} no longer takes a ${option.type}`),
    ...ofChecks(path, before.checks ?? {}, after.checks ?? {}),
  ]
}

const ofChecks = (
  path: string,
  before: NonNullable<Shape['checks']>,
  after: NonNullable<Shape['checks']>,
): string[] =>
  Object.entries(after)
    .filter(([check, bound]) => {
      const was = before[check]
      if (was === undefined) return true
      if (typeof bound !== 'number' || typeof was !== 'number') return bound !== was
      return check.startsWith('max') ? bound < was : bound > was
    })
    .map(([check, bound]) => `${path} is narrower: ${check} ${bound}`)

/** An old phone reads what it read before: every field is there and is of that type. New values of a list may come. */
const ofOutput = (path: string, before: Shape, after: Shape): string[] => {
  const found = [
    ...(!before.optional && after.optional ? [`${path} may be missing now`] : []),
    ...(!before.nullable && after.nullable ? [`${path} may be null now`] : []),
  ]
  if (before.type !== after.type) return [...found, `${path} was ${before.type}, is ${after.type}`]
  return [
    ...found,
    ...Object.entries(before.fields ?? {}).flatMap(([name, field]) => {
      const now = after.fields?.[name]
      return now ? ofOutput(`${path}.${name}`, field, now) : [`${path}.${name} is gone`]
    }),
    ...(before.item && after.item ? ofOutput(`${path}[]`, before.item, after.item) : []),
    ...(after.options ?? [])
      .filter(
        (option) => !(before.options ?? []).some((was) => ofOutput('', was, option).length === 0),
      )
      .map((option) => `${path} may be a ${option.type} now`),
  ]
}

const missing = <T>(before: readonly T[] = [], after: readonly T[] = []): T[] =>
  before.filter((value) => !after.includes(value))
