import type { CaseStep } from '@/domain/feedback/case'
import { mayDispute, toTell } from '@/domain/feedback/ringing'
import { actsFor } from '@/domain/feedback/working'
import type {
  CaseForStaff,
  CaseSummary,
  FollowedCase,
  ListedCase,
  ShownPhoto,
  ShownStep,
  StepKind,
} from '@/types/feedback'
import type { MediaState } from '@/domain/media/check'
import type { Instant } from '@/types/shared/day'
import { addressesOf } from '../kit/files'
import type { Passport } from '../kit/passport'
import { checksOf } from '../media/checks'
import { mediaCheckId } from '../media/store'
import { personNow } from '../residents/store'
import { filesIn } from './files'
import { authorOf, ratingOf, sealedContents, type CaseDoc, type Said, type Voice } from './store'
import { workerOf } from './titles'
import { openSteps } from './stepWords'

export const summaryFields = {
  number: true,
  flow: true,
  category: true,
  placeName: true,
  state: true,
  level: true,
  at: true,
  sealed: true,
} as const

/** A case as a line that anybody may read who may know of it. */
export const summaryOf = (one: CaseDoc): CaseSummary => {
  const { _id: id, number, flow, placeName: place, state, level, at } = one
  return { id, number, category: flow?.name ?? '', place, state, level, at }
}

export const isLate = ({ due, stage, state }: CaseDoc, at: Instant): boolean =>
  (stage === 'active' || state === 'held') && due !== null && due < at

export const listedFields = {
  ...summaryFields,
  ownerName: true,
  due: true,
  stage: true,
  joined: true,
} as const

export const listedOf = (one: CaseDoc, at: Instant): ListedCase => ({
  ...summaryOf(one),
  ...{ ownerName: one.ownerName, due: one.due, late: isLate(one, at), joined: one.joined },
})

/** What a reader may see of files: others' only once they passed, their own at once. */
export interface Eyes {
  readonly checks: ReadonlyMap<string, MediaState>
  readonly urls: ReadonlyMap<string, string>
  readonly mayAll: boolean
}

/** Everything needed to show the files of a case; `held` ones are for staff who look at them. */
export const eyesFor = async (
  centre: string,
  record: string,
  files: readonly string[],
  mayAll: boolean,
): Promise<Eyes> => {
  if (files.length === 0) return { checks: new Map(), urls: new Map(), mayAll }
  const [checks, urls] = await Promise.all([checksOf(centre, record), addressesOf(files)])
  return { checks, urls, mayAll }
}

export const photoShown = (file: string, { checks, urls, mayAll }: Eyes): ShownPhoto => {
  const state = checks.get(file) ?? 'waiting'
  const may = mayAll || state === 'passed'
  return { url: may ? (urls.get(file) ?? null) : null, state }
}

/** As staff see it who settle what WeChat could not judge. */
const photoToSettle = (file: string, eyes: Eyes, { centre, _id }: CaseDoc): ShownPhoto => {
  const shown = photoShown(file, eyes)
  return shown.state === 'held'
    ? { ...shown, url: eyes.urls.get(file) ?? null, id: mediaCheckId(centre, _id, file) }
    : shown
}

export const voiceShown = (voice: Voice | null, shown: (file: string) => ShownPhoto) =>
  voice && { ...shown(voice.file), seconds: voice.seconds, said: voice.said }

const stepShown = (step: CaseStep, eyes: Eyes): ShownStep => {
  const { at, kind, who, words, photos, level, meet, on, doubtful, withheld } = step
  return {
    ...(doubtful && { doubtful }),
    ...(withheld && { withheld }),
    ...{ at, kind, who, words, level },
    photos: photos.map((file) => photoShown(file, eyes)),
    meet: meet && { at: meet.at, where: meet.where },
    ...(on !== undefined && { on }),
  }
}

/** What was said in a case, wherever it lies, and what was done about it. */
export const contentOf = async (
  one: CaseDoc,
): Promise<Said & Pick<CaseDoc, 'steps' | 'reporter' | 'placeName' | 'about'>> => {
  const said = (one.sealed ? await sealedContents.of(one.centre).get(one._id) : null) ?? one
  const steps = openSteps(one)
  // The mediator writes down what they heard in their record.
  const heard = steps.filter(({ kind, record }) => kind === 'transcribed' && record).at(-1)?.record
  return { ...said, voice: said.voice && { ...said.voice, said: heard ?? said.voice.said }, steps }
}

/**
 * What who sent it wrote later, and that somebody saw who it was, is between them and the staff; of other steps others
 * read only that they happened.
 */
const notForOthers: ReadonlySet<StepKind> = new Set<StepKind>(['edited', 'answered', 'opened'])
const says: ReadonlySet<StepKind> = new Set<StepKind>([
  'askedBack',
  'confirmed',
  'rated',
  'reopened',
])
/** Who helped them with it is nobody else's business. */
const done: ReadonlySet<StepKind> = new Set<StepKind>(['comes', 'confirmed', 'rated', 'reopened'])

