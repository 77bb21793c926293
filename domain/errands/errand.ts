import type { Refusal } from '@/domain/shared/refusal'
import type { Step } from '@/domain/shared/step'
import type { ErrandRating, ErrandState, ErrandTrouble, PartOfDay } from '@/types/errands'
import { dayOf, type Day, type Instant } from '@/types/shared/day'
import {
  answerUntil,
  askWhatCame,
  confirmedBySilence,
  endsAt,
  eveOf,
  handOverAt,
  lapsesAt,
  startsAt,
  tooLateToAsk,
} from './when'

/** Somebody who said yes. */
export interface Claim {
  /** The taps that made and moved it. */
  keys: readonly string[]
  name: string
  /** The staff member to whom they said yes; null when they did so themselves. */
  by: string | null
  /** The resident may see their number. */
  showPhone: boolean
  at: Instant
  state: 'accepted' | 'onTheWay' | 'done'
  /** Whether they were there: by their own word, that of who went along, or the resident's; null when nobody said. */
  came: boolean | null
  /** The staff member who put down what they reported; null when they did so themselves. */
  reportedBy: string | null
  minutes: number | null
  /** What they said of it. */
  rating: ErrandRating | null
}

/** Somebody who was asked and has not answered. */
export interface Asked {
  key: string
  /** The staff member who asked them; null when the program did. */
  by: string | null
  at: Instant
}

/** Somebody who said no, or who will not come after all. */
export interface Gone {
  /** Keys of the taps that had made them accept: a late duplicate of one does so no more. */
  keys: readonly string[]
  /** The key of the tap that said no. */
  by: string
  at: Instant
}

interface Named {
  id: string
  name: string
}

export type ErrandEvent =
  | 'errandAsked'
  | 'errandPut'
  | 'helpingTomorrow'
  | 'companionLeft'
  | 'helpingCancelled'
  | 'helpingMissed'
  | 'errandAccepted'
  | 'errandTomorrow'
  | 'errandOnTheWay'
  | 'errandDone'
  | 'errandHelperLeft'
  | 'errandCancelled'
  | 'errandSearched'
  | 'errandNotMet'
  | 'errandUnmatched'
  | 'errandNoAnswer'
  | 'errandTrouble'

/** Something that somebody is still to be told. */
export interface News {
  event: ErrandEvent
  to: 'resident' | 'staff' | readonly Named[]
  note: string | null
  because: string | null
}

/**
 * The scarce thing: who does an errand. needed = left + those who said yes. `people` are the keys of `claims` and
 * `invited` those of `asked`, to find a person's errands by.
 */
export interface Errand {
  /** Raised by every change. */
  seq: number
  state: ErrandState
  day: Day
  part: PartOfDay
  at: Instant
  needed: number
  left: number
  claims: Readonly<Record<string, Claim>>
  asked: Readonly<Record<string, Asked>>
  gone: Readonly<Record<string, Gone>>
  people: readonly string[]
  invited: readonly string[]
  /** When others are asked, while people are missing. */
  askNextAt: Instant
  because: string | null
  /** What the resident said. */
  rating: ErrandRating | null
  /** How long it took by the first who finished. */
  minutes: number | null
  doneAt: Instant | null
  /** The tap, or the job, that ended it. */
  endedBy: string | null
  /** Who said for the resident that it is done; null while nobody did, and by silence. */
  confirmedBy: string | null
  trouble: ErrandTrouble | null
  /** Whether there is trouble: what staff's list is found by. */
  forStaff: boolean
  settled: { note: string; by: string; key: string; at: Instant } | null
  reminded: boolean
  /** By the tap they come from. */
  news: Readonly<Record<string, readonly News[]>>
  /** Hours are to be proposed for everybody on it. */
  hoursOwed: boolean
  /** When the sweep is to look at it; null when there is nothing left to do. */
  due: Instant | null
}

export type Decision =
  { outcome: 'refused'; refusal: Refusal } | { outcome: 'same' | 'step'; step: Step }

const nothing: Step = { guard: {}, change: {} }
const same: Decision = { outcome: 'same', step: nothing }
const refused = (code: string): Decision => ({ outcome: 'refused', refusal: { code } })

