import type { ConsentPurpose } from '@/types/residents'
import type { Instant } from '@/types/shared/day'
import { repeat } from '../kit/attempts'
import { command } from '../kit/cloud'
import { hiddenId } from '../kit/ids'
import { consents } from './store'

export interface Agreement {
  person: string
  purpose: ConsentPurpose
  /** Of the text that was read; `spoken` or `signedForm` where it was given to a person. */
  version: string
  givenBy: string
  about?: string
  until?: Instant
  at: Instant
  /** Of the tap: the same one is one record. */
  key: string
}

export const consentId = (
  centre: string,
  { person, purpose, about = '', key }: Pick<Agreement, 'person' | 'purpose' | 'about' | 'key'>,
): string => hiddenId(centre, 'k', person, purpose, about, key)

/** Records a consent; its id. Nothing of it is ever overwritten but the moment it is taken back. */
export const recordConsent = async (centre: string, agreement: Agreement): Promise<string> => {
  const { person, purpose, version, givenBy, about, until, at } = agreement
  const _id = consentId(centre, agreement)
  await consents.of(centre).insert({
    _id,
    centre,
    v: 1,
    person,
    purpose,
    version,
    givenBy,
    about: about ?? null,
    givenAt: at,
    until: until ?? null,
    withdrawnAt: null,
  })
  return _id
}

/** Takes consents back; those already taken back keep their moment. */
export const withdraw = async (
  centre: string,
  ids: readonly string[],
  at: Instant,
): Promise<void> => {
  if (ids.length === 0) return
  await repeat(() =>
    consents
      .of(centre)
      .changeAll({ _id: command.in([...ids]), withdrawnAt: null }, { withdrawnAt: at }),
  )
}
