import type { MediaState } from '@/domain/media/check'
import { dayMs, type Instant } from '@/types/shared/day'
import type { WishState, WishTodo } from '@/types/proposals'
import { moved, refused, same, type Decision, type Followed, type News } from './record'

/** Who does it. There is one at a time. */
export interface WishClaim {
  person: string
  name: string
  /** The unit in whose name they do it, as partners do. */
  unit: string | null
  by: string
  at: Instant
}

/** Words that others see only when staff let them through. */
export interface HeldWords {
  words: string
  state: 'waiting' | 'published' | 'refused'
}

/** Pictures WeChat is still to be asked about, and who sent them. */
export interface Asking {
  openid: string
  files: readonly string[]
}

export interface Wish extends Followed {
  state: WishState
  hidden: boolean
  person: string
  photos: readonly string[]
  /** What everybody reads: the words of staff. */
  public: { title: string; words: string } | null
  claim: WishClaim | null
  /** Its person's id, to find it by. */
  claimer: string | null
  /** Until then it waits to be claimed; then staff look. */
  until: Instant | null
  note: HeldWords | null
  notePhotos: readonly string[]
  /** Files that are its own no more and still to be removed. */
  unused: readonly string[]
  /** When the pictures of the note are looked after again: WeChat judges them later; null when all are judged. */
  lookAt: Instant | null
  /** WeChat could not judge one of them: nobody sees it until staff do. */
  photosHeld: boolean
  /** The centre was told that nobody read what waits to be read. */
  reminded: boolean
  at: Instant
  doneAt: Instant | null
  thanks: HeldWords | null
  reason: string | null
  proposal: string | null
  todo: WishTodo | null
}

interface Act {
  key: string
  at: Instant
  by: string
}

/** Wishes of one person that are not over, what one person claims at once, and what they write in a day. */
export const mostOpenWishes = 5
export const mostClaimed = 3
export const mostWritten = 3
/** What one person claims in a day, and how often one wish is said not to be done in a day: each round tells somebody. */
export const mostClaims = 6
export const mostNotYet = 3

/** Who claimed one has so long before staff ask; so long the wisher has to say that it came true. */
const claimDays = 30
/** So long a wish, or what was said of one, waits to be read before the centre hears of it. */
const readDays = 3
const confirmDays = 7
/** WeChat judges a picture within half an hour, or never. */
const lookMs = 30 * 60_000

/** Of these a person has so many at once. */
export const runningStates: WishState[] = ['waiting', 'open', 'claimed', 'done']
export const overStates: WishState[] = ['confirmed', 'merged', 'withdrawn', 'refused', 'ended']

export const isOver = (state: WishState): boolean => overStates.includes(state)

/** Fields that follow from the others; every step sets them. */
const follow = (
  wish: Pick<Wish, 'state' | 'hidden' | 'todo'>,
): {
  state: WishState
  hidden: boolean
  todo: WishTodo | null
  forStaff: boolean
  listed: 'open' | 'claimed' | 'done' | null
} => {
  const { state, hidden, todo } = wish
  const list: Partial<Record<WishState, 'open' | 'claimed' | 'done'>> = {
    ...{ open: 'open', claimed: 'claimed', done: 'claimed', confirmed: 'done' },
  }
  const listed = hidden ? null : (list[state] ?? null)
  return { state, hidden, todo, forStaff: todo !== null, listed }
}

export const standing = follow

/** Thanks, a note or a picture of it wait to be looked at, whatever else there is to do. */
const unseenTodo = ({
  note,
  thanks,
  photosHeld,
}: Pick<Wish, 'note' | 'thanks' | 'photosHeld'>): WishTodo | null => {
  if (note?.state === 'waiting' || thanks?.state === 'waiting') return 'words'
  return photosHeld ? 'photos' : null
}

const isUnseen = (todo: WishTodo | null): boolean => todo === 'words' || todo === 'photos'

/** What the note of a claimer leaves behind goes with it: whoever claims next never sees it. */
const withoutNote = ({ notePhotos, unused }: Pick<Wish, 'notePhotos' | 'unused'>) => ({
  ...{ note: null, notePhotos: [], doneAt: null, lookAt: null, photosHeld: false },
  unused: [...unused, ...notePhotos],
})

const toWisher = (wish: Wish, note: string): News => ({ to: wish.person, event: 'wishNews', note })
const toClaimer = (wish: Wish, note: string): News[] =>
  wish.claimer === null ? [] : [{ to: wish.claimer, event: 'wishNews', note }]

