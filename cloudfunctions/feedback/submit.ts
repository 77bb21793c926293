import { nextTurn, saidEnough } from '@/domain/feedback/limits'
import { spotOf } from '@/domain/feedback/place'
import { feedback } from '@/types/feedback'
import type { Instant } from '@/types/shared/day'
import { again, decide } from '../kit/attempts'
import { fail } from '../kit/failure'
import { personIdHint } from '../kit/ids'
import type { Facts } from '../kit/passport'
import { procedure } from '../kit/procedure'
import { actsAsStaff } from '../kit/subject'
import { isDoubtful } from './doubtful'
import { caseId, cases, markOf, sealAuthor, type CaseDoc } from './store'

/** More than one day's messages: the last turn, today's count and the same tap sent again are among them. */
const recent = 20

const earlierOf = (centre: string, by: string): Promise<CaseDoc[]> =>
  cases.of(centre).find({
    where: { author: markOf(centre, by) },
    order: [['at', 'desc']],
    limit: recent,
    fields: { turn: true, key: true, at: true, state: true },
  })

/** An anonymous reporter's place is told by the community only. */
const aroundOf = ({ path }: Facts, anonymous: boolean): readonly string[] =>
  path.slice(0, anonymous ? 2 : 3)

/**
 * Sends a message. One write keeps all of it; who answers for it, its number and its pictures follow when the sender
 * looks at it, or with the next sweep. What WeChat cannot judge is kept for staff to look at.
 */
export const submit = procedure(feedback, 'submit', {
  load: ({ centre, openid, subjectId, input: { forResident } }) =>
    earlierOf(centre, forResident === undefined ? subjectId : personIdHint(centre, openid)),

  inConfidence: true,

  async run({ centre, openid, caller, subject, loaded, input, at }) {
    const { key, category, text, photos, voice, place, anonymous, aboutStaff, caller: from } = input
    if (text === '' && photos.length === 0 && !voice) return fail('NothingSaid')
    const by = caller.person.id
    const asStaff = actsAsStaff(caller, subject) || from !== undefined
    if (from !== undefined && caller.roles.length === 0) return fail('NotAllowed')
    const isLoaded = input.forResident === undefined || by === personIdHint(centre, openid)
    let doubtful: boolean | null = null
    const sent = await decide(async (round) => {
      const earlier = round === 0 && isLoaded ? loaded : await earlierOf(centre, by)
      const same = earlier.find((one) => one.key === key)
      if (same) return same
      if (!asStaff && saidEnough(earlier, at)) return fail('TooManyToday')
      doubtful ??= await isDoubtful(openid, [text, place.where].filter(Boolean))
      const _id = caseId(centre, by, nextTurn(earlier))
      const person = from === undefined ? subject.id : null
      const message: CaseDoc = {
        ...received(at),
        _id,
        centre,
        v: 1,
        key,
        turn: nextTurn(earlier),
        author: markOf(centre, by),
        followers: person === null ? [] : [markOf(centre, person)],
        sealedAuthor: sealAuthor(_id, { person, by, asStaff, openid }),
        anonymous,
        reporter:
          anonymous || from !== undefined
            ? null
            : {
                person: subject.id,
                name: subject.name,
                byName: by === subject.id ? null : caller.person.name,
              },
        category,
        text,
        photos,
        voice: voice ? { ...voice, said: null } : null,
        place,
        caller: from ?? null,
        around: aroundOf(subject, anonymous),
        spot: spotOf(place),
        aboutStaff: aboutStaff ?? null,
        doubtful,
      }
      return (await cases.of(centre).insert(message)) ? message : again
    })
    return { id: sent._id, state: sent.state }
  },
})

/** A message before the program has looked at it. */
export const received = (at: Instant) =>
  ({
    state: 'received',
    stage: 'new',
    level: 'grid',
    owner: null,
    ownerName: null,
    flow: null,
    due: null,
    at,
    solvedAt: null,
    endedAt: null,
    reopened: 0,
    rev: 0,
    keys: [],
    news: {},
    number: null,
    sealed: false,
    sealing: null,
    openings: [],
    counted: 0,
    mayShow: false,
    path: [],
    placeName: '',
    gridName: '',
    steps: [],
    lost: 0,
    joins: {},
    joined: 0,
    rating: null,
    nextAt: at,
  }) satisfies Partial<CaseDoc>
