import { createHash, createHmac } from 'node:crypto'
import type { Instant } from '@/types/shared/day'
import { collection, type Stored } from './collection'
import { idOf } from './ids'
import { idKey } from './secrets'

/** A read-only link for a screen on the wall. Only the hash of its token is stored; revoking it ends it at once. */
export interface DisplayLink extends Stored {
  /** What the screen may show, such as `checkIn` of one activity. */
  shows: string
  thing: string | null
  path: readonly string[]
  title: string
  issuedBy: string
  issuedAt: Instant
  revokedAt: Instant | null
}

export const displays = collection<DisplayLink>('displays')

/**
 * The token of a new link: unguessable without our secret, and the same for a repeated tap, whose first answer may have
 * been lost. It is stored nowhere.
 */
export const displayToken = (centre: string, openid: string, key: string): string =>
  createHmac('sha256', idKey())
    .update(JSON.stringify(['display', centre, openid, key]))
    .digest('base64url')

export const displayId = (centre: string, token: string): string =>
  idOf(centre, 'd', createHash('sha256').update(token).digest('hex').slice(0, 32))

/** The link a token opens, or null when there is none or it was revoked. */
export const displayOf = async (centre: string, token: string): Promise<DisplayLink | null> => {
  const link = await displays.of(centre).get(displayId(centre, token))
  return link && link.revokedAt === null ? link : null
}
