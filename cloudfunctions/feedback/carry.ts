import {
  hasRoomFor,
  joinsOther,
  leavesOther,
  reportersOf,
  takenBack,
} from '@/domain/feedback/merging'
import type { Part } from '@/domain/feedback/splitting'
import type { Instant } from '@/types/shared/day'
import { again, decide } from '../kit/attempts'
import { fail } from '../kit/failure'
import { copyFiles } from '../kit/uploads'
import { copyChecks } from '../media/checks'
import { complete } from './complete'
import { happened } from './happened'
import { authorOf, cases, markOf, resealed, sealAuthor, sealJoiner, type CaseDoc } from './store'
import { received } from './submit'

/** Carries who follows a case to where it went on: into another case, out of it again, into its parts, or apart. */
export const carry = async (one: CaseDoc, at: Instant): Promise<void> => {
  if (one.carries === 'parts') await carryIntoParts(one, at)
  if (one.carries === 'into') await carryInto(one, at)
  if (one.carries === 'out') await carryOut(one, at)
  if (one.carries === 'apart') await carryApart(one, at)
}

/** Who sent a case joins the other as everybody else does. */
const joinsOf = (one: CaseDoc, target: string): CaseDoc['joins'] => {
  const person = authorOf(one)?.person ?? null
  return {
    ...resealed(one, target),
    ...(person !== null && {
      [markOf(one.centre, person)]: {
        ...{ at: one.at, key: one.key, who: sealJoiner(target, person) },
        ...(one.anonymous && { inConfidence: true }),
      },
    }),
  }
}

/** Who sent it, and whose messages became part of it before. */
const reporters = (one: CaseDoc): string[] => {
  const person = authorOf(one)?.person ?? null
  const sent = person === null ? [] : [markOf(one.centre, person)]
  return [...new Set([...sent, ...reportersOf(one)])]
}

/** The case in which all that is merged here is worked on in the end; null when that leads back to where it began. */
export const lastOf = async (one: CaseDoc): Promise<CaseDoc | null> => {
  const seen = new Set([one._id])
  let last: CaseDoc | null = one
  while (last?.state === 'merged' && last.merged) {
    const next: string = last.merged.into
    if (seen.has(next)) return null
    seen.add(next)
    last = await cases.of(one.centre).get(next)
  }
  return last
}

/** It stands where it is merged into, which hands on what it is part of itself. Where nobody works on that, it goes on alone. */
const carryInto = async (one: CaseDoc, at: Instant): Promise<void> => {
  const { centre, _id: id, number, merged } = one
  if (!merged) return
  const { into } = merged
  const joins = joinsOf(one, into)
  const more = Object.keys(joins).length
  let isHandedOn = false
  const isThere = await decide(async () => {
    const [target, last] = await Promise.all([cases.of(centre).get(into), lastOf(one)])
    const began = target?.absorbed?.[id] !== undefined
    if (
      !target ||
      !last ||
      (!began && !(goesOn(last) && hasRoomFor(target, more) && hasRoomFor(last, more)))
    )
      return goBack(one, at)
    const step = joinsOther(target, { id, number, reporters: reporters(one) }, joins, at)
    if (step === null) return true
    isHandedOn = !began && target._id !== last._id
    return (await happened(target, step)) || again
  })
  if (!isThere) return
  // Taken apart in the meantime: who came in after that leaves again.
  const now = await cases.of(centre).get(id)
  if (now?.state !== 'merged') await leave(one, into, at)
  await complete(centre, into, at)
  // The last one may have ended before they got there, when nobody told them.
  const last = now?.state === 'merged' && isHandedOn ? await lastOf(now) : null
  if (now && last && !goesOn(last)) await goBack(now, at)
}

const goesOn = ({ sealed, stage }: CaseDoc): boolean => !sealed && stage !== 'ended'

const goBack = async (one: CaseDoc, at: Instant): Promise<false> => {
  const back = takenBack(one, at)
  if (back) await happened(one, back)
  return false
}

/** It is sealed now: what became part of it goes on as it was before. */
const carryApart = async (one: CaseDoc, at: Instant): Promise<void> => {
  for (const id of Object.keys(one.absorbed ?? {})) {
    await decide(async () => {
      const part = await cases.of(one.centre).get(id)
      const back = part?.merged?.into === one._id ? takenBack(part, at) : null
      return part && back && !(await happened(part, back)) ? again : undefined
    })
    await complete(one.centre, id, at)
  }
}

const leave = ({ centre, _id: id, number }: CaseDoc, from: string, at: Instant): Promise<void> =>
  decide(async () => {
    const target = await cases.of(centre).get(from)
    const step = target && leavesOther(target, { id, number }, at)
    return !target || !step || (await happened(target, step)) ? undefined : again
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
  await copyChecks(one.centre, { from: one._id, to: id, copies })
  const at = one.steps.find(({ kind }) => kind === 'split')?.at ?? one.at
  const author = authorOf(one)
  const { centre, followers, anonymous, reporter, text, place, caller, path, spot, joined } = one
  return {
    ...received(at),
    ...{ _id: id, centre, v: 1, key: `part-${one.key}`.slice(0, 40), turn: 0 },
    // Not a turn of its author, who sent one message.
    author: markOf(centre, id),
    followers,
    // Whose messages became part of the whole judge its parts too.
    ...(one.absorbed && { absorbed: { [one._id]: { marks: [], reporters: reportersOf(one) } } }),
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
