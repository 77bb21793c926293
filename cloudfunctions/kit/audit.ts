import type { Instant } from '@/types/shared/day'
import { now } from './clock'
import { collection, type Stored } from './collection'
import { Failure } from './failure'
import { idOf } from './ids'

/**
 * Who did what to whom in a staff role; written before the change and closed after it, or held by the record that the
 * change makes and copied from there.
 */
export interface AuditEntry extends Stored {
  actor: string
  subject: string | null
  /** The number of the record it is about, where the log says so. */
  about?: string | null
  procedure: string
  requestId: string
  state: 'begun' | 'done' | 'refused'
  /** The named error of a refusal. */
  code: string | null
  at: Instant
  closedAt: Instant | null
}

export const audit = collection<AuditEntry>('audit')

export const auditId = (centre: string, procedure: string, key: string): string =>
  idOf(centre, 'a', procedure.replace('.', '-'), key)

/** A staff act: the key of the tap, and who did what to whom. */
export interface Act extends Pick<
  AuditEntry,
  'actor' | 'subject' | 'about' | 'procedure' | 'requestId'
> {
  key: string
}

const entryOf = (
  centre: string,
  { key, ...act }: Act,
  outcome: Pick<AuditEntry, 'state' | 'code' | 'at' | 'closedAt'>,
): AuditEntry => ({
  _id: auditId(centre, act.procedure, key),
  centre,
  v: 1,
  ...act,
  ...outcome,
})

/** Opens the entry of a staff act under its key. A repeated tap finds it there and adds nothing. */
const beginAudit = async (centre: string, act: Act): Promise<void> => {
  const begun = { state: 'begun', code: null, at: now(), closedAt: null } as const
  await audit.of(centre).insert(entryOf(centre, act, begun))
}

/** Keeps a staff act that was refused, where no entry was begun. */
const auditRefused = async (centre: string, act: Act, code: string): Promise<void> => {
  const at = now()
  await audit.of(centre).insert(entryOf(centre, act, { state: 'refused', code, at, closedAt: at }))
}

/** Copies acts that their records hold, before they leave those: done, whatever an earlier try was answered. */
export const auditDone = async (
  centre: string,
  acts: readonly (Act & { at: Instant })[],
): Promise<void> => {
  for (const { at, ...act } of acts)
    await audit
      .of(centre)
      .replace(entryOf(centre, act, { state: 'done', code: null, at, closedAt: at }))
}

/** Closes the entry with what came of it. A first answer stands: a repeat does not overwrite it. */
const closeAudit = async (
  centre: string,
  procedure: string,
  key: string,
  state: 'done' | 'refused',
  code: string | null = null,
): Promise<void> => {
  await audit
    .of(centre)
    .change(auditId(centre, procedure, key), { state, code, closedAt: now() }, { state: 'begun' })
}

/** Runs a staff act with its audit entry: begun before it and closed after it, where its record does not hold it. */
export const audited = async <T>(
  centre: string,
  run: () => Promise<T>,
  begins: boolean,
  act: Act,
): Promise<T> => {
  const { procedure, key } = act
  if (begins) await beginAudit(centre, act)
  try {
    const value = await run()
    if (begins) await closeAudit(centre, procedure, key, 'done')
    return value
  } catch (failure) {
    if (failure instanceof Failure)
      await (begins
        ? closeAudit(centre, procedure, key, 'refused', failure.code)
        : auditRefused(centre, act, failure.code))
    throw failure
  }
}
