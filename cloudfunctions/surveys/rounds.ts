import { notFor } from '@/domain/surveys/target'
import { dueRound, nextDue, type RoundKind } from '@/domain/surveys/rounds'
import { stands } from '@/domain/residents/person'
import { dayOf, type Instant } from '@/types/shared/day'
import { command } from '../kit/cloud'
import type { JobRun } from '../kit/jobs'
import { idsOf } from '../kit/subject'
import { tell } from '../notices/outbox'
import { people, type PersonDoc } from '../residents/store'
import type { Published } from './show'
import { headFields, markId, marks, surveys, type Round } from './store'

/** People that one step looks at. */
const batch = 100

const begun: Round = { after: null, count: 0, last: null }

/**
 * Carries on with what is due of a survey, a hundred people at a time, as long as there is time: tells whom it is for that
 * it opens, who has not answered that it closes, counts whom it is for, ends it. A step cut off is done again: nobody is
 * told twice, since notices have ids of their own, and the count moves on only with the step.
 */
export const carryOn = async (
  id: string,
  { centre, at, timeLeft }: Pick<JobRun, 'centre' | 'at' | 'timeLeft'>,
): Promise<void> => {
  const store = surveys.of(centre)
  while (timeLeft() > 0) {
    const survey = (await store.get(id, {
      ...headFields,
      ...{ seq: true, round: true, told: true, due: true },
    })) as Published | null
    const due = survey && survey.stage === 'published' ? dueRound(survey, at) : null
    if (!survey || due === null) return
    const { seq } = survey
    if (due === 'close') {
      const ended = { stage: 'closed', closedAt: survey.closes, shown: false, due: null }
      await store.change(id, { ...ended, round: null, seq: command.inc(1) }, { seq })
      return
    }
    const round = survey.round ?? begun
    const { next, count, last } = await step(survey, due, round, at)
    const told = { ...survey.told, opened: true, ...(due === 'closes' && { closes: true }) }
    const moved =
      next === null
        ? { round: null, audience: count, told, due: nextDue({ ...survey, told }) }
        : { round: command.set({ after: next, count, last }) }
    // Somebody published or closed it meanwhile: what is due is looked up anew.
    await store.change(id, { ...moved, seq: command.inc(1) }, { seq })
  }
}

const step = async (
  survey: Published,
  kind: Exclude<RoundKind, 'close'>,
  { after, count, last }: Round,
  at: Instant,
): Promise<{ next: string | null; count: number; last: string | null }> => {
  const { centre, head } = survey
  const perPerson = head.per === 'person'
  const below = { 'facts.path': head.target.node }
  const { documents, next } = await people.of(centre).page({
    where: perPerson ? below : { ...below, 'facts.household': command.gt('') },
    by: [perPerson ? '_id' : 'facts.household', 'asc'],
    after: after ?? undefined,
    limit: batch,
    fields: { facts: true, openid: true, actors: true, mergedInto: true, erasedAt: true },
  })
  const today = dayOf(at)
  const those = documents.filter(
    (person) => stands(person) && notFor(person.facts, head.target, today) === null,
  )
  let counted = count
  let household = last
  for (const { facts } of those) {
    if (!perPerson && facts.household === household) continue
    counted++
    household = facts.household
  }
  await tellThose(survey, kind, those)
  return { next, count: counted, last: household }
}

/** Who answered hears nothing; who has neither a phone nor family with one is met at the door. */
const tellThose = async (
  survey: Published,
  kind: 'opened' | 'closes',
  those: readonly PersonDoc[],
): Promise<void> => {
  const { _id, centre, head, opens, closes } = survey
  const reached = those.filter(
    ({ openid, actors }) => openid !== null || Object.keys(actors).length > 0,
  )
  if (reached.length === 0) return
  const idsFor = ({ facts }: PersonDoc) =>
    (head.per === 'person' ? idsOf(facts) : [facts.household ?? facts.id]).map((who) =>
      markId(centre, _id, who),
    )
  const ids = [...new Set(reached.flatMap(idsFor))]
  const answered = await marks
    .of(centre)
    .find({ where: { _id: command.in(ids) }, limit: ids.length, fields: { _id: true } })
  const given = new Set(answered.map((mark) => mark._id))
  await tell(
    centre,
    reached
      .filter((person) => !idsFor(person).some((id) => given.has(id)))
      .map(({ facts: { id, name } }) => ({
        event: kind === 'opened' ? ('surveyOpened' as const) : ('surveyCloses' as const),
        person: { id, name },
        thing: _id,
        key: kind,
        data: { title: head.title, startsAt: kind === 'opened' ? opens : closes },
        due: closes,
      })),
  )
}