const searching: ReadonlySet<ErrandState> = new Set<ErrandState>(['open', 'unmatched'])
const going: ReadonlySet<ErrandState> = new Set<ErrandState>(['accepted', 'onTheWay'])

/** Volunteers are still wanted for it. */
export const isSearching = ({ state }: Pick<Errand, 'state'>): boolean => searching.has(state)

/** Nothing is to be done for it any more. */
export const isOver = ({ state }: Pick<Errand, 'state'>): boolean =>
  !searching.has(state) && !going.has(state) && state !== 'done'

const nobody: Pick<News, 'note' | 'because'> = { note: null, because: null }
const toResident = (event: ErrandEvent, more: Partial<News> = {}): News => ({
  ...nobody,
  event,
  to: 'resident',
  ...more,
})
const toStaff = (event: ErrandEvent, more: Partial<News> = {}): News => ({
  ...nobody,
  event,
  to: 'staff',
  ...more,
})

const namesIn = ({ claims }: Pick<Errand, 'claims'>): Named[] =>
  Object.entries(claims).map(([id, { name }]) => ({ id, name }))

/** Every change is counted, and looked at by the sweep until all that follows from it is done. */
const touched = (at: Instant) => ({ inc: { seq: 1 }, set: { due: at } })

const step = (
  { seq }: Errand,
  at: Instant,
  key: string,
  set: Readonly<Record<string, unknown>>,
  news: readonly News[],
): Decision => ({
  outcome: 'step',
  step: {
    guard: { equal: { seq } },
    change: {
      ...touched(at),
      set: {
        ...touched(at).set,
        ...set,
        ...(news.length > 0 && { [`news.${key}`]: news }),
      },
    },
  },
})

/** What staff were to look at is found, or has ended. */
const noTrouble = { trouble: null, forStaff: false } as const
const trouble = (what: ErrandTrouble) => ({ trouble: what, forStaff: true })

/** A rating from which on staff look what happened. */
export const badStars = 2
const isBad = (rating: ErrandRating | null): boolean => rating !== null && rating.stars <= badStars

interface Accepting {
  key: string
  person: Named
  /** All ids of theirs: under one from before a merge they may have said no. */
  ids: readonly string[]
  /** The staff member to whom they said yes. */
  by: string | null
  showPhone: boolean
  at: Instant
}

/** Decides whether somebody gets an errand: the last place is given once, however many want it in the same moment. */
export const decideAccept = (
  errand: Errand,
  { key, person, ids, by, showPhone, at }: Accepting,
): Decision => {
  const gone = errand.gone[person.id]
  if (ids.some((id) => errand.claims[id] || errand.gone[id]?.keys.includes(key))) return same
  if (!isSearching(errand)) return refused(isOver(errand) ? 'Over' : 'Taken')
  if (at >= endsAt(errand)) return refused('Over')
  if (errand.left <= 0) return refused('Taken')
  const last = errand.left === 1
  const claim: Claim = {
    keys: [key],
    name: person.name,
    by,
    showPhone,
    at,
    state: 'accepted',
    came: null,
    reportedBy: null,
    minutes: null,
    rating: null,
  }
  const underWay = Object.values(errand.claims).some(({ state }) => state === 'onTheWay')
  const names = [...namesIn(errand).map(({ name }) => name), person.name]
  const news = [
    ...(by === null ? [] : [{ ...nobody, event: 'errandPut' as const, to: [person] }]),
    ...(last ? [toResident('errandAccepted', { note: `来的人：${names.join('、')}` })] : []),
  ]
  return {
    outcome: 'step',
    step: {
      guard: {
        equal: {
          state: errand.state,
          left: errand.left,
          ...(gone && { [`gone.${person.id}.by`]: gone.by }),
        },
        missing: [`claims.${person.id}`, ...(gone ? [] : [`gone.${person.id}`])],
      },
      change: {
        inc: { ...touched(at).inc, left: -1 },
        set: {
          ...touched(at).set,
          [`claims.${person.id}`]: claim,
          ...(last && {
            state: underWay ? 'onTheWay' : 'accepted',
            // Who accepts on the eve hears it now: nothing to remind of.
            reminded: at >= eveOf(errand),
            ...(errand.trouble === 'unmatched' && noTrouble),
          }),
          ...(news.length > 0 && { [`news.${key}`]: news }),
        },
        unset: [`asked.${person.id}`],
        push: { people: person.id },
        pull: { invited: person.id },
      },
    },
  }
}

