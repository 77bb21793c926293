import * as v from 'valibot'
import {
  commonErrors,
  contractVersion,
  oldestPhone,
  type CallEvent,
  type Envelope,
} from '@/types/shared/envelope'
import { centreCode } from '@/types/shared/fields'
import type { Contract, Module, Procedure } from '@/types/shared/contract'
import type { Instant } from '@/types/shared/day'
import { audited } from './audit'
import { now } from './clock'
import { origin } from './cloud'
import { displayOf, type DisplayLink } from './display'
import { Conflict, fail, Failure, OutcomeUnknown } from './failure'
import { personIdHint, randomToken } from './ids'
import { faultOf, log } from './log'
import {
  actingAt,
  holds,
  passportId,
  passports,
  people,
  rolesOf,
  type Facts,
  type Passport,
} from './passport'
import { anywhere, type Arrival, type Handler, type Placed, type Steps } from './procedure'

const callEvent = v.object({
  procedure: v.string(),
  centre: centreCode,
  input: v.optional(v.unknown(), {}),
  v: v.optional(v.pipe(v.number(), v.integer())),
  display: v.optional(v.pipe(v.string(), v.maxLength(64))),
})

interface Call {
  centre: string
  openid: string
  requestId: string
  at: Instant
  display: string | undefined
}

/**
 * A module's cloud function: parse, identify beside the loads, authorise, run, name the errors. Phones only: an
 * event without an OPENID reaches nothing but what a display link opens, whatever it claims to be.
 */
export const serve = <M extends Module>(
  { module, procedures }: Contract<M>,
  handlers: { readonly [K in keyof M]: Handler },
): ((event: unknown) => Promise<Envelope>) => {
  return async (event) => {
    const at = now()
    const requestId = randomToken()
    let name = 'unknown'
    try {
      const call = parse<CallEvent>(callEvent, event, '')
      if (call.v !== undefined && call.v < oldestPhone) fail('UpdateNeeded')
      const declared = Object.hasOwn(procedures, call.procedure)
        ? procedures[call.procedure]
        : fail('InvalidInput', { field: 'procedure' })
      name = call.procedure
      const { steps } = handlers[name] as Handler
      const value = await answer(
        `${module}.${name}`,
        declared as Procedure,
        steps,
        parse(declared!.input, call.input, 'input'),
        { centre: call.centre, openid: origin().openid, requestId, at, display: call.display },
      )
      log({ level: 'info', requestId, module, procedure: name, ms: now() - at })
      return { ok: true, value, at: now(), v: contractVersion }
    } catch (error) {
      const { code, data } = named(error, procedures[name])
      log({
        level: code === 'Internal' ? 'error' : 'info',
        requestId,
        module,
        procedure: name,
        code,
        ms: now() - at,
        ...(code === 'Internal' ? { fault: faultOf(error) } : {}),
      })
      return {
        ok: false,
        error:
          code === 'Internal' ? { code, data: { requestId } } : { code, ...(data && { data }) },
        at: now(),
        v: contractVersion,
      }
    }
  }
}

/** Parses what came from outside; the first thing wrong is named by its path. */
const parse = <T>(schema: v.GenericSchema<unknown, T>, value: unknown, root: string): T => {
  const result = v.safeParse(schema, value, { abortEarly: true })
  if (result.success) return result.output
  const path = v.getDotPath(result.issues[0])
  return fail('InvalidInput', { field: [root, path].filter(Boolean).join('.') || 'event' })
}

const named = (error: unknown, declared?: Procedure): Failure => {
  if (error instanceof OutcomeUnknown || error instanceof Conflict) return new Failure('TryAgain')
  if (!(error instanceof Failure)) return new Failure('Internal')
  const known = [...commonErrors, ...(declared?.errors ?? [])]
  return known.includes(error.code) ? error : new Failure('Internal')
}

type AnySteps = Steps<Procedure, unknown>

