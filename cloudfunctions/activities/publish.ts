import { createHash } from 'node:crypto'
import { calendarOf } from '@/domain/activities/sessions'
import type { Draw } from '@/domain/activities/places'
import { newSeating, publishable } from '@/domain/activities/draft'
import { activities, type ActivityDraft } from '@/types/activities'
import type { Instant } from '@/types/shared/day'
import { fail, found } from '../kit/failure'
import { hiddenId, randomToken } from '../kit/ids'
import { procedure } from '../kit/procedure'
import { nodes, type NodeDoc } from '../residents/store'
import { refuseBadText } from './badText'
import { withOwnFiles } from './files'
import { activityRecords, places, type ActivityRecord, type Places } from './store'

/** Puts an activity on. The same tap finds the one it made; half of one is completed. */
export const publish = procedure(activities, 'publish', {
  load: async ({ centre, openid, input }) => {
    const id = hiddenId(centre, 'a', openid, input.key)
    const [node, record] = await Promise.all([
      nodes.of(centre).get(input.draft.node, { path: true, name: true }),
      activityRecords.of(centre).get(id),
    ])
    return { id, node, record }
  },
  place: ({ loaded }) => found(found(loaded).node).path,

  async run({ centre, openid, caller, loaded, input, at }) {
    const { id: _id, node, record: published } = loaded
    const record = published ?? {
      _id,
      centre,
      v: 1,
      rev: 1,
      ...placeOf(found(node)),
      // Last of what may refuse: files taken for an activity that is not published could not be taken again.
      draft: await withOwnFiles(
        { centre, caller, at },
        _id,
        await approved(input.draft, openid, at),
        [],
      ),
      publishedBy: caller.person.id,
      publishedAt: at,
      editedBy: null,
      drawSeed: randomToken() + randomToken(),
      headCounts: {},
    }
    const mine = published ?? (await activityRecords.of(centre).insert(record))
    // Two taps at once: the first one's seed and text stand.
    const stands = mine ? record : found(await activityRecords.of(centre).get(_id))
    await places.of(centre).insert(newPlaces(stands))
    return { activity: _id }
  },
})

const placeOf = ({ path, name }: Pick<NodeDoc, 'path' | 'name'>) => ({ path, nodeName: name })

/** The draft, once times and words are in order. */
const approved = async (draft: ActivityDraft, openid: string, at: Instant) => {
  const refusal = publishable(draft, at)
  if (refusal) fail(refusal.code, refusal.data)
  await refuseBadText(openid, draft)
  return draft
}

/** The scarce document of an activity that was just published. */
const newPlaces = (record: ActivityRecord): Places => {
  const { _id, centre, path, draft } = record
  return {
    _id,
    centre,
    v: 1,
    path,
    card: cardPart(draft),
    ...newSeating(draft, drawOf(draft, record.drawSeed)),
    ...calendarOf(draft.sessions, record.publishedAt),
    owes: false,
    edited: null,
    withdrawn: null,
  }
}

/** What lists show of a draft. */
export const cardPart = ({ title, category, summary, placeName, photo }: ActivityDraft) => ({
  title,
  category,
  summary,
  placeName,
  photo,
})

/** The hash that binds the centre to a seed before anybody knows it. */
export const commitmentTo = (seed: string): string =>
  createHash('sha256').update(seed).digest('hex')

const drawOf = ({ mode, drawAt }: ActivityDraft, seed: string): Draw | null =>
  mode === 'draw' && drawAt !== null
    ? { at: drawAt, commitment: commitmentTo(seed), seed: null, by: null }
    : null