/**
 * Takes a yes back that turned out to clash with another of the same moment: nobody has heard of it yet, and it does not
 * count as a no.
 */
export const decideUndo = (errand: Errand, { key, person, at }: Saying): Decision => {
  if (!errand.claims[person]?.keys.includes(key)) return same
  return {
    outcome: 'step',
    step: {
      guard: { equal: { seq: errand.seq } },
      change: {
        inc: { ...touched(at).inc, left: 1 },
        set: {
          ...touched(at).set,
          state: errand.trouble === 'unmatched' ? 'unmatched' : 'open',
          askNextAt: at,
        },
        unset: [`claims.${person}`, `news.${key}`],
        pull: { people: person },
      },
    },
  }
}

const keysKept = 5

interface Saying {
  key: string
  /** The id under which they are on the errand, or were asked. */
  person: string
  at: Instant
}

/** Until its time is over somebody can still be found in their place. */
export const mayLeave = (errand: Errand, at: Instant): boolean =>
  !isOver(errand) && errand.state !== 'done' && at < endsAt(errand)

/** They will not do it, or will not come after all: others are asked at once when too few may still say yes. */
export const decideDecline = (errand: Errand, { key, person, at }: Saying): Decision => {
  const before = errand.gone[person]
  if (before?.by === key) return same
  // Whoever was never asked says it for themselves: it stays with them, not with the errand.
  if (!errand.claims[person] && !errand.asked[person]) return same
  if (!mayLeave(errand, at)) return refused('Over')
  const claim = errand.claims[person]
  const gone: Gone = {
    keys: [...(before?.keys ?? []), ...(claim?.keys ?? [])].slice(-keysKept),
    by: key,
    at,
  }
  const left: Readonly<Record<string, unknown>> = claim
    ? { left: errand.left + 1, state: errand.trouble === 'unmatched' ? 'unmatched' : 'open' }
    : {}
  const waiting = errand.invited.filter((one) => one !== person).length
  const others = namesIn(errand).filter(({ id }) => id !== person)
  const note = claim ? `${claim.name}来不了了` : ''
  const told = claim
    ? [
        ...(errand.left === 0 ? [toResident('errandHelperLeft', { note })] : []),
        ...(others.length > 0
          ? [{ ...nobody, event: 'companionLeft' as const, to: others, note }]
          : []),
      ]
    : []
  return {
    outcome: 'step',
    step: {
      guard: { equal: { seq: errand.seq } },
      change: {
        ...touched(at),
        set: {
          ...touched(at).set,
          ...left,
          // As long as enough others may still say yes, nobody is bothered before their time is up.
          ...((claim !== undefined || waiting < errand.left) && { askNextAt: at }),
          [`gone.${person}`]: gone,
          ...(told.length > 0 && { [`news.${key}`]: told }),
        },
        unset: [`claims.${person}`, `asked.${person}`],
        pull: { people: person, invited: person },
      },
    },
  }
}

interface Doing {
  key: string
  person: string
  at: Instant
}

const moved = (claim: Claim, key: string, change: Partial<Claim>): Claim => ({
  ...claim,
  ...change,
  keys: [...claim.keys, key].slice(-keysKept),
})

/** Somebody sets off, on the day; into a home nobody goes alone. */
export const decideSetOff = (errand: Errand, { key, person, at }: Doing): Decision => {
  const claim = errand.claims[person]
  if (!claim) return refused('NotYours')
  if (claim.keys.includes(key) || claim.state !== 'accepted') return same
  if (isOver(errand) || errand.state === 'done') return refused('Over')
  if (errand.left > 0) return refused('OneIsMissing')
  if (dayOf(at) !== errand.day) return refused('NotToday')
  const first = errand.state !== 'onTheWay'
  return step(
    errand,
    at,
    key,
    {
      state: 'onTheWay',
      [`claims.${person}`]: moved(claim, key, { state: 'onTheWay', came: true }),
    },
    first ? [toResident('errandOnTheWay', { note: `${claim.name}出发了` })] : [],
  )
}

