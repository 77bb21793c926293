import { decideMinutesOf } from '@/domain/proposals/agenda'
import {
  decideTimely as timelyMeeting,
  dueOf as dueOfMeeting,
  proposalsOf,
} from '@/domain/proposals/meeting'
import {
  authorsOf,
  decideReached,
  decideTimely as timelyProposal,
  decideUnite,
  dueOf as dueOfProposal,
  standing,
} from '@/domain/proposals/proposal'
import { same, type Decision, type Followed } from '@/domain/proposals/record'
import { decideTimely as timelyTask } from '@/domain/proposals/task'
import {
  decideMerge,
  decideStayAlone,
  lookedAt,
  decideTimely as timelyWish,
  dueOf,
} from '@/domain/proposals/wish'
import { addDays, dayMs, dayOf, instantOf, type Instant } from '@/types/shared/day'
import { again, decide } from '../kit/attempts'
import { command } from '../kit/cloud'
import type { Collection, Stored } from '../kit/collection'
import { fail, found } from '../kit/failure'
import { removeFiles } from '../kit/files'
import { take } from '../kit/step'
import { askAbout, checksOf } from '../media/checks'
import { tellAtOnce } from '../notices/outbox'
import { personsNow } from '../residents/store'
import {
  meetings,
  proposals,
  settingsOf,
  tasks,
  wishes,
  type MeetingDoc,
  type ProposalDoc,
  type TaskDoc,
  type WishDoc,
} from './store'
import { tellingsOf, type Told } from './told'

interface Kind<D extends Stored & Followed> {
  of: Collection<D>
  /** What time, or what happened, brings on; asked until it is `same`. */
  next: (document: D, at: Instant) => Decision | Promise<Decision>
  /** What is owed besides telling; safe to repeat. The fields that say that it is done. */
  owed?: (document: D, at: Instant) => Promise<Readonly<Record<string, unknown>>>
  dueOf: (document: D) => Instant | null
  told: (document: D) => Told
}

/**
 * Does all that is due of a record: what time brings, what follows for other records, and the telling. Safe to repeat
 * and to cut off: what is owed is struck off only when it is done and nothing changed meanwhile.
 */
const complete = <D extends Stored & Followed>(
  kind: Kind<D>,
  centre: string,
  id: string,
  at: Instant,
) =>
  decide(async () => {
    for (;;) {
      const document = await kind.of.of(centre).get(id)
      if (!document || document.due === null || document.due > at) return
      const next = await kind.next(document, at)
      if (next.outcome === 'step') {
        if (!(await take(kind.of.of(centre), id, next.step))) return again
        continue
      }
      const done = (await kind.owed?.(document, at)) ?? {}
      await tellAtOnce(centre, await tellingsOf(document, kind.told(document), at))
      const struck = await take(kind.of.of(centre), id, {
        guard: { equal: { seq: document.seq } },
        change: {
          set: { ...done, news: {}, due: kind.dueOf({ ...document, ...done }) },
          inc: { seq: 1 },
        },
      })
      return struck ? undefined : again
    }
  })

/** Changes a record by a rule, as long as what the rule saw still holds; then does what follows. The record as it is then. */
const changer =
  <D extends Stored & Followed>(kind: Kind<D>) =>
  async (
    first: D,
    rule: (document: D) => Decision | Promise<Decision>,
    at: Instant,
  ): Promise<D> => {
    const { _id, centre } = first
    const store = kind.of.of(centre)
    await decide(async (round) => {
      const decision = await rule(round === 0 ? first : found(await store.get(_id)))
      if (decision.outcome === 'refused') return fail(decision.refusal.code, decision.refusal.data)
      if (decision.outcome === 'same') return
      return (await take(store, _id, decision.step)) ? undefined : again
    })
    await complete(kind, centre, _id, at)
    return found(await store.get(_id))
  }

/** Adds a record unless it is there, and does what follows from it. The record as it is then. */
const beginner =
  <D extends Stored & Followed>(kind: Kind<D>) =>
  async (document: D, at: Instant): Promise<D> => {
    const { _id, centre } = document
    await kind.of.of(centre).insert(document)
    await complete(kind, centre, _id, at)
    return found(await kind.of.of(centre).get(_id))
  }

