import type { Note } from '@/domain/honours/thanks'
import type { PaperLine } from '@/domain/honours/certificate'
import type { CertificateKind } from '@/types/honours'
import type { Day, Instant } from '@/types/shared/day'
import type { ThanksKind } from '@/types/shared/thanks'
import { collection, type Stored } from '../kit/collection'
import type { Wish } from '../kit/exports'
import { idOf } from '../kit/ids'

/** What the wall says of somebody. `_id` is made from the person's; whether it shows is asked anew at each look. */
export interface HonourDoc extends Stored {
  person: string
  path: readonly string[]
  words: string
  photo: string | null
  show: boolean
  /** Raised by every edit. */
  rev: number
  /** The last taps: a late duplicate of one does not bring its words back. */
  keys: readonly string[]
  at: Instant
}

/** Confirmed minutes of somebody in a month, as of last night. `_id` is made from both. */
export interface MonthMinutes extends Stored {
  person: string
  month: string
  minutes: number
}

/** Thanks of one person to another. `_id` is made from both and the deed. */
export interface ThanksDoc extends Stored, Note {
  /** The key of the tap that sent it. */
  key: string
  from: string
  fromName: string
  to: string
  toName: string
  kind: ThanksKind
  thing: string
  what: string
  path: readonly string[]
  words: string
  /** WeChat looked at the words. */
  checked: boolean
  /** What the wall says of it, in words of staff. */
  wall: string | null
  onWall: boolean
  /** Why it was not passed on. */
  because: string | null
  answeredBy: string | null
  answeredAt: Instant | null
  /** The thanked person is still to be told. */
  owes: boolean
  at: Instant
}

/** A paper somebody was given. `_id` is made from its code. */
export interface CertificateDoc extends Stored {
  code: string
  kind: CertificateKind
  person: string
  name: string
  school: string | null
  from: Day
  to: Day
  minutes: number
  lines: readonly PaperLine[]
  /** Says which lines of the ledger it was made of. */
  ledger: string
  centreName: string
  issuedOn: Day
  at: Instant
}

/** A table of records that somebody asked for. */
export interface RecordsWish extends Wish {
  from: Day
  to: Day
}

export const honourEntries = collection<HonourDoc>('honours')
export const monthMinutes = collection<MonthMinutes>('honour_minutes')
export const thanksNotes = collection<ThanksDoc>('thanks')
export const certificates = collection<CertificateDoc>('certificates')
export const recordFiles = collection<RecordsWish>('record_exports')

export const honourId = (centre: string, person: string): string => idOf(centre, 'hn', person)

export const monthMinutesId = (centre: string, month: string, person: string): string =>
  idOf(centre, 'hm', month, person)

export const certificateId = (centre: string, code: string): string => idOf(centre, 'z', code)