interface Finishing extends Doing {
  /** The resident was at home. */
  there: boolean
  /** Whether who went along was there; null when it was not said. */
  together: boolean | null
  minutes: number | null
  rating: ErrandRating | null
  /** The staff member to whom they reported it. */
  reportedBy: string | null
}

/** Whoever goes along with somebody and has not set off: whether they came only the other can say. */
export const unheardOf = ({ claims }: Pick<Errand, 'claims'>, person: string): string[] =>
  Object.entries(claims).flatMap(([id, { came }]) => (id !== person && came === null ? [id] : []))

/** Who came, as far as it was said now, field by field. */
const cameSaid = (ids: readonly string[], came: boolean) =>
  Object.fromEntries(ids.map((id) => [`claims.${id}.came`, came]))

/**
 * It is done, or nobody was at home. The first who says so speaks for those who went along and says whether they did;
 * each can say how it was.
 */
export const decideFinish = (errand: Errand, finishing: Finishing): Decision => {
  const { key, person, there, together, minutes, rating, reportedBy, at } = finishing
  const claim = errand.claims[person]
  if (!claim) return refused('NotYours')
  if (claim.keys.includes(key)) return same
  if (isOver(errand) || claim.state === 'done') return refused('Over')
  if (errand.left > 0) return refused('OneIsMissing')
  if (at < startsAt(errand)) return refused('NotYet')
  if (!there && errand.state === 'done') return refused('Over')
  const unheard = unheardOf(errand, person)
  if (unheard.length > 0 && together === null) return refused('TogetherNeeded')
  const alone = unheard.length > 0 && together === false
  const said = {
    ...cameSaid(unheard, together === true),
    [`claims.${person}`]: moved(claim, key, {
      state: 'done',
      came: true,
      reportedBy,
      rating,
      ...(there && { minutes }),
    }),
  }
  const aloneNews = alone ? [toStaff('errandTrouble', { note: `${claim.name}一个人去的` })] : []
  if (!there)
    return step(
      errand,
      at,
      key,
      { ...said, state: 'residentNotThere', endedBy: key, ...trouble('residentNotThere') },
      [
        toResident('errandNotMet', { note: `${claim.name}来过，没有遇到人` }),
        toStaff('errandNoAnswer', { note: '志愿者到了，家里没有人应' }),
        ...aloneNews,
      ],
    )
  if (minutes === null) return refused('MinutesNeeded')
  const first = errand.state !== 'done'
  return step(
    errand,
    at,
    key,
    {
      ...said,
      ...(first && { state: 'done', doneAt: at, minutes }),
      ...(errand.trouble === 'nobodySaid' && noTrouble),
      ...(alone && trouble('wentAlone')),
      ...(isBad(rating) && trouble('badRating')),
    },
    [
      ...(first ? [toResident('errandDone', { note: `${claim.name}说办好了` })] : []),
      ...aloneNews,
      ...(isBad(rating) ? [toStaff('errandTrouble', { note: '志愿者说得不太好' })] : []),
    ],
  )
}

interface Confirming {
  key: string
  came: boolean
  /** Who of those who had said yes came; null for what they said themselves. */
  who: readonly string[] | null
  rating: ErrandRating | null
  /** All ids of who says so, their own first. */
  by: readonly [string, ...string[]]
  at: Instant
}

/** That nobody came is true only once their time is over; where a volunteer says it is done, at once. */
export const mayMiss = (errand: Errand, at: Instant): boolean =>
  errand.state === 'done' || (going.has(errand.state) && at >= endsAt(errand))

