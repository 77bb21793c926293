import type * as v from 'valibot'
import type { StaffRole } from './roles'

/**
 * Who may call a procedure.
 * - `visitor`: anyone WeChat names (OPENID), signed in here or not.
 * - `resident`: a person signed in at this centre, for themselves; with `forOthers`, the input's `forResident` may
 *   name a dependant, or, for the roles listed, anyone who lives below the caller's node.
 * - `staff`: holds one of the roles on a node that covers the thing concerned.
 * - `display`: a revocable read-only link of a screen on the wall, or one of the roles.
 */
export type May =
  | { readonly who: 'visitor' }
  | { readonly who: 'resident'; readonly forOthers?: readonly StaffRole[] }
  | { readonly who: 'staff'; readonly roles: readonly StaffRole[] }
  | { readonly who: 'display'; readonly roles: readonly StaffRole[] }

/**
 * One procedure of a module.
 * `act` says whether it changes anything: a `change` carries an idempotency key and, when done in a staff role, leaves
 * an audit entry; a `read` may be repeated freely.
 */
export interface Procedure {
  readonly may: May
  readonly act: 'read' | 'change'
  readonly input: v.GenericSchema<Record<string, unknown>, Record<string, unknown>>
  readonly output: v.GenericSchema
  readonly errors: readonly string[]
}

export type Module = Readonly<Record<string, Procedure>>

export type Input<P extends Procedure> = v.InferInput<P['input']>
export type Parsed<P extends Procedure> = v.InferOutput<P['input']>
export type Output<P extends Procedure> = v.InferOutput<P['output']>

/** A change without an idempotency key does not compile. */
type Keyed<M extends Module> = {
  [K in keyof M]: M[K]['act'] extends 'change'
    ? v.InferInput<M[K]['input']> extends { key: string }
      ? M[K]
      : { change_needs_key: never }
    : M[K]
}

export interface Contract<M extends Module = Module> {
  readonly module: string
  readonly procedures: M
}

/** The contract of one module: the same word names its folder on every side. */
export const contract = <const M extends Module>(
  module: string,
  procedures: M & Keyed<M>,
): Contract<M> => ({ module, procedures })

export const visitor = { who: 'visitor' } as const
export const resident = { who: 'resident' } as const

/** A resident for themselves or a dependant; or one of these roles for anyone below their node. */
export const residentOr = <const R extends readonly StaffRole[]>(...forOthers: R) =>
  ({ who: 'resident', forOthers }) as const

export const staff = <const R extends readonly [StaffRole, ...StaffRole[]]>(...roles: R) =>
  ({ who: 'staff', roles }) as const

export const displayOr = <const R extends readonly [StaffRole, ...StaffRole[]]>(...roles: R) =>
  ({ who: 'display', roles }) as const