/** Staff publish it in their own words, or refuse it with a reason. */
export const decideWish = (
  wish: Wish,
  {
    key,
    at,
    by,
    publish,
    because,
    until,
  }: Act & {
    publish: Wish['public']
    because: string | null
    until: Instant
  },
): Decision => {
  if (wish.keys.includes(key)) return same
  if (wish.state !== 'waiting') return refused('Over')
  if (publish === null && because === null) return refused('ReasonNeeded')
  const state = publish ? 'open' : 'refused'
  return moved(wish, {
    ...{ key, at, by, words: publish ? null : because },
    kind: publish ? 'published' : 'refused',
    news: [
      toWisher(wish, publish ? '心愿发布了，等人来认领' : `心愿没有发布。原因：${because ?? ''}`),
    ],
    set: {
      ...follow({ state, hidden: false, todo: null }),
      public: publish,
      reason: publish ? null : because,
      until: publish ? until : null,
    },
  })
}

/** The last word of who does it: one of several who tap at once. */
export const decideClaim = (
  wish: Wish,
  claimer: { id: string; name: string; ids: readonly string[]; unit: string | null },
  { key, at, by }: Act,
): Decision => {
  if (wish.keys.includes(key)) return same
  if (claimer.ids.includes(wish.claimer ?? '')) return same
  if (wish.claim !== null) return refused('Taken')
  if (wish.state !== 'open' || wish.hidden) return refused('Over')
  const { id, name, unit } = claimer
  return moved(wish, {
    ...{ key, at, by, kind: 'claimed', words: unit },
    news: [toWisher(wish, '有人认领了您的心愿')],
    set: {
      ...follow({ state: 'claimed', hidden: false, todo: null }),
      claim: { person: id, name, unit, by, at },
      claimer: id,
      until: null,
    },
  })
}

/** Not able to after all: it waits for somebody else. */
export const decideGiveBack = (
  wish: Wish,
  ids: readonly string[],
  { key, at, by, until }: Act & { until: Instant },
): Decision => {
  if (wish.keys.includes(key)) return same
  if (!ids.includes(wish.claimer ?? '')) return refused('NotYours')
  if (wish.state !== 'claimed') return refused('Over')
  return moved(wish, {
    ...{ key, at, by, kind: 'givenBack' },
    news: [toWisher(wish, '认领的人办不了，正在等别人认领')],
    set: {
      ...follow({ state: 'open', hidden: wish.hidden, todo: null }),
      ...{ claim: null, claimer: null, until, ...withoutNote(wish) },
    },
  })
}

export const decideFulfil = (
  wish: Wish,
  ids: readonly string[],
  {
    key,
    at,
    by,
    note,
    photos,
    asking,
  }: Act & {
    note: HeldWords
    photos: readonly string[]
    asking: Asking | null
  },
): Decision => {
  if (wish.keys.includes(key)) return same
  if (!ids.includes(wish.claimer ?? '')) return refused('NotYours')
  if (wish.state !== 'claimed') return refused('Over')
  return moved(wish, {
    ...{ key, at, by, kind: 'fulfilled' },
    news: [toWisher(wish, '认领的人说心愿办好了，请点开确认')],
    set: {
      ...follow({
        ...{ state: 'done', hidden: wish.hidden },
        todo: unseenTodo({ note, thanks: null, photosHeld: false }),
      }),
      ...{ note, notePhotos: photos, doneAt: at, asking, reminded: false },
      lookAt: photos.length > 0 ? at + lookMs : null,
    },
  })
}

/** The wisher says that it came true; or not, and then it is to be done still. */
export const decideConfirm = (
  wish: Wish,
  { key, at, by, came, thanks }: Act & { came: boolean; thanks: string | null },
): Decision => {
  if (wish.keys.includes(key)) return same
  if (wish.state === 'confirmed') return refused('Over')
  if (wish.state !== 'done') return refused('NotYet')
  const held: HeldWords | null = thanks === null ? null : { words: thanks, state: 'waiting' }
  if (!came)
    return moved(wish, {
      ...{ key, at, by, kind: 'givenBack' },
      news: toClaimer(wish, '许愿的人说还没有办好，请再看看'),
      set: {
        ...follow({ state: 'claimed', hidden: wish.hidden, todo: null }),
        ...withoutNote(wish),
        // They have as long again before staff ask.
        claim: wish.claim && { ...wish.claim, at },
      },
    })
  return moved(wish, {
    ...{ key, at, by, kind: 'confirmed' },
    news: toClaimer(wish, '许愿的人说心愿办好了，谢谢您'),
    set: {
      ...follow({
        state: 'confirmed',
        hidden: wish.hidden,
        todo: unseenTodo({ ...wish, thanks: held }),
      }),
      ...{ thanks: held, reminded: false },
    },
  })
}