const forOthers = (step: CaseStep): CaseStep => ({
  ...step,
  ...(says.has(step.kind) && { words: '', photos: [] }),
  ...(done.has(step.kind) && { who: '' }),
})

/** Words of staff that nobody let through: that it happened is no secret. */
const unread = ({ inside, doubtful, withheld, meet }: CaseStep): Partial<CaseStep> =>
  !inside && (doubtful || withheld) ? { words: '', meet: meet && { ...meet, where: '' } } : {}

/** Who reads a case: who sent it, or who joined it, by their marks. */
interface Reader {
  mine: boolean
  marks: readonly string[]
}

const otherReporter = '另一位反映的人'

/** As who sent it (all of it) or joined it (not the words of another) sees it. */
export const followedOf = async (
  one: CaseDoc,
  { mine, marks }: Reader,
): Promise<Omit<FollowedCase, 'may' | 'reopenUntil'>> => {
  const isOwn = ({ from }: CaseStep) => (from === undefined ? mine : marks.includes(from))
  const content = await contentOf(one)
  // What a mediator writes down, and the papers, are not for the reporter.
  const steps = content.steps
    .filter((step) => !step.inside || (isOwn(step) && (step.doubtful || step.withheld)))
    .filter(({ kind }) => mine || !notForOthers.has(kind))
    .map((step) => (isOwn(step) ? step : forOthers(step)))
    .map((step) => ({ ...step, ...unread(step), papers: [] }))
  const eyes = await eyesFor(
    one.centre,
    one._id,
    mine ? filesIn({ ...content, steps }) : steps.flatMap(({ photos }) => photos),
    mine,
  )
  const rated = mine ? one.rating : marks.map((mark) => one.joins[mark]?.rating).find(Boolean)
  return {
    ...summaryOf(one),
    ...{ anonymous: one.anonymous, joined: one.joined, mine, due: one.due },
    ...{ rating: rated ?? null, into: intoOf(one) },
    ...(mine && !one.sealed && content.photos.length > 0 && { showable: true }),
    text: mine ? content.text : '',
    where: mine ? content.place.where : '',
    photos: mine ? content.photos.map((file) => photoShown(file, eyes)) : [],
    voice: mine ? voiceShown(content.voice, (file) => photoShown(file, eyes)) : null,
    steps: steps.map((step) => ({
      ...stepShown(step, { ...eyes, mayAll: eyes.mayAll || isOwn(step) }),
      ...(step.from !== undefined && { who: isOwn(step) ? '您' : otherReporter }),
    })),
  }
}

const intoOf = ({ state, merged }: CaseDoc): string | null =>
  state === 'merged' ? (merged?.into ?? null) : null

export const reporterShown = async ({
  centre,
  anonymous,
  reporter,
  caller,
}: Pick<CaseDoc, 'centre' | 'anonymous' | 'reporter' | 'caller'>) => {
  if (anonymous) return null
  if (caller) return { id: null, name: caller.name, phone: caller.phone }
  if (!reporter?.person) return null
  const person = await personNow(centre, reporter.person)
  return {
    id: person?._id ?? reporter.person,
    name: reporter.name,
    phone: person?.phone ?? null,
  }
}

/** Whether somebody with a record of theirs would get a question. */
export const isReachable = (one: CaseDoc): boolean => (authorOf(one)?.person ?? null) !== null

/** As staff work on it. Never called for a sealed one. */
export const forStaffOf = async (
  one: CaseDoc,
  caller: Passport,
  at: Instant,
): Promise<CaseForStaff> => {
  const [eyes, reporter] = await Promise.all([
    eyesFor(one.centre, one._id, filesIn(one), false),
    reporterShown(one),
  ])
  const by = workerOf(caller, one, at)
  const photoOf = (file: string): ShownPhoto =>
    by.leads ? photoToSettle(file, eyes, one) : photoShown(file, eyes)
  const { rev, owner, text, place, photos, voice, steps, reopened } = one
  const may = actsFor(
    one,
    by,
    {
      reachable: isReachable(one),
      unwritten: voice !== null && voice.said === null,
      mergedAt: one.merged?.at ?? null,
      toRing: one.toRing === true,
      decides: by.leads,
    },
    at,
  )
  return {
    ...listedOf(one, at),
    ...(mayDispute(one) && { mayDispute: true }),
    ...{ toTell: toTell(one), may, rev, owner, reporter, text, where: place.where, reopened },
    rating: ratingOf(one),
    categoryId: one.category,
    node: one.path.at(-1) ?? '',
    sentAs: one.sentAs ?? null,
    department: one.flow?.department ?? null,
    into: intoOf(one),
    partOf: one.partOf ?? null,
    parts: (one.parts ?? []).map(({ id }) => id),
    about: one.about ?? '',
    photos: photos.map(photoOf),
    voice: voiceShown(voice, photoOf),
    steps: steps.map((step, n) => ({
      ...stepShown(step, eyes),
      ...(step.from !== undefined && { who: otherReporter }),
      ...(by.leads && step.doubtful && { toJudge: n }),
      photos: step.photos.map(photoOf),
      inside: step.inside,
    })),
  }
}
