import type { Contract, May, Module, Output, Parsed, Procedure } from '@/types/shared/contract'
import type { Instant } from '@/types/shared/day'
import type { DisplayLink } from './display'
import type { Facts, Passport } from './passport'

/** What is known before the caller is: enough to load beside the passport, in the same round trip. */
export interface Arrival<P extends Procedure> {
  centre: string
  openid: string
  requestId: string
  at: Instant
  input: Parsed<P>
  /** Id of the person concerned. When the passport says otherwise, `load` runs again with the right one. */
  subjectId: string
}

type CallerOf<M extends May> = M['who'] extends 'visitor' | 'display' ? Passport | null : Passport
type SubjectOf<M extends May> = M['who'] extends 'resident' ? Facts : null
type DisplayOf<M extends May> = M['who'] extends 'display' ? DisplayLink | null : null

/** What a procedure runs with, once it is known who calls and that they may. */
export interface Running<P extends Procedure, L> extends Arrival<P> {
  caller: CallerOf<P['may']>
  /** The person it is for: the caller, a dependant, or anyone below a staff member's node. */
  subject: SubjectOf<P['may']>
  display: DisplayOf<P['may']>
  loaded: L
  reload(): Promise<L>
}

/**
 * The place of what lies on no node: a person whose home is not known yet, a card shown on the spot, or a list that
 * `run` narrows to the caller's own nodes (`nodesOf`). A role held anywhere at the centre covers it.
 */
export const anywhere = Symbol('anywhere')

export type Placed = readonly string[] | typeof anywhere

/** The node path of the thing concerned, from what was loaded: the caller's role must cover it. */
type Place<P extends Procedure, L> = (arrival: Arrival<P> & { loaded: L }) => Placed

type NeedsPlace<P extends Procedure> = P['may']['who'] extends 'staff' | 'display' ? true : false

export interface Steps<P extends Procedure, L> {
  /** Reads what does not depend on who calls. Nothing of it is answered before the caller is allowed. */
  load?: (arrival: Arrival<P>) => Promise<L>
  place?: Place<P, L>
  /** The person a staff act concerns, for the audit log, where no field of the input names them. */
  concerns?: (arrival: Arrival<P> & { loaded: L }) => string | null
  /** Which record a staff act is about, as the audit log names it: its number. */
  about?: (arrival: Arrival<P> & { loaded: L }) => string | null
  /** Each time somebody looks has an entry of its own, under the same key too. */
  eachLook?: true
  /** For whom it was done is not in the audit log, where the time would tell who said what was said in confidence. */
  inConfidence?: true
  /**
   * The one write that makes the change also holds who did it, to whom and when, and the module copies that to the audit
   * log (`auditDone`): nothing is changed without it, and it costs no request of its own.
   */
  heldByRecord?: true
  run: (running: Running<P, L>) => Promise<Output<P>>
}

/** Staff and display procedures do not compile without a place: refuse by default. */
type Checked<P extends Procedure, L> = Steps<P, L> &
  (NeedsPlace<P> extends true ? { place: object } : unknown)

/** A procedure with its types closed over; `serve` runs it. */
export interface Handler {
  steps: Steps<Procedure, unknown>
}

/** One procedure of a module: load, ask the rule, save, reply. */
export const procedure = <M extends Module, K extends keyof M & string, L = undefined>(
  _of: Contract<M>,
  _name: K,
  steps: Checked<M[K], L>,
): Handler => ({ steps: steps as unknown as Steps<Procedure, unknown> })

/** Place of things that belong to the whole centre. */
export const wholeCentre = ({ centre }: { centre: string }): readonly string[] => [
  centreNode(centre),
]

/** The root of a centre's organisation tree. */
export const centreNode = (centre: string): string => `${centre}_centre`