/** WeChat is asked about pictures once; what it answers is kept with the pictures. */
const asked = async (
  { centre, _id, asking }: Pick<WishDoc, 'centre' | '_id' | 'asking'>,
  at: Instant,
): Promise<{ asking?: null }> => {
  if (asking === null) return {}
  await askAbout(centre, { record: _id, ...asking, at })
  return { asking: null }
}

/** Files that belong to it no more are removed; those that are gone already are no error. */
const removed = async ({
  unused,
}: Pick<WishDoc, 'unused'>): Promise<{ unused?: readonly string[] }> => {
  if (unused.length === 0) return {}
  await removeFiles(unused)
  return { unused: [] }
}

/** Pictures of a note are judged later than it is written: staff look at those that WeChat could not judge. */
const looked = async (wish: WishDoc, at: Instant): Promise<Partial<WishDoc>> => {
  if (wish.lookAt === null || wish.lookAt > at) return {}
  const checks = await checksOf(wish.centre, wish._id)
  return lookedAt(
    wish,
    wish.notePhotos.map((file) => checks.get(file) ?? 'waiting'),
    at,
  )
}

const ofWish: Kind<WishDoc> = {
  of: wishes,
  next: timelyWish,
  owed: async (wish, at) => ({
    ...(await asked(wish, at)),
    ...(await removed(wish)),
    ...(await looked(wish, at)),
  }),
  dueOf,
  told: ({ _id, public: shown, words, path, person, byStaff, by }) => ({
    thing: _id,
    title: shown?.title ?? words.slice(0, 20),
    path,
    person,
    actor: byStaff || by === person ? null : by,
  }),
}

export const changeWish = changer(ofWish)
export const beginWish = beginner(ofWish)
export const completeWish = (centre: string, id: string, at: Instant) =>
  complete(ofWish, centre, id, at)

/**
 * Wishes that went into a proposal say so; one that somebody claimed in the same moment stays by itself. With fewer than
 * two there is no proposal, and none is in it.
 */
const mergeOf = async (proposal: ProposalDoc, at: Instant): Promise<Partial<ProposalDoc>> => {
  if (!proposal.merging) return {}
  const { centre, _id, title, wishes: ids, hidden, state } = proposal
  // Always in the same order: of two proposals of the same wishes, one gets them all.
  const all = await wishes.of(centre).find({
    where: { _id: command.in([...ids]) },
    order: [['_id', 'asc']],
    limit: 20,
  })
  if (state === 'withdrawn') return parted(proposal, all, at)
  const merged: WishDoc[] = []
  for (const wish of all) {
    const after = await changeWish(
      wish,
      (one) => {
        const decision = decideMerge(one, { proposal: _id, title, at })
        return decision.outcome === 'refused' ? same : decision
      },
      at,
    )
    if (after.proposal === _id) merged.push(after)
  }
  const inOrder = ids.flatMap((id) => merged.find((one) => one._id === id) ?? [])
  if (merged.length < 2) return parted(proposal, merged, at)
  return {
    ...standing('open', hidden, false),
    merging: false,
    wishes: inOrder.map((one) => one._id),
    wishTitles: inOrder.map((one) => one.public?.title ?? ''),
    firsts: [...new Set(inOrder.map(({ person }) => person))],
    firstNames: inOrder.flatMap(({ showName, personName, person }) =>
      showName && personName !== '' ? [{ person, name: personName }] : [],
    ),
  }
}

/** It comes to nothing: its wishes wait again, each by itself; but not those of somebody who is erased. */
const parted = async (
  { _id, centre, hidden }: ProposalDoc,
  all: readonly WishDoc[],
  at: Instant,
): Promise<Partial<ProposalDoc>> => {
  const until = at + (await settingsOf(centre)).settings.wishDays * dayMs
  for (const wish of all)
    if (wish.personName !== '')
      await changeWish(wish, (one) => decideStayAlone(one, { proposal: _id, at, until }), at)
  return { merging: false, ...standing('withdrawn', hidden, false), wishes: [] }
}

/** Co-signatures of records that became one count once. */
const unite = async (proposal: ProposalDoc, at: Instant): Promise<Decision> => {
  const now = await personsNow(proposal.centre, Object.keys(proposal.claims))
  return decideUnite(proposal, new Map([...now].map(([id, { _id }]) => [id, _id])), at)
}