/** The resident says that it is done, and how it was; or that nobody came. What ended by silence still gets its stars. */
export const decideConfirm = (errand: Errand, confirming: Confirming): Decision => {
  const { key, came, who, rating, by, at } = confirming
  if (errand.endedBy === key) return same
  if (by.some((id) => errand.claims[id])) return refused('OwnWork')
  const late = errand.state === 'confirmed' && errand.rating === null
  if (isOver(errand) && !(late && came)) return refused('Over')
  if (isSearching(errand) || (errand.state !== 'done' && !late && at < startsAt(errand)))
    return refused('NotYet')
  if (!came)
    return mayMiss(errand, at)
      ? step(
          errand,
          at,
          key,
          { state: 'volunteerNotThere', endedBy: key, ...trouble('volunteerNotThere') },
          [
            toStaff('errandTrouble', { note: '居民说没有人来' }),
            { ...nobody, event: 'helpingMissed', to: namesIn(errand) },
          ],
        )
      : refused('StillComing')
  if (rating === null) return refused('StarsNeeded')
  const ids = Object.keys(errand.claims)
  const stayedAway = !late && who !== null ? ids.filter((id) => !who.includes(id)) : []
  const alone = stayedAway.length > 0 && stayedAway.length < ids.length
  return step(
    errand,
    at,
    key,
    {
      state: 'confirmed',
      endedBy: key,
      rating,
      ...(!late && {
        hoursOwed: true,
        confirmedBy: by[0],
        doneAt: errand.doneAt ?? at,
        ...(who !== null && {
          ...cameSaid(stayedAway, false),
          ...cameSaid(
            ids.filter((id) => who.includes(id)),
            true,
          ),
        }),
      }),
      ...(errand.trouble === 'nobodySaid' && noTrouble),
      ...(alone && trouble('wentAlone')),
      ...(isBad(rating) && trouble('badRating')),
    },
    [
      ...(alone ? [toStaff('errandTrouble', { note: '居民说只来了一位' })] : []),
      ...(isBad(rating) ? [toStaff('errandTrouble', { note: '居民说得不太好' })] : []),
    ],
  )
}

/** Until somebody sets off, and as long as it can still take place. */
export const mayCancel = (errand: Errand, at: Instant): boolean =>
  (isSearching(errand) || errand.state === 'accepted') &&
  Object.values(errand.claims).every(({ state }) => state === 'accepted') &&
  at < endsAt(errand)

/** Not wanted any more; until somebody is on the way. `byOther` when not the person themselves says so. */
export const decideCancel = (
  errand: Errand,
  {
    key,
    because,
    byOther,
    at,
  }: { key: string; because: string | null; byOther: boolean; at: Instant },
): Decision => {
  if (errand.endedBy === key) return same
  if (!mayCancel(errand, at)) return refused('TooLate')
  const coming = namesIn(errand)
  return step(errand, at, key, { state: 'cancelled', endedBy: key, because, ...noTrouble }, [
    ...(coming.length > 0
      ? [{ event: 'helpingCancelled' as const, to: coming, note: null, because }]
      : []),
    ...(byOther ? [toResident('errandCancelled', { because })] : []),
  ])
}

/** Nobody said what came of it: who closes it says that it was not done. */
export const endsUndone = (errand: Pick<Errand, 'state'>): boolean =>
  isSearching(errand) || going.has(errand.state)

/** Staff did something about what they had to look at; one that nobody spoke of ends by it. */
export const decideSettle = (errand: Errand, settled: NonNullable<Errand['settled']>): Decision => {
  if (errand.settled?.key === settled.key) return same
  if (errand.trouble === null) return refused('NothingToSettle')
  if (!maySettle(errand, settled.at)) return refused('StillOpen')
  const ended = endsUndone(errand) && { state: 'notDone', endedBy: settled.key }
  return step(errand, settled.at, settled.key, { settled, ...noTrouble, ...ended }, [])
}

/** Whether a to-do can be closed: as long as somebody may still be found, it is not done. */
export const maySettle = (errand: Errand, at: Instant): boolean =>
  errand.trouble !== null && (!isSearching(errand) || at >= endsAt(errand))

/** Volunteers are asked, by staff or by the program; or nobody is left to ask, and staff look for somebody. */
export const decideAsk = (
  errand: Errand,
  asking: { key: string; people: readonly Named[]; by: string | null; at: Instant },
): Decision => {
  const { key, by, at } = asking
  const people = asking.people.filter(({ id }) => !errand.claims[id] && !errand.asked[id])
  if (people.length === 0)
    return by === null ? handOver(errand, key, at) : { outcome: 'same', step: nothing }
  if (at >= endsAt(errand) || isOver(errand)) return refused('Over')
  if (!isSearching(errand)) return refused('Taken')
  const asked: Asked = { key, by, at }
  return step(
    errand,
    at,
    key,
    {
      ...Object.fromEntries(people.map(({ id }) => [`asked.${id}`, asked])),
      invited: [...errand.invited, ...people.map(({ id }) => id)],
      askNextAt: answerUntil(at),
    },
    [{ ...nobody, event: 'errandAsked', to: people }],
  )
}

