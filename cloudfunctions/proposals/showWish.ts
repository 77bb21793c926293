import { isOver } from '@/domain/proposals/wish'
import { maskName } from '@/domain/residents/masking'
import type { MyWish, Wish, WishForStaff } from '@/types/proposals'
import type { Facts, Passport } from '../kit/passport'
import { idsOf } from '../kit/subject'
import { checksOf } from '../media/checks'
import { namesOf, personNow } from '../residents/store'
import { picturesOf } from './pictures'
import type { WishDoc } from './store'

/** The ids of somebody and everybody they act for. */
export const familyOf = (caller: Passport | null): string[] =>
  caller ? [caller.person, ...Object.values(caller.dependants)].flatMap(idsOf) : []

const published = (held: { words: string; state: string } | null): string | null =>
  held?.state === 'published' ? held.words : null

/** A wish in a list; before staff gave it words, only its own people see it. */
export const wishShown = (wish: WishDoc): Wish => {
  const { _id, public: shown, words, category, forWhom, showName, personName, claim } = wish
  return {
    id: _id,
    title: shown?.title ?? words.slice(0, 20),
    words: shown?.words ?? words,
    ...{ category, forWhom, state: wish.state, at: wish.at },
    name: showName && personName !== '' ? maskName(personName) : null,
    claimedBy: claim && (claim.unit ?? (claim.name === '' ? '一位邻居' : maskName(claim.name))),
    thanks: published(wish.thanks),
  }
}

interface Looking {
  caller: Passport | null
  /** The person it is shown for, when staff act for them. */
  subject?: Facts
}

/** One wish, with what whoever looks may do. */
export const myWish = async (wish: WishDoc, { caller, subject }: Looking): Promise<MyWish> => {
  const family = [...familyOf(caller), ...(subject ? idsOf(subject) : [])]
  const mine = family.includes(wish.person)
  const claimed = wish.claimer !== null && family.includes(wish.claimer)
  const { centre, _id, state, note, showPhone } = wish
  const checks =
    wish.photos.length + wish.notePhotos.length > 0 ? await checksOf(centre, _id) : new Map()
  const [photos, notePhotos, wisher] = await Promise.all([
    picturesOf(wish, wish.photos, checks, mine),
    mine || claimed ? picturesOf(wish, wish.notePhotos, checks, claimed) : [],
    claimed && !isOver(state) ? personNow(centre, wish.person) : null,
  ])
  return {
    ...wishShown(wish),
    mine,
    person: { id: mine ? wish.person : _id, name: mine ? wish.personName : '' },
    claimer: claimed && wish.claim ? { id: wish.claim.person, name: wish.claim.name } : null,
    by: mine ? wish.byName : null,
    original: mine ? wish.words : null,
    photos,
    notePhotos,
    steps: mine || claimed ? wish.lines.map(({ kind, at, words }) => ({ kind, at, words })) : [],
    reach: wisher && {
      name: showPhone ? wisher.facts.name : maskName(wisher.facts.name),
      phone: showPhone ? wisher.phone : null,
    },
    note: claimed ? (note?.words ?? null) : mine ? published(note) : null,
    proposal: wish.proposal,
    mayWithdraw: mine && (state === 'waiting' || state === 'open'),
    mayClaim: !mine && state === 'open',
    mayGiveBack: claimed && state === 'claimed',
    mayFulfil: claimed && state === 'claimed',
    mayConfirm: mine && !claimed && state === 'done',
    mayComplain: !mine && wish.listed !== null,
  }
}

/** A wish as staff see it. */
export const wishForStaff = (wish: WishDoc): WishForStaff => {
  const { note, thanks, claim, person, personName } = wish
  const toRead = note?.state === 'waiting' ? 'note' : thanks?.state === 'waiting' ? 'thanks' : null
  return {
    id: wish._id,
    ...{ state: wish.state, todo: wish.todo, hidden: wish.hidden, category: wish.category },
    ...{ forWhom: wish.forWhom, person: { id: person, name: personName }, by: wish.byName },
    ...{ communityName: wish.communityName, listed: wish.listed !== null },
    original: wish.words,
    unchecked: !wish.checked,
    ...{ showName: wish.showName, showPhone: wish.showPhone, public: wish.public },
    claimedBy: claim && { id: claim.person, name: claim.name, unit: claim.unit },
    note: note?.words ?? null,
    thanks: thanks?.words ?? null,
    ...{ toRead, reason: wish.reason, proposal: wish.proposal, until: wish.until, at: wish.at },
  }
}

/** The time line with the names of who did each step. */
export const linesForStaff = async ({ centre, lines }: Pick<WishDoc, 'centre' | 'lines'>) => {
  const names = await namesOf(
    centre,
    lines.flatMap(({ by }) => by ?? []),
  )
  return lines.map(({ by, ...line }) => ({
    ...line,
    by: by === null ? null : (names.get(by) ?? null),
  }))
}
