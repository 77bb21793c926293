import { happens, type News } from '@/domain/feedback/case'
import { firstLevel, flowFor } from '@/domain/feedback/flow'
import { heldNews } from '@/domain/feedback/held'
import { nodeOf } from '@/domain/feedback/place'
import { fail } from '../kit/failure'
import { take } from '../kit/step'
import { nodes } from '../residents/store'
import type { CaseLevel } from '@/types/feedback'
import type { Instant } from '@/types/shared/day'
import type { StaffRole } from '@/types/shared/roles'
import { flowsInForce } from './flows'
import { ownCopies } from './files'
import { gridNameOf } from './grids'
import { numberFor, numberWritten } from './numbers'
import { watchersOf } from './holders'
import { dueAt, heldUntil, ownerOf } from './owner'
import { keepSealed } from './sealing'
import { authorOf, cases, type CaseDoc } from './store'

/** A part of a message is where that was, also when staff corrected it. */
const placeOf = async ({ centre, place, around, partOf }: CaseDoc) => {
  const named = nodeOf(place)
  const node =
    named !== undefined && partOf === undefined ? await nodes.of(centre).get(named) : null
  const known = node ?? (await nodes.of(centre).get(around.at(-1) ?? ''))
  if (!known) return { path: around, placeName: '', gridName: '' }
  return { path: known.path, placeName: known.label, gridName: await gridNameOf(known) }
}

/** A part of a message has its copies already. */
const filesOf = async (message: CaseDoc) => {
  const { partOf, photos, voice } = message
  if (partOf !== undefined) return { photos, voice, lost: 0 }
  const author = authorOf(message)
  return author ? ownCopies(message, author) : { photos: [], voice: null, lost: 0 }
}

/** Who works at each level. */
const workerAt: Readonly<Record<CaseLevel, StaffRole>> = {
  grid: 'gridWorker',
  community: 'communityStaff',
  street: 'centreStaff',
  outside: 'centreStaff',
}

/** Who hears of it first: who may judge it, who answers for it, or, where nobody does, all who could. */
const newsOf = async (message: CaseDoc, held: boolean, at: Instant): Promise<News> => {
  if (held) return heldNews(await watchersOf(message, ['communityStaff'], at))
  const to =
    message.owner === null ? await watchersOf(message, [workerAt[message.level]], at) : 'owner'
  return { event: 'caseGiven', to, note: null }
}

/**
 * Makes a case of a message: its place, its flow, its number, who answers for it and until when; its pictures become its
 * own. All of it may be done again until the one write at the end. False when somebody else did it meanwhile.
 */
export const receive = async (message: CaseDoc, at: Instant): Promise<boolean> => {
  const { _id, centre } = message
  const flow = flowFor(await flowsInForce(centre, message.at), message.category) ?? fail('Internal')
  const [{ path, placeName, gridName }, number, files] = await Promise.all([
    placeOf(message),
    numberFor(centre, _id, message.at),
    filesOf(message),
  ])
  const level = firstLevel(flow, message.aboutStaff !== null)
  const [owner, due] = await Promise.all([
    flow.sealed ? { owner: null, ownerName: null } : ownerOf({ ...message, path }, level, at),
    dueAt(flow, level, message.at),
  ])
  // Of what is sealed nobody but the mediator reads a word, who is there to hear hard ones.
  const held = message.doubtful && !flow.sealed
  const hidden = flow.sealed
    ? await keepSealed({ ...message, path, placeName, ...files, level }, at)
    : null
  const taken = await take(
    cases.of(centre),
    _id,
    happens(message, {
      key: message.key,
      step: { at: message.at, kind: 'received', by: null, who: '', words: '', level },
      state: held ? 'held' : 'open',
      set: {
        ...{
          flow,
          path,
          placeName,
          gridName,
          number,
          level,
          ...owner,
          sealed: flow.sealed,
          ...files,
        },
        due: held ? await heldUntil(due, message.at) : due,
        nextAt: at,
        ...hidden?.set,
      },
      news: [hidden?.news ?? (await newsOf({ ...message, path, level, ...owner }, held, at))],
    }),
  )
  if (taken) await numberWritten(centre, _id, message.at)
  return taken
}
