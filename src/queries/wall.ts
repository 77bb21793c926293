import type { CallError } from '@/src/api/call'

/** How often a screen that others look at asks: what changed shows soon, and a network that is back is noticed. */
export const everyTenSeconds = 10_000

/** What cannot get better by asking again: the link was revoked, or the thing is gone. */
const final: ReadonlySet<string> = new Set([
  'NotSignedIn',
  'NotAllowed',
  'NotFound',
  'InvalidInput',
  'UpdateNeeded',
])

/** Whether a screen on the wall may stop asking. */
export const isFinal = (error: CallError | null): boolean => error !== null && final.has(error.code)
