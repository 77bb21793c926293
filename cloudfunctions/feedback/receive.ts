import { happens } from '@/domain/feedback/case'
import { firstLevel, flowFor } from '@/domain/feedback/flow'
import { fail } from '../kit/failure'
import { take } from '../kit/step'
import { nodes } from '../residents/store'
import type { Instant } from '@/types/shared/day'
import { flowsInForce } from './flows'
import { ownCopies } from './files'
import { numberFor, numberWritten } from './numbers'
import { dueAt, ownerOf } from './owner'
import { keepSealed } from './sealing'
import { authorOf, cases, type CaseDoc } from './store'

/** A part of a message is where that was, also when staff corrected it. */
const placeOf = async ({ centre, place, around, partOf }: CaseDoc) => {
  const node =
    'node' in place && partOf === undefined ? await nodes.of(centre).get(place.node) : null
  const known = node ?? (await nodes.of(centre).get(around.at(-1) ?? ''))
  return { path: known?.path ?? around, placeName: known?.label ?? '' }
}

/** A part of a message has its copies already. */
const filesOf = async (message: CaseDoc) => {
  const { partOf, photos, voice } = message
  if (partOf !== undefined) return { photos, voice, lost: 0 }
  const author = authorOf(message)
  return author ? ownCopies(message, author) : { photos: [], voice: null, lost: 0 }
}

/**
 * Makes a case of a message: its place, its flow, its number, who answers for it and until when; its pictures become its
 * own. All of it may be done again until the one write at the end. False when somebody else did it meanwhile.
 */
export const receive = async (message: CaseDoc, at: Instant): Promise<boolean> => {
  const { _id, centre } = message
  const flow = flowFor(await flowsInForce(centre, message.at), message.category) ?? fail('Internal')
  const [{ path, placeName }, number, files] = await Promise.all([
    placeOf(message),
    numberFor(centre, _id, message.at),
    filesOf(message),
  ])
  const level = firstLevel(flow, message.aboutStaff !== null)
  const [owner, due] = await Promise.all([
    flow.sealed ? { owner: null, ownerName: null } : ownerOf({ ...message, path }, level, at),
    dueAt(flow, level, message.at),
  ])
  const hidden = flow.sealed
    ? await keepSealed({ ...message, path, placeName, ...files, level }, at)
    : null
  const taken = await take(
    cases.of(centre),
    _id,
    happens(message, {
      key: message.key,
      step: { at: message.at, kind: 'received', by: null, who: '', words: '', level },
      // Of what is sealed nobody but the mediator reads a word, who is there to hear hard ones.
      state: message.doubtful && !flow.sealed ? 'held' : 'open',
      set: {
        ...{ flow, path, placeName, number, level, due, ...owner, sealed: flow.sealed, ...files },
        nextAt: at,
        ...hidden?.set,
      },
      news: [hidden?.news ?? { event: 'caseGiven', to: 'owner', note: null }],
    }),
  )
  if (taken) await numberWritten(centre, _id, message.at)
  return taken
}
