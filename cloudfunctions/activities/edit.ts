import { calendarOf } from '@/domain/activities/sessions'
import { decideEdit } from '@/domain/activities/draft'
import { activities, type ActivityDraft } from '@/types/activities'
import { again, decide } from '../kit/attempts'
import { fail, found } from '../kit/failure'
import { holds } from '../kit/passport'
import { procedure } from '../kit/procedure'
import { take } from '../kit/step'
import { nodes } from '../residents/store'
import { refuseBadText } from './badText'
import { complete } from './complete'
import { filesOf, withOwnFiles } from './files'
import { inForce } from './inForce'
import { cardPart, commitmentTo } from './publish'
import { activityRecords, places, wholeSeating } from './store'

/**
 * Changes a published activity. The places decide and take the draft with them; the record and what people are told
 * follow from there, now or by the sweep.
 */
export const edit = procedure(activities, 'edit', {
  load: async ({ centre, input }) => {
    const [place, record, node] = await Promise.all([
      wholeSeating(centre, input.activity),
      activityRecords.of(centre).get(input.activity),
      nodes.of(centre).get(input.draft.node, { path: true, name: true }),
    ])
    return { place, record, node }
  },
  place: ({ loaded }) => found(found(loaded).place).path,

  async run({ centre, openid, caller, loaded, input, at }) {
    const { key, activity, draft, rev } = input
    const node = found(loaded.node)
    const record = found(loaded.record)
    if (!holds(caller, ['communityStaff', 'centreStaff'], node.path, at)) fail('NotAllowed')
    if (record.editedBy === key) return { activity }

    let own: ActivityDraft | null = null
    await decide(async (round) => {
      const place = found(round === 0 ? loaded.place : await wholeSeating(centre, activity))
      if (place.edited?.key === key) return null
      const before = inForce(place, record).draft
      const commitment = commitmentTo(record.drawSeed)
      const decision = decideEdit(place, { draft, rev, before, commitment, at })
      if (decision.outcome === 'refused') return fail(decision.refusal.code, decision.refusal.data)
      if (!own) {
        await refuseBadText(openid, draft)
        own = await withOwnFiles({ centre, caller, at }, activity, draft, filesOf(before))
      }
      const kept = filesOf(own)
      const { step, moved } = decision
      const set = {
        ...step.change.set,
        card: cardPart(own),
        path: node.path,
        ...calendarOf(draft.sessions, at),
        edited: {
          draft: own,
          key,
          nodeName: node.name,
          path: node.path,
          tell: moved || (place.edited?.tell ?? false),
          dropped: [...(place.edited?.dropped ?? []), ...filesOf(before)].filter(
            (file) => !kept.includes(file),
          ),
        },
      }
      const taken = await take(places.of(centre), activity, {
        ...step,
        change: { ...step.change, set },
      })
      return taken ? null : again
    })
    await complete(centre, activity, at)
    return { activity }
  },
})
