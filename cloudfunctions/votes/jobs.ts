import { isEve } from '@/domain/shared/eve'
import { dayMs, dayOf, type Instant } from '@/types/shared/day'
import { repeat } from '../kit/attempts'
import { command } from '../kit/cloud'
import { forEachDocument } from '../kit/each'
import { removeFiles } from '../kit/files'
import type { Job, JobRun } from '../kit/jobs'
import { removeSome } from '../kit/removal'
import { complete, completeBallot } from './complete'
import { publishedMs } from './count'
import { ballots, ownerRolls, publishedBallots, votes, type VoteDoc } from './store'
import { tellStaff } from './told'

/** So long a household can look up its receipt, and papers can be asked for: a year after the end. */
const linkedMs = 366 * dayMs

const batch = 50

/** What staff still have to do before a vote ends, or null. */
const leftToDo = async ({ _id, centre, kind, state }: VoteDoc): Promise<string | null> => {
  if (kind === 'owners')
    return state === 'preparing' ? '快到结束的日子了，还没有开始收意见。到时候会自动取消' : null
  const papers = await ballots.of(centre).count({ vote: _id, paperWaits: true })
  return papers > 0 ? `快结束了，还有 ${papers} 张纸质票没有核对，不核对就不算` : null
}

/** On the eve of its end a vote reminds by itself those who have not voted, and staff of what they have to do. */
const onEve = async (vote: VoteDoc, at: Instant): Promise<void> => {
  const { _id, centre, state, remindedAt, until, warned, seq } = vote
  const last = dayOf(until)
  if (!isEve(last, until, at)) return
  const note = warned ? null : await leftToDo(vote)
  if (note !== null) await tellStaff(vote, 'eve', note, at)
  const reminds = state === 'open' && (remindedAt === null || !isEve(last, until, remindedAt))
  if (note === null && !reminds) return
  await repeat(() =>
    votes.of(centre).change(
      _id,
      {
        ...(note !== null && { warned: true }),
        ...(reminds && { remindedAt: at, owes: true }),
        seq: seq + 1,
      },
      { seq, state },
    ),
  )
}

const each = (run: JobRun, where: Parameters<typeof forEachDocument>[3]['where']) =>
  forEachDocument('votes.sweep', votes, run, { where }, async (vote) => {
    await onEve(vote, run.at)
    await complete(run.centre, vote._id, run.at, run.timeLeft)
  })

/** Pictures of papers go with what they were of. */
const removeOld = async ({ centre, at }: JobRun) => {
  const over = await votes.of(centre).find({
    where: { until: command.lt(at - linkedMs), linked: true },
    limit: batch,
    fields: { _id: true },
  })
  for (const { _id } of over) {
    for (;;) {
      const some = await ballots.of(centre).find({
        where: { vote: _id },
        limit: batch,
        fields: { photos: true },
      })
      if (some.length === 0) break
      await removeFiles(some.flatMap(({ photos }) => photos))
      await ballots.of(centre).removeAll({ _id: command.in(some.map((one) => one._id)) })
    }
    const rolls = await ownerRolls.of(centre).find({ where: { vote: _id }, limit: 1 })
    await removeFiles(rolls.flatMap(({ photos }) => photos))
    await repeat(() => ownerRolls.of(centre).removeAll({ vote: _id }))
    await votes.of(centre).change(_id, { linked: false })
  }
  return { handled: over.length, cursor: over.length === batch ? 'more' : null }
}

/** Work of the module that nobody taps for. */
export const jobs: Job[] = [
  {
    name: 'votes.sweep',
    cron: '*/15 * * * *',
    // What is open is few: it may be due, or it may be the eve of its end.
    run: (run) => each(run, { state: command.in(['preparing', 'open']) }),
  },
  { name: 'votes.tell', cron: '*/15 * * * *', run: (run) => each(run, { owes: true }) },
  {
    name: 'votes.papers',
    cron: '*/15 * * * *',
    run: (run) =>
      forEachDocument(
        'votes.papers',
        ballots,
        run,
        { where: { owes: true }, fields: { owes: true } },
        ({ _id }) => completeBallot(run.centre, _id, run.at),
      ),
  },
  { name: 'votes.unlink', cron: '45 3 * * *', run: removeOld },
  {
    name: 'votes.forgetPublished',
    cron: '50 3 * * *',
    run: ({ centre, at }) => removeSome(publishedBallots.of(centre), { until: command.lt(at) }),
  },
  {
    name: 'votes.forget',
    cron: '55 3 * * *',
    run: ({ centre, at }) => removeSome(votes.of(centre), { until: command.lt(at - publishedMs) }),
  },
]
