import type { Cloud } from '../cloud'
import { CloudError } from '../errors'
import type { Invocation } from '../functions'
import type { WireReply } from '../openapi'

/** One request to the service, unpacked from JSON or from a form. */
export interface ActionRequest {
  readonly action: string
  readonly params: Readonly<Record<string, unknown>>
  /** The call whose request it is; absent for clients outside functions. */
  readonly invocation: Invocation | undefined
  /** Told by database actions: how many documents were looked at, for how many found. Throws on an over-scan when strict. */
  readonly watch: (examined: number, returned: number) => void
}

/** What is put into the reply beside `requestId`; or, from WeChat's own servers, bytes that are sent as they are. */
export type ActionReply = Record<string, unknown> | WireReply

/** Carries out one action of the service; throws CloudError for what the service refuses. */
export type Action = (cloud: Cloud, request: ActionRequest) => ActionReply | Promise<ActionReply>

export function textParam(params: ActionRequest['params'], name: string): string {
  const value = params[name]
  if (typeof value !== 'string' || value === '')
    throw new CloudError('INVALID_PARAM', `${name} must be a non-empty string`)
  return value
}

export function optionalText(params: ActionRequest['params'], name: string): string | undefined {
  const value = params[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

export function listParam(params: ActionRequest['params'], name: string): unknown[] {
  const value = params[name]
  if (!Array.isArray(value)) throw new CloudError('INVALID_PARAM', `${name} must be an array`)
  return value
}

/** A number that may be absent; the SDK leaves it out when it is 0. */
export function optionalCount(params: ActionRequest['params'], name: string): number | undefined {
  const value = params[name]
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0)
    throw new CloudError('INVALID_PARAM', `${name} must be a whole number, not below 0`)
  return value
}