export const decideWithdraw = (wish: Wish, { key, at, by }: Act): Decision => {
  if (wish.keys.includes(key)) return same
  if (wish.state === 'claimed' || wish.state === 'done') return refused('ClaimedAlready')
  if (isOver(wish.state)) return refused('Over')
  return moved(wish, {
    ...{ key, at, by, kind: 'withdrawn' },
    set: { ...follow({ state: 'withdrawn', hidden: wish.hidden, todo: null }), until: null },
  })
}

/** What staff do where nobody else does. */
export const decideSettle = (
  wish: Wish,
  {
    key,
    at,
    by,
    how,
    note,
    until,
  }: Act & {
    how: 'end' | 'extend' | 'free' | 'confirm'
    note: string
    until: Instant
  },
): Decision => {
  if (wish.keys.includes(key)) return same
  if (isOver(wish.state) || wish.state === 'waiting') return refused('Over')
  const { state, hidden } = wish
  switch (how) {
    case 'end':
      return moved(wish, {
        ...{ key, at, by, kind: 'ended', words: note },
        news: [toWisher(wish, `心愿没有办成。${note}`), ...toClaimer(wish, `心愿结束了。${note}`)],
        set: {
          ...follow({ state: 'ended', hidden, todo: null }),
          ...{ reason: note, until: null, lookAt: null },
        },
      })
    case 'extend':
      if (state !== 'open') return refused('NotNow')
      return moved(wish, {
        ...{ key, at, by, kind: 'extended', words: note },
        set: { ...follow({ state, hidden, todo: null }), until },
      })
    case 'free':
      if (state !== 'claimed') return refused('NotNow')
      return moved(wish, {
        ...{ key, at, by, kind: 'givenBack', words: note },
        news: [
          toWisher(wish, '认领的人办不了，正在等别人认领'),
          ...toClaimer(wish, `心愿改由别人来办了。${note}`),
        ],
        set: {
          ...follow({ state: 'open', hidden, todo: null }),
          ...{ claim: null, claimer: null, until, ...withoutNote(wish) },
        },
      })
    case 'confirm':
      if (state !== 'claimed' && state !== 'done') return refused('NotNow')
      return moved(wish, {
        ...{ key, at, by, kind: 'settled', words: note },
        news: [
          toWisher(wish, '工作人员确认心愿办好了'),
          ...toClaimer(wish, '工作人员确认心愿办好了，谢谢您'),
        ],
        set: follow({ state: 'confirmed', hidden, todo: unseenTodo(wish) }),
      })
  }
}

/** Staff let thanks or a note go on, or keep them: the very words they read, and no others. */
export const decideWords = (
  wish: Wish,
  {
    key,
    at,
    by,
    which,
    words,
    publish,
  }: Act & { which: 'note' | 'thanks'; words: string; publish: boolean },
): Decision => {
  if (wish.keys.includes(key)) return same
  const held = wish[which]
  if (held?.state !== 'waiting' || held.words !== words) return refused('NothingToRead')
  const read: HeldWords = { ...held, state: publish ? 'published' : 'refused' }
  return moved(wish, {
    ...{ key, at, by },
    news: which === 'thanks' && publish ? toClaimer(wish, '许愿的人谢谢您，请点开看') : [],
    set: {
      ...follow({ ...wish, todo: unseenTodo({ ...wish, [which]: read }) }),
      [which]: read,
    },
  })
}

/** What WeChat says of the pictures of the note by now: one that it cannot judge is for staff. */
export const lookedAt = (wish: Wish, states: readonly MediaState[], at: Instant) => {
  const photosHeld = states.includes('held')
  const todo =
    wish.todo === null || isUnseen(wish.todo) ? unseenTodo({ ...wish, photosHeld }) : wish.todo
  return {
    ...follow({ ...wish, todo }),
    photosHeld,
    lookAt: states.includes('waiting') ? at + lookMs : null,
  }
}

/** Staff judged a picture of the note: whether another one waits is looked up. */
export const decideLookAgain = (wish: Wish, { key, at, by }: Act): Decision =>
  wish.keys.includes(key) || !wish.photosHeld
    ? same
    : moved(wish, { ...{ key, at, by }, set: { lookAt: at } })

/** It becomes part of a proposal; only one that waits to be claimed can. */
export const decideMerge = (
  wish: Wish,
  { proposal, title, at }: { proposal: string; title: string; at: Instant },
): Decision => {
  if (wish.proposal === proposal) return same
  if (wish.state !== 'open' || wish.hidden) return refused('NotMergeable')
  return moved(wish, {
    ...{ key: proposal, at, by: null, kind: 'merged', words: title },
    news: [toWisher(wish, `和几位邻居的心愿合成了提案《${title}》`)],
    set: {
      ...follow({ state: 'merged', hidden: false, todo: null }),
      ...{ proposal, until: null },
    },
  })
}