const answer = async (
  name: string,
  declared: Procedure,
  steps: AnySteps,
  input: Record<string, unknown>,
  { display: token, ...call }: Call,
): Promise<unknown> => {
  const { may } = declared
  const { centre, openid, at, requestId } = call
  if (openid === '' && !(may.who === 'display' && token)) fail('NotSignedIn')

  const asked = typeof input.forResident === 'string' ? input.forResident : undefined
  let arrival: Arrival<Procedure> = {
    ...call,
    input,
    subjectId: asked ?? (openid ? personIdHint(centre, openid) : ''),
  }
  const load = (): Promise<unknown> => steps.load?.(arrival) ?? Promise.resolve(undefined)

  const [passport, display, early] = await Promise.all([
    openid ? passports.of(centre).get(passportId(centre, openid)) : null,
    token ? displayOf(centre, token) : null,
    // A load may fail because its hint was wrong: it is judged once it is known who calls.
    load().then(
      (value) => ({ value, error: null }),
      (error: unknown) => ({ value: undefined, error: { cause: error } }),
    ),
  ])
  const caller = passport && actingAt(passport, at)

  let { value: loaded, error } = early
  let subject: Facts | null = null
  let asStaff = false
  if (may.who === 'resident') {
    if (!caller) return fail('NotSignedIn')
    ;({ subject, asStaff } = await subjectOf(caller, asked, may.forOthers ?? [], at))
  }
  const subjectId = subject?.id ?? caller?.person.id ?? arrival.subjectId
  if (subjectId !== arrival.subjectId) {
    arrival = { ...arrival, subjectId }
    loaded = await load()
    error = null
  }

  if (may.who === 'staff' || may.who === 'display') {
    const roles = may.roles
    // Somebody without any of the roles learns nothing, not even whether the thing exists.
    if (may.who === 'staff' || !display) {
      if (!caller) return fail('NotSignedIn')
      if (!caller.roles.some(({ role }) => roles.includes(role))) fail('NotAllowed')
    }
    if (error) throw error.cause
    const place = steps.place?.({ ...arrival, loaded }) ?? []
    if (!mayReach(caller, display, roles, place, at)) fail('NotAllowed')
    asStaff = may.who === 'staff'
  }
  if (error) throw error.cause

  const running = { ...arrival, caller, subject, display, loaded, reload: load }
  const run = async () => v.parse(declared.output, await steps.run(running as never))
  if (!(asStaff && caller && declared.act === 'change')) return run()

  return audited(centre, run, !steps.heldByRecord, {
    key: [input.key as string, ...(steps.eachLook ? [requestId] : [])].join('-'),
    actor: caller.person.id,
    subject: steps.inConfidence
      ? null
      : (subject?.id ?? steps.concerns?.({ ...arrival, loaded }) ?? personIn(input)),
    ...(steps.about && { about: steps.about({ ...arrival, loaded }) }),
    procedure: name,
    requestId,
  })
}

/** Staff procedures name the person they concern in a field of this word; of two that become one, the one that stays. */
const personIn = ({ person, keep }: Record<string, unknown>): string | null => {
  const concerned = person ?? keep
  return typeof concerned === 'string' ? concerned : null
}

const mayReach = (
  caller: Passport | null,
  display: DisplayLink | null,
  roles: readonly Passport['roles'][number]['role'][],
  place: Placed,
  at: Instant,
): boolean => {
  if (place === anywhere)
    return caller !== null && rolesOf(caller, at).some((role) => roles.includes(role))
  return (
    (caller !== null && holds(caller, roles, place, at)) ||
    (display !== null && display.path.every((node, depth) => place[depth] === node))
  )
}

/** The person a resident's procedure is for: themselves, a dependant with consent, or somebody below a staff node. */
const subjectOf = async (
  caller: Passport,
  asked: string | undefined,
  roles: readonly Passport['roles'][number]['role'][],
  at: Instant,
): Promise<{ subject: Facts; asStaff: boolean }> => {
  if (asked === undefined || asked === caller.person.id)
    return { subject: caller.person, asStaff: false }
  const dependant = caller.dependants[asked]
  if (dependant) return { subject: dependant, asStaff: false }
  if (!caller.roles.some(({ role }) => roles.includes(role))) return fail('NotAllowed')
  const person = await people.of(caller.centre).get(asked, { facts: true, mergedInto: true })
  if (!person || !holds(caller, roles, person.facts.path, at)) return fail('NotAllowed')
  if (person.mergedInto) return subjectOf(caller, person.mergedInto, roles, at)
  return { subject: person.facts, asStaff: true }
}