/** When there are enough co-signatures, of so many people, an answer is due. */
const nextOfProposal = async (proposal: ProposalDoc, at: Instant): Promise<Decision> => {
  const { state, count, threshold, answerDays } = proposal
  if (state === 'open' && count >= threshold) {
    const united = await unite(proposal, at)
    if (united.outcome === 'step') return united
    // Loaded here alone: no other call needs the calendar.
    const { afterWorkingDays } = await import('@/domain/shared/workingDays')
    return decideReached(proposal, afterWorkingDays(dayOf(at), answerDays), at)
  }
  return timelyProposal(proposal, dayOf(at), at)
}

const ofProposal: Kind<ProposalDoc> = {
  of: proposals,
  next: nextOfProposal,
  owed: async (proposal, at) => ({
    ...(await asked(proposal, at)),
    ...(await removed(proposal)),
    ...(await mergeOf(proposal, at)),
  }),
  dueOf: dueOfProposal,
  told: ({ _id, title, path, person, by, claims, firsts }) => ({
    ...{ thing: _id, title, path, person },
    signers: [...new Set([...authorsOf({ person, firsts }), ...Object.keys(claims)])],
    actor: person !== null && person !== by ? by : null,
  }),
}

export const changeProposal = changer(ofProposal)
export const beginProposal = beginner(ofProposal)
export const completeProposal = (centre: string, id: string, at: Instant) =>
  complete(ofProposal, centre, id, at)

/** Enough co-signatures may have come at once: whoever sees it first carries it through. */
export const carryProposal = async (
  centre: string,
  id: string,
  at: Instant,
): Promise<ProposalDoc> => {
  const document = found(await proposals.of(centre).get(id))
  if (document.state !== 'open' || document.count < document.threshold) return document
  return changeProposal(document, (one) => nextOfProposal(one as ProposalDoc, at), at)
}

/** Whoever became one person since they co-signed is counted once, also before there are enough. */
export const uniteSigners = async (centre: string, id: string, at: Instant): Promise<void> => {
  const proposal = await proposals.of(centre).get(id)
  if (proposal?.state === 'open') await changeProposal(proposal, (one) => unite(one, at), at)
}

/** What is on the agenda says that it is, and what came of it. */
const linksOf = async (meeting: MeetingDoc, at: Instant): Promise<{ linking?: false }> => {
  if (!meeting.linking) return {}
  const { centre, _id } = meeting
  const store = proposals.of(centre)
  const ids = proposalsOf(meeting)
  const [on, was] = await Promise.all([
    ids.length > 0 ? store.find({ where: { _id: command.in(ids) }, limit: ids.length }) : [],
    // What was taken off the agenda still says that it is on it.
    store.find({ where: { meeting: _id }, order: [['_id', 'asc']], limit: 20 }),
  ])
  const off = was.filter((one) => !ids.includes(one._id))
  for (const proposal of [...on, ...off])
    await changeProposal(proposal, (one) => decideMinutesOf(meeting, one, at), at)
  return { linking: false }
}

const ofMeeting: Kind<MeetingDoc> = {
  of: meetings,
  next: timelyMeeting,
  owed: linksOf,
  dueOf: dueOfMeeting,
  told: (meeting) => ({
    ...{ thing: meeting._id, title: meeting.title, path: meeting.path },
    ...{ person: null, actor: null },
    meeting,
  }),
}

export const changeMeeting = changer(ofMeeting)
export const beginMeeting = beginner(ofMeeting)
export const completeMeeting = (centre: string, id: string, at: Instant) =>
  complete(ofMeeting, centre, id, at)

const ofTask: Kind<TaskDoc> = {
  of: tasks,
  next: (task, at) => timelyTask(task, dayOf(at), at),
  dueOf: ({ state, late, day }) => (state === 'open' && !late ? instantOf(addDays(day, 1)) : null),
  told: ({ _id, what, path }) => ({ thing: _id, title: what, path, person: null, actor: null }),
}

export const changeTask = changer(ofTask)
export const beginTask = beginner(ofTask)
export const completeTask = (centre: string, id: string, at: Instant) =>
  complete(ofTask, centre, id, at)
