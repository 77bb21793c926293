import { ageInDays, type SealedCase } from '@/domain/feedback/sealed'
import { toTell } from '@/domain/feedback/ringing'
import type { Decision } from '@/domain/feedback/case'
import type { ListedSealed, SealedContentShown } from '@/types/shared/sealedCases'
import type { Instant } from '@/types/shared/day'
import { fail, found } from '../kit/failure'
import type { Passport } from '../kit/passport'
import { idsOf } from '../kit/subject'
import { filesIn } from './files'
import { isSealed, type SealedDoc } from './sealedDue'
import { ofCase } from './staffCase'
import { contentOf, eyesFor, photoShown, reporterShown, voiceShown } from './shown'
import { authorOf, type CaseDoc } from './store'
import { worked } from './worked'

/** The case an act names, where it belongs, and its number for the audit log; of an open one nobody gets anywhere here. */
export const ofSealed = {
  load: ofCase.load,
  place: ({ loaded }: { loaded: CaseDoc | null }): readonly string[] => loaded?.sealing?.path ?? [],
  about: ({ loaded }: { loaded: CaseDoc | null }): string | null => loaded?.number ?? null,
}

/** The sealed case, as long as it is not about who asks. */
export const sealedFor = (one: CaseDoc | null, caller: Passport): SealedDoc => {
  const known = found(one)
  const about = known.aboutStaff !== null && idsOf(caller.person).includes(known.aboutStaff)
  return isSealed(known) && !about ? known : fail('NotFound')
}

export const isMine = ({ sealing }: SealedCase, caller: Passport): boolean =>
  sealing.mediator !== null && idsOf(caller.person).includes(sealing.mediator)

/** Whether somebody sent it, for themselves or for one of theirs: nobody mediates in their own matter. */
export const isOwnMatter = (one: CaseDoc, ids: readonly string[]): boolean => {
  const author = authorOf(one)
  if (!author) return false
  const theirs = [author.person, author.asStaff ? null : author.by]
  return theirs.some((id) => id !== null && ids.includes(id))
}

/** What may be known of a sealed case by who does not mediate in it. */
export const listedSealed = (
  one: SealedDoc,
  { mine, mayTake }: { mine: boolean; mayTake: boolean },
  at: Instant,
): ListedSealed => ({
  id: one._id,
  number: one.number,
  days: ageInDays(one, at),
  mediator: one.sealing.mediator,
  mediatorName: one.sealing.mediatorName,
  late: one.stage === 'active' && (one.sealing.late || (one.due !== null && one.due < at)),
  mine,
  mayTake,
  followUp: mine ? one.sealing.followUp : null,
})

/** All of it, for its mediator: nobody else gets this far. */
export const contentShown = async (
  one: SealedDoc,
  caller: Passport,
  at: Instant,
): Promise<SealedContentShown> => {
  if (!isMine(one, caller)) return fail('NotYours')
  const content = await contentOf(one)
  const { text, place, placeName, photos, voice, steps } = content
  const [eyes, reporter] = await Promise.all([
    eyesFor(one.centre, one._id, filesIn(content), false),
    reporterShown({ ...one, ...content }),
  ])
  // What the mediator took a picture of is theirs to see at once.
  const own = { ...eyes, mayAll: true }
  // What WeChat could not judge staff look at, and here the mediator is the only one who may.
  const toMediator = (file: string) =>
    photoShown(file, eyes.checks.get(file) === 'held' ? own : eyes)
  return {
    ...listedSealed(one, { mine: true, mayTake: false }, at),
    rev: one.rev,
    state: one.state,
    toRing: toTell(one) !== null,
    category: one.flow?.name ?? '',
    reporter: reporter && { name: reporter.name, phone: reporter.phone },
    text: [content.about, text].filter(Boolean).join('\n\n'),
    where: [placeName, place.where].filter(Boolean).join(' · '),
    photos: photos.map(toMediator),
    voice: voiceShown(voice, toMediator),
    steps: steps.map((step) => ({
      ...{ at: step.at, kind: step.kind, who: step.who, told: step.words },
      record: step.record ?? '',
      photos: [
        ...step.photos.map(toMediator),
        ...(step.papers ?? []).map((file) => photoShown(file, own)),
      ],
    })),
  }
}

/** Decides on a sealed case as it is now and writes it down, once; then all that follows from it. */
export const sealedWorked = async (
  one: SealedDoc,
  caller: Passport,
  at: Instant,
  decision: (now: SealedDoc) => Decision,
): Promise<SealedDoc> => {
  const now = await worked(one, at, (known) => decision(sealedFor(known, caller)))
  return sealedFor(now, caller)
}
