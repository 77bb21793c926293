import type { GenericSchema } from 'valibot'
import type { Module, Procedure } from '@/types/shared/contract'
import { contracts } from './contracts'

/** What a schema accepts, as plain data that can be committed and compared. */
export interface Shape {
  type: string
  optional?: true
  nullable?: true
  /** Fields of an object. */
  fields?: Record<string, Shape>
  /** Entries of an array, values of a record. */
  item?: Shape
  /** Of a picklist or a literal. */
  values?: (string | number)[]
  /** Of a union. */
  options?: Shape[]
  /** Bounds and patterns, by the name of the check. */
  checks?: Record<string, string | number>
}

/** A procedure as plain data. */
export interface ProcedureShape {
  may: { who: string; roles?: readonly string[]; forOthers?: readonly string[] }
  act: string
  input: Shape
  output: Shape
  errors: readonly string[]
}

export type ContractShape = Record<string, Record<string, ProcedureShape>>

/** What valibot's schemas hold that its general type does not name. */
interface Inner {
  type: string
  wrapped?: Inner
  entries?: Record<string, Inner>
  item?: Inner
  value?: Inner
  options?: (string | number | Inner)[]
  literal?: string | number
  pipe?: { kind: string; type: string; requirement?: unknown }[]
}

export const shapeOf = (schema: GenericSchema): Shape => describe(schema as unknown as Inner)

const describe = (schema: Inner): Shape => {
  const { type, wrapped, entries, item, value, options, literal, pipe } = schema
  if (wrapped && (type === 'optional' || type === 'nullable'))
    return {
      ...describe(wrapped),
      ...(type === 'optional' ? { optional: true } : { nullable: true }),
    }
  const checks = (pipe ?? []).filter(({ kind }) => kind === 'validation')
  return {
    type,
    ...(entries && {
      fields: Object.fromEntries(Object.entries(entries).map(([name, of]) => [name, describe(of)])),
    }),
    ...((item ?? value) && { item: describe((item ?? value) as Inner) }),
    ...(literal !== undefined && { values: [literal] }),
    ...(type === 'picklist' && { values: options as (string | number)[] }),
    ...(type === 'union' && { options: (options as Inner[]).map(describe) }),
    ...(checks.length > 0 && {
      checks: Object.fromEntries(
        checks.map((check) => [check.type, requirementOf(check.requirement)]),
      ),
    }),
  }
}

const requirementOf = (requirement: unknown): string | number =>
  typeof requirement === 'number'
    ? requirement
    : requirement instanceof RegExp
      ? String(requirement)
      : 'code'

/** The whole contract of today. */
export const currentShape = (): ContractShape =>
  Object.fromEntries(contracts.map(({ module, procedures }) => [module, moduleShape(procedures)]))

const moduleShape = (procedures: Module): Record<string, ProcedureShape> =>
  Object.fromEntries(
    Object.entries(procedures).map(([word, procedure]) => [word, procedureShape(procedure)]),
  )

export const procedureShape = ({ may, act, input, output, errors }: Procedure): ProcedureShape => ({
  may: { ...may },
  act,
  input: shapeOf(input),
  output: shapeOf(output),
  errors: [...errors],
})