/** The proposal it went into came to nothing: it waits to be claimed again. */
export const decideStayAlone = (
  wish: Wish,
  { proposal, at, until }: { proposal: string; at: Instant; until: Instant },
): Decision =>
  wish.state !== 'merged' || wish.proposal !== proposal
    ? same
    : moved(wish, {
        ...{ key: `alone-${proposal}`, at, by: null, kind: 'parted' },
        news: [toWisher(wish, '提案不合成了，心愿还在等人认领')],
        set: {
          ...follow({ state: 'open', hidden: wish.hidden, todo: null }),
          ...{ proposal: null, until },
        },
      })

/** After a complaint staff take it off the list, or put it back. */
export const decideHide = (
  wish: Wish,
  { key, at, by, hide }: Act & { hide: boolean },
): Decision => {
  if (wish.keys.includes(key) || wish.hidden === hide) return same
  return moved(wish, {
    ...{ key, at, by, kind: hide ? 'hidden' : 'shownAgain' },
    news: [toWisher(wish, hide ? '心愿暂时不显示了，请问社区' : '心愿又公开了，邻居看得到')],
    set: follow({ ...wish, hidden: hide }),
  })
}

/** When the centre hears that nobody looked at what waits for staff: since the last step, so long. */
const riseAt = ({ state, todo, reminded, changedAt }: Wish): Instant | null =>
  !reminded && (state === 'waiting' || isUnseen(todo)) ? changedAt + readDays * dayMs : null

/** When staff are to ask: nobody claimed it, did it, or confirmed it. */
const askAt = ({ state, until, claim, doneAt, todo }: Wish): Instant | null => {
  if (todo !== null && !isUnseen(todo)) return null
  if (state === 'open') return until
  if (state === 'claimed') return claim && claim.at + claimDays * dayMs
  return state === 'done' && doneAt !== null ? doneAt + confirmDays * dayMs : null
}

/** When time alone brings something on. */
export const dueOf = (wish: Wish): Instant | null => {
  const all = [riseAt(wish), askAt(wish), wish.lookAt].filter((one) => one !== null)
  return all.length > 0 ? Math.min(...all) : null
}

const waitingFor = { open: 'unclaimed', claimed: 'slow', done: 'unconfirmed' } as const

const care: Readonly<Record<'unclaimed' | 'slow' | 'unconfirmed', string>> = {
  unclaimed: '有心愿一直没人认领，请看看',
  slow: '有心愿认领了很久没办，请问问',
  unconfirmed: '有心愿办好了没人确认，请问问',
}

/** Nobody read it, claimed it, did it, or confirmed it in time: staff look. */
export const decideTimely = (wish: Wish, at: Instant): Decision => {
  const rise = riseAt(wish)
  if (rise !== null && rise <= at)
    return moved(wish, {
      ...{ key: `unread-${rise}`, at, by: null },
      news: [
        {
          ...{ to: 'centreStaff', event: 'proposalCare' as const },
          note:
            wish.state === 'waiting'
              ? '有心愿好几天没人看，请看一看'
              : '心愿里有话、有照片好几天没人看，请看一看',
        },
      ],
      set: { reminded: true },
    })
  const due = askAt(wish)
  if (due === null || due > at) return same
  const todo = waitingFor[wish.state as keyof typeof waitingFor]
  return moved(wish, {
    ...{ key: `${todo}-${due}`, at, by: null },
    news: [{ to: 'staff', event: 'proposalCare', note: care[todo] }],
    set: follow({ ...wish, todo }),
  })
}

/** Nothing names somebody who is erased, or says what they wrote; that there was a wish stays. */
export const decideForget = (wish: Wish, ids: readonly string[], at: Instant): Decision => {
  const mine = ids.includes(wish.person)
  const claimed = wish.claim !== null && ids.includes(wish.claim.person)
  return moved(wish, {
    ...{ key: 'forget', at, by: null },
    set: {
      ...(mine && {
        ...{ personName: '', words: '', byName: null, household: null, photos: [], asking: null },
        ...{ thanks: null, reason: null },
      }),
      ...(claimed && {
        ...{ claim: { ...wish.claim, name: '' }, note: null, notePhotos: [] },
        ...{ lookAt: null, photosHeld: false },
      }),
      unused: [...wish.unused, ...(mine ? wish.photos : []), ...(claimed ? wish.notePhotos : [])],
    },
  })
}
