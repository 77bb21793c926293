import { ownersTally } from '@/domain/votes/owners'
import { oncePerPerson, type Word } from '@/domain/votes/ballot'
import { tally } from '@/domain/votes/tally'
import { dayMs, type Instant } from '@/types/shared/day'
import { repeat } from '../kit/attempts'
import { command } from '../kit/cloud'
import { found } from '../kit/failure'
import type { Fields } from '../kit/query'
import { personsNow } from '../residents/store'
import { householdsBelow } from './households'
import { takeLease } from './lease'
import {
  ballots,
  optionsOf,
  ownerRolls,
  publishedBallots,
  publishedId,
  rollId,
  stretch,
  votes,
  type VoteDoc,
} from './store'
import { tellStaff } from './told'

/** What anybody may count again is kept for five years, as minutes of meetings are. */
export const publishedMs = 5 * 366 * dayMs

const neverBegan = '到结束的日子，业主名单还没有录齐，没有开始收意见'

/**
 * Counts a vote that is over; an owners' count that never began is called off. Its ballots are sealed first, so that
 * whoever counts, and however often, counts the same; what was on its way at the end and not written by then is refused.
 * One at a time counts, however many phones look at the moment it ends: the others see that it is being counted.
 */
export const count = async (vote: VoteDoc, at: Instant): Promise<VoteDoc> => {
  const { kind, state } = vote
  if (at < vote.until) return vote
  if (state === 'preparing' && kind === 'owners') {
    await tellStaff(
      vote,
      'neverBegan',
      '没有来得及开始，自动取消了。名单还在，可以照着再开一次',
      at,
    )
    return ends(vote, { state: 'calledOff', because: neverBegan })
  }
  if (state !== 'open') return vote
  const mine = await takeLease(vote, at)
  if (!mine) return vote
  const counted = kind === 'households' ? await countHouseholds(vote) : await countOwners(vote)
  return ends(mine, { state: 'ended', preparer: null, ...counted })
}

/** It is over, and those concerned are to hear what came out. */
const ends = async ({ centre, _id, state }: VoteDoc, how: Fields): Promise<VoteDoc> => {
  const store = votes.of(centre)
  await repeat(() => store.change(_id, { ...how, owes: true, seq: command.inc(1) }, { state }))
  return found(await store.get(_id))
}

/** Who spoke, as their records are today: of two that became one, one person did. */
const ofPersonsNow = async (centre: string, words: readonly Word[]): Promise<Word[]> => {
  const ids = [...new Set(words.flatMap(({ by }) => by ?? []))]
  const now = new Map<string, string>()
  for (let from = 0; from < ids.length; from += stretch)
    for (const [id, person] of await personsNow(centre, ids.slice(from, from + stretch)))
      now.set(id, person._id)
  return words.map((word) => ({ ...word, by: word.by && (now.get(word.by) ?? word.by) }))
}

const countHouseholds = async (vote: VoteDoc) => {
  const { centre, _id, rules, until, households: invited } = vote
  const store = ballots.of(centre)
  await repeat(() => store.changeAll({ vote: _id, sealed: false }, { sealed: true }))
  const words: Word[] = []
  let papersLeft = 0
  const households = new Set<string>()
  let after: string | undefined
  do {
    const { documents, next } = await store.page({
      where: { vote: _id },
      by: ['_id', 'asc'],
      after,
      limit: stretch,
      fields: { household: true, receipt: true, choice: true, cast: true, paperWaits: true },
    })
    for (const { household, receipt, choice, cast, paperWaits } of documents) {
      households.add(household)
      if (choice !== null) words.push({ receipt, choice, by: cast?.by ?? null, at: cast?.at ?? 0 })
      if (paperWaits) papersLeft++
    }
    after = next ?? undefined
  } while (after !== undefined)
  // By receipt: the order of the list says nothing of who voted where, or when.
  const cast = oncePerPerson(await ofPersonsNow(centre, words))
    .map(({ receipt, choice }) => ({ receipt, choice }))
    .sort((a, b) => (a.receipt < b.receipt ? -1 : 1))
  for (let part = 0; part === 0 || part * stretch < cast.length; part++)
    await publishedBallots.of(centre).replace({
      _id: publishedId(centre, _id, part),
      centre,
      v: 1,
      ...{ vote: _id, path: vote.path },
      next: (part + 1) * stretch < cast.length ? part + 1 : null,
      ballots: cast.slice(part * stretch, (part + 1) * stretch),
      until: until + publishedMs,
    })
  const now = await householdsBelow(centre, vote.node, until)
  return {
    papersLeft,
    cameLater: [...now.keys()].filter((household) => !households.has(household)).length,
    result: command.set(
      tally(cast, {
        households: invited ?? households.size,
        options: optionsOf(vote).length,
        yesNo: vote.options.length === 0,
        rules: found(rules),
      }),
    ),
  }
}

const countOwners = async ({ centre, _id, ownerRules }: VoteDoc) => {
  const store = ownerRolls.of(centre)
  const id = rollId(centre, _id)
  await repeat(() => store.change(id, { sealed: true, seq: command.inc(1) }, { sealed: false }))
  const { owners } = found(await store.get(id))
  return { ownersResult: command.set(ownersTally(Object.values(owners), found(ownerRules))) }
}
