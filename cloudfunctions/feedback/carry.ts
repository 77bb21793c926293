import { joinsOther, leavesOther } from '@/domain/feedback/merging'
import type { Part } from '@/domain/feedback/splitting'
import type { Instant } from '@/types/shared/day'
import { again, decide } from '../kit/attempts'
import { fail } from '../kit/failure'
import { take } from '../kit/step'
import { copyFiles } from '../kit/uploads'
import { complete } from './complete'
import { authorOf, cases, markOf, resealed, sealAuthor, sealJoiner, type CaseDoc } from './store'
import { received } from './submit'

/** Carries who follows a case to where it went on: into another case, out of it again, or into its parts. */
export const carry = async (one: CaseDoc, at: Instant): Promise<void> => {
  if (one.carries === 'parts') await carryIntoParts(one, at)
  if (one.carries === 'into') await carryInto(one, at)
  if (one.carries === 'out') await carryOut(one, at)
}

/** Who sent a case joins the other as everybody else does. */
const joinsOf = (one: CaseDoc, target: string): CaseDoc['joins'] => {
  const person = authorOf(one)?.person ?? null
  return {
    ...resealed(one, target),
    ...(person !== null && {
      [markOf(one.centre, person)]: {
        ...{ at: one.at, key: one.key, who: sealJoiner(target, person) },
      },
    }),
  }
}

/** The case it is part of now; where that became part of another meanwhile, that one. */
const targetOf = async ({ centre, merged }: CaseDoc): Promise<CaseDoc | null> => {
  const seen = new Set<string>()
  let next = merged?.into
  for (;;) {
    if (next === undefined || seen.has(next)) return null
    seen.add(next)
    const target: CaseDoc | null = await cases.of(centre).get(next)
    if (target?.state !== 'merged') return target
    next = target.merged?.into
  }
}

const carryInto = async (one: CaseDoc, at: Instant): Promise<void> => {
  const { centre, _id: id, number } = one
  const into = await decide(async () => {
    const target = await targetOf(one)
    if (!target) return null
    const step = joinsOther(target, { id, number }, joinsOf(one, target._id), at)
    if (!step) return target._id
    return (await take(cases.of(centre), target._id, step)) ? target._id : again
  })
  if (into === null) return
  // Taken apart in the meantime: who came in after that leaves again.
  const now = await cases.of(centre).get(id)
  if (now?.state !== 'merged') await leave(one, into, at)
  await complete(centre, into, at)
}

const leave = ({ centre, _id: id, number }: CaseDoc, from: string, at: Instant): Promise<void> =>
  decide(async () => {
    const target = await cases.of(centre).get(from)
    const step = target && leavesOther(target, { id, number }, at)
    return !step || (await take(cases.of(centre), from, step)) ? undefined : again
  })

const carryOut = async (one: CaseDoc, at: Instant): Promise<void> => {
  if (!one.merged) return
  await leave(one, one.merged.into, at)
  await complete(one.centre, one.merged.into, at)
}

const carryIntoParts = async (one: CaseDoc, at: Instant): Promise<void> => {
  for (const part of one.parts ?? []) {
    if (!(await cases.of(one.centre).get(part.id, { key: true })))
      await cases.of(one.centre).insert(await partOf(one, part))
    await complete(one.centre, part.id, at)
  }
}

/** The message again, with what staff say about this part of it, and copies of its files. */
const partOf = async (one: CaseDoc, { id, category, words }: Part): Promise<CaseDoc> => {
  const { photos, voice } = one
  const copies = await copyFiles(id, [
    ...photos.map((file) => ({ file, purpose: 'casePhoto' as const, field: 'photos' })),
    ...(voice ? [{ file: voice.file, purpose: 'caseVoice' as const, field: 'voice' }] : []),
  ])
  const copyOf = (file: string): string => copies.get(file) ?? fail('Internal')
  const at = one.steps.find(({ kind }) => kind === 'split')?.at ?? one.at
  const author = authorOf(one)
  const { centre, followers, anonymous, reporter, text, place, caller, path, spot, joined } = one
  return {
    ...received(at),
    ...{ _id: id, centre, v: 1, key: `part-${one.key}`.slice(0, 40), turn: 0 },
    // Not a turn of its author, who sent one message.
    author: markOf(centre, id),
    followers,
    sealedAuthor: author && sealAuthor(id, author),
    ...{ anonymous, reporter, category, text, place, caller, spot, joined },
    photos: photos.map(copyOf),
    voice: voice && { ...voice, file: copyOf(voice.file) },
    around: path,
    aboutStaff: one.aboutStaff,
    doubtful: false,
    joins: resealed(one, id),
    partOf: one._id,
    about: words,
  }
}
