import type { CaseStep } from '@/domain/feedback/case'
import { decideLeave } from '@/domain/feedback/joining'
import type { Instant } from '@/types/shared/day'
import { again, decide, repeat } from '../kit/attempts'
import { command } from '../kit/cloud'
import { removeFiles } from '../kit/files'
import { take } from '../kit/step'
import { forgetChecks, forgetFiles } from '../media/checks'
import { complete } from './complete'
import { everyPage } from './everyPage'
import { caseFiles, filesIn } from './files'
import { removeFromBoard } from './offBoard'
import { openSteps } from './stepWords'
import {
  authorOf,
  cases,
  markOf,
  sealAuthor,
  sealedContents,
  type CaseDoc,
  type SealedContent,
} from './store'

/** Who sent it and who did it for them say it in these. */
const theirs = ({ kind, from }: CaseStep): boolean =>
  from === undefined &&
  ['edited', 'answered', 'comes', 'confirmed', 'rated', 'reopened', 'withdrawn'].includes(kind)

/** Staff wrote down in these what they said, or what it is about. */
const retold = ({ kind }: CaseStep): boolean => kind === 'transcribed' || kind === 'split'

const silent = ({ hidden: _hidden, ...step }: CaseStep): CaseStep => ({
  ...step,
  ...{ by: null, who: '', words: '', photos: [] },
})

const wordless = (steps: readonly CaseStep[]): CaseStep[] =>
  steps.map((step) => {
    if (theirs(step)) return silent(step)
    const { hidden: _hidden, ...open } = step
    return retold(step) ? { ...open, words: '' } : step
  })

const nothing = { text: '', about: '', photos: [], voice: null, reporter: null, caller: null }

const each = (
  centre: string,
  where: Readonly<Record<string, string>>,
  act: (one: CaseDoc) => Promise<unknown>,
): Promise<void> =>
  everyPage(centre, { where }, async (documents) => {
    for (const one of documents) await act(one)
  })

/**
 * Takes who somebody is, and what they said and showed, out of what they reported; that something was reported there and
 * what staff did about it stays. What they joined they join no longer.
 */
export const forget = async (
  centre: string,
  ids: readonly string[],
  at: Instant,
): Promise<void> => {
  for (const mark of ids.map((id) => markOf(centre, id))) {
    await each(centre, { followers: mark }, (one) =>
      mark in one.joins ? leave(one, mark) : silence(one, mark, at),
    )
    await each(centre, { author: mark }, unsign)
  }
  // Staff who answered for cases.
  await repeat(() =>
    cases
      .of(centre)
      .changeAll({ owner: command.in([...ids]), ownerName: command.neq(null) }, { ownerName: '' }),
  )
}

const leave = ({ _id, centre }: CaseDoc, mark: string): Promise<void> =>
  decide(async () => {
    const now = await cases.of(centre).get(_id)
    const step = now && decideLeave(now, [mark])
    return step === null || (await take(cases.of(centre), _id, step)) ? undefined : again
  })

/** What they said in the cases that theirs became part of: they may follow those no longer. */
const unsay = async ({ centre, merged }: CaseDoc, mark: string): Promise<void> => {
  let next = merged?.into
  while (next !== undefined) {
    const id = next
    const said = await decide(async () => {
      const now = await cases.of(centre).get(id)
      next = now?.state === 'merged' ? now.merged?.into : undefined
      const own = now ? openSteps(now).filter(({ from }) => from === mark) : []
      if (!now || own.length === 0) return []
      const steps = now.steps.map((step) => (step.from === mark ? silent(step) : step))
      const taken = await cases
        .of(centre)
        .change(id, { steps: command.set(steps), rev: command.inc(1) }, { rev: now.rev })
      return taken ? own.flatMap(({ photos }) => [...photos]) : again
    })
    await removeFiles(said)
    if (said.length > 0) await forgetFiles(centre, id, said)
  }
}

/** Once it has become a case, so that its files are its own. */
const silence = async (one: CaseDoc, mark: string, at: Instant): Promise<void> => {
  const { _id, centre } = one
  await complete(centre, _id, at)
  const gone = await decide(async () => {
    const now = await cases.of(centre).get(_id)
    if (!now) return []
    const { rev, steps, place, rating, parts } = now
    const ended = now.state === 'held' && { state: 'withdrawn', stage: 'ended', endedAt: at }
    const taken = await cases.of(centre).change(
      _id,
      {
        ...nothing,
        ...ended,
        place: command.set({ ...place, where: '' }),
        steps: command.set(wordless(steps)),
        ...(parts && { parts: command.set(parts.map((part) => ({ ...part, words: '' }))) }),
        ...(rating && { 'rating.words': '' }),
        sealedAuthor: null,
        followers: command.pull(mark),
        rev: command.inc(1),
      },
      { rev },
    )
    // Those that staff added stay.
    return taken ? filesIn({ ...now, steps: openSteps(now).filter(theirs) }) : again
  })
  await unsay(one, mark)
  const sealed = await sealedContents.of(centre).get(_id)
  if (sealed) gone.push(...(await silenceSealed(sealed)))
  await removeFiles(gone)
  await forgetFiles(centre, _id, gone)
}

const silenceSealed = async (content: SealedContent): Promise<string[]> => {
  const { _id, centre, place } = content
  const change = { ...nothing, place: command.set({ ...place, where: '' }) }
  await repeat(() => sealedContents.of(centre).change(_id, change))
  return filesIn({ ...content, steps: [] })
}

/** They sent it for somebody else, whose it stays. */
const unsign = (one: CaseDoc): Promise<unknown> => {
  const author = authorOf(one)
  if (!author) return Promise.resolve()
  const { person } = author
  const sealedAuthor = sealAuthor(one._id, { ...author, by: person ?? '', openid: '' })
  const unnamed = one.reporter && { 'reporter.byName': null }
  return repeat(() => cases.of(one.centre).change(one._id, { sealedAuthor, ...unnamed }))
}

/** Removes a case that is long over, with all that lies elsewhere of it; the case itself goes last. */
export const remove = async (centre: string, one: string): Promise<void> => {
  await removeFiles(await caseFiles(centre, one))
  await forgetChecks(centre, one)
  await removeFromBoard(centre, one)
  await repeat(() => sealedContents.of(centre).remove(one))
  await repeat(() => cases.of(centre).remove(one))
}
