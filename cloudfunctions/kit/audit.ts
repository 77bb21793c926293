import type { Instant } from '@/types/shared/day'
import { now } from './clock'
import { collection, type Stored } from './collection'
import { Failure } from './failure'
import { idOf } from './ids'

/** Who did what to whom in a staff role; written before the change, closed after it. */
export interface AuditEntry extends Stored {
  actor: string
  subject: string | null
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

/** Opens the entry of a staff action under its key. A repeated tap finds it there and adds nothing. */
const beginAudit = async (
  centre: string,
  key: string,
  entry: Pick<AuditEntry, 'actor' | 'subject' | 'procedure' | 'requestId'>,
): Promise<void> => {
  await audit.of(centre).insert({
    _id: auditId(centre, entry.procedure, key),
    centre,
    v: 1,
    ...entry,
    state: 'begun',
    code: null,
    at: now(),
    closedAt: null,
  })
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

/** Runs what somebody does in a staff role between the opening and the closing of its entry. */
export const audited = async <T>(
  centre: string,
  key: string,
  entry: Pick<AuditEntry, 'actor' | 'subject' | 'procedure' | 'requestId'>,
  run: () => Promise<T>,
): Promise<T> => {
  await beginAudit(centre, key, entry)
  try {
    const value = await run()
    await closeAudit(centre, entry.procedure, key, 'done')
    return value
  } catch (failure) {
    if (failure instanceof Failure)
      await closeAudit(centre, entry.procedure, key, 'refused', failure.code)
    throw failure
  }
}
