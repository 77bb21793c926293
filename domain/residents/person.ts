import type { AudienceTag, DocumentSeen, Home, Relation, ResidencyBasis } from '@/types/residents'
import type { Day, Instant } from '@/types/shared/day'
import type { Facts } from './facts'

/** What staff saw on site. No number of a document is part of it. */
export interface Verification {
  basis: ResidencyBasis
  document: DocumentSeen
  on: Day
  until: Day
  by: string
  byName: string
}

/** An opaque code for a person: shown on the phone, or printed on paper. */
export interface Card {
  id: string
  kind: 'phone' | 'paper'
  issuedAt: Instant
}

/** Somebody who may act for a person, by which consent. */
export interface Actor {
  relation: Relation
  since: Instant
  consent: string
}

/** Why a person has a tag. `consent` is the record that allows a sensitive one. */
export interface TagBasis {
  by: string
  at: Instant
  consent: string | null
}

/** How somebody without a phone said that their data are to be erased, and to whom. */
export interface EraseWish {
  said: 'spoken' | 'signedForm'
  by: string
  byName: string
  at: Instant
}

/** One person, one record. What queries look for is made from it by `lookup`. */
export interface Person {
  facts: Facts
  mergedInto: string | null
  /** The WeChat user who signs in as this person; null for people without a phone. */
  openid: string | null
  phone: string | null
  emergencyContact: { name: string; phone: string } | null
  home: Home | null
  /** The home as people say it: 静安里社区 12号楼 2单元301室. */
  homeName: string | null
  /** The building's own name, by which people are searched. */
  buildingName: string | null
  verification: Verification | null
  /** `key` is the tap that revoked. */
  revoked: { on: Day; reason: string; by: string; key: string } | null
  tagBasis: Readonly<Partial<Record<AudienceTag, TagBasis>>>
  cards: readonly Card[]
  actors: Readonly<Record<string, Actor>>
  /** Staff who entered the record, or the relative who added a dependant. */
  addedBy: string | null
  eraseOn: Day | null
  /** Null where the person asked on their own phone. Absent in records written before it was kept. */
  eraseWish?: EraseWish | null
  erasedAt: Instant | null
}

/** A new record of which only the name is known. */
export const newPerson = (
  facts: Pick<Facts, 'id' | 'name' | 'household' | 'path'>,
  known: Partial<Omit<Person, 'facts'>> & { birthDate?: Day | null },
): Person => {
  const { birthDate = null, ...rest } = known
  return {
    facts: { ...facts, birthDate, verifiedUntil: null, tags: {} },
    mergedInto: null,
    openid: null,
    phone: null,
    emergencyContact: null,
    home: null,
    homeName: null,
    buildingName: null,
    verification: null,
    revoked: null,
    tagBasis: {},
    cards: [],
    actors: {},
    addedBy: null,
    eraseOn: null,
    eraseWish: null,
    erasedAt: null,
    ...rest,
  }
}

/** Whether a record still stands for somebody. */
export const stands = ({
  mergedInto,
  erasedAt,
}: Pick<Person, 'mergedInto' | 'erasedAt'>): boolean => mergedInto === null && erasedAt === null