const handOver = (errand: Errand, key: string, at: Instant): Decision =>
  step(errand, at, key, { state: 'unmatched', ...trouble('unmatched') }, [
    toStaff('errandUnmatched', { note: `还差 ${errand.left} 个人` }),
    toResident('errandSearched'),
  ])

/** As many are asked at a time, for each who is missing. */
export const askedForEach = 3

/** As many are asked by the program for one errand; where nobody of them comes, staff know better. */
export const mostAsked = 60

const everAsked = ({ claims, asked, gone }: Errand): number =>
  Object.keys(claims).length + Object.keys(asked).length + Object.keys(gone).length

type Due = { do: 'ask'; key: string; count: number } | { do: 'step'; step: Step } | null

const stepOf = (decision: Decision): Due =>
  decision.outcome === 'step' ? { do: 'step', step: decision.step } : null

/** What time alone has made due. The keys are the same for the same act, so that what is told is told once. */
export const whatIsDue = (errand: Errand, at: Instant): Due => {
  const { state, left, askNextAt, doneAt, seq } = errand
  if (endsUndone(errand) && at >= lapsesAt(errand))
    return stepOf(step(errand, at, 'lapsed', { state: 'notDone', endedBy: 'lapsed' }, []))
  if (state === 'open') {
    if (at >= askNextAt && !tooLateToAsk(errand, at))
      return everAsked(errand) >= mostAsked
        ? stepOf(handOver(errand, `search-${seq}`, at))
        : { do: 'ask', key: `ask-${seq}`, count: left * askedForEach }
    return at >= handOverAt(errand) ? stepOf(handOver(errand, `search-${seq}`, at)) : null
  }
  if (going.has(state)) {
    if (!errand.reminded && at >= eveOf(errand) && at < startsAt(errand))
      return stepOf(
        step(errand, at, 'tomorrow', { reminded: true }, [
          toResident('errandTomorrow'),
          { ...nobody, event: 'helpingTomorrow', to: namesIn(errand) },
        ]),
      )
    if (errand.trouble === null && at >= askWhatCame(errand))
      return stepOf(
        step(errand, at, 'nobody-said', trouble('nobodySaid'), [
          toStaff('errandTrouble', { note: '没有人说办得怎么样' }),
        ]),
      )
    return null
  }
  return state === 'done' && doneAt !== null && at >= confirmedBySilence(doneAt)
    ? stepOf(
        step(
          errand,
          at,
          'silence',
          { state: 'confirmed', endedBy: 'silence', hoursOwed: true },
          [],
        ),
      )
    : null
}

/** When time alone makes something due next; null for never. */
export const nextDue = (errand: Errand, at: Instant): Instant | null => {
  const { state, doneAt } = errand
  if (state === 'open') {
    const { askNextAt } = errand
    return Math.min(tooLateToAsk(errand, askNextAt) ? Infinity : askNextAt, handOverAt(errand))
  }
  if (state === 'unmatched') return lapsesAt(errand)
  if (going.has(state)) {
    if (!errand.reminded && at < startsAt(errand)) return eveOf(errand)
    return errand.trouble === null ? askWhatCame(errand) : lapsesAt(errand)
  }
  return state === 'done' && doneAt !== null ? confirmedBySilence(doneAt) : null
}

/** Those to propose hours for: who was there by anybody's word; where nobody said, all who were confirmed. */
export const whoCame = ({ claims }: Pick<Errand, 'claims'>): [string, Claim][] => {
  const all = Object.entries(claims)
  const heard = all.some(([, { came }]) => came === true)
  return all.filter(([, { came }]) => came === true || (!heard && came === null))
}

/** On whose word hours rest: who confirmed, else the staff member who put down what was reported; empty for silence. */
export const wordOf = ({ confirmedBy }: Pick<Errand, 'confirmedBy'>, claim: Claim): string =>
  confirmedBy ?? claim.reportedBy ?? ''

/** Minutes to propose for somebody: what they said, else what the first said who finished. */
export const minutesOf = (errand: Errand, claim: Claim, usual: number): number =>
  claim.minutes ?? errand.minutes ?? usual
