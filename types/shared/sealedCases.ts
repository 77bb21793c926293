import * as v from 'valibot'
import { staff } from './contract'
import { cursor, day, id, idempotencyKey as key, instant, line, page, text, whole } from './fields'
import { shownFile, shownVoice } from './shownFile'
import { uploadErrors } from './uploads'

/** What a mediator does in a case, as the time line names it. */
export const mediatorSteps = ['intake', 'visit', 'talk', 'agreement', 'followUp'] as const

/** All that anybody but its mediator may know of a sealed case. */
const listed = v.object({
  id,
  number: v.nullable(v.string()),
  /** How many days ago it came. */
  days: v.number(),
  mediator: v.nullable(id),
  mediatorName: v.nullable(v.string()),
  late: v.boolean(),
  mine: v.boolean(),
  /** Nobody mediates, and the reader may. */
  mayTake: v.boolean(),
  /** Of one's own: the day on which one meant to look after it. */
  followUp: v.nullable(day),
})

const sealedStep = v.object({
  at: instant,
  kind: v.string(),
  who: v.string(),
  /** What who sent it reads; empty where they do not read of it. */
  told: v.string(),
  /** The mediator's record, with the pictures of papers. */
  record: v.string(),
  photos: v.array(shownFile),
})

const content = v.object({
  ...listed.entries,
  rev: v.number(),
  state: v.string(),
  /** Who telephoned without a record is still to be called. */
  toRing: v.boolean(),
  category: v.string(),
  /** Null where nobody is to know who it was. */
  reporter: v.nullable(v.object({ name: v.string(), phone: v.nullable(v.string()) })),
  text: v.string(),
  /** 静安里社区 3号楼 · 门口 */
  where: v.string(),
  photos: v.array(shownFile),
  voice: v.nullable(shownVoice),
  steps: v.array(sealedStep),
})

const step = { key, case: id, rev: whole(0, 100_000) }
const stepErrors = ['ChangedMeanwhile', 'NotNow', 'NotYours', 'LineFull'] as const
const papers = v.pipe(v.array(v.string()), v.maxLength(6))
const seers = staff('mediator', 'communityStaff', 'centreStaff')
const mediators = staff('mediator')

/** 纠纷 and 家庭: what was said is for the mediator of the case alone. */
export const sealedProcedures = {
  /** Number, age and mediator, the latest first: nothing else of them is in any list. */
  sealedCases: {
    may: seers,
    act: 'read',
    input: v.object({
      view: v.picklist(['mine', 'active', 'solved', 'ended']),
      after: v.optional(cursor),
    }),
    output: page(listed),
    errors: [],
  },

  /** Who could mediate in it. */
  mediatorsFor: {
    may: seers,
    act: 'read',
    input: v.object({ case: id }),
    output: v.object({ mediators: v.array(v.object({ id, name: v.string() })) }),
    errors: [],
  },

  /** Says: I mediate. One of two who say so at once does. */
  takeSealed: {
    may: mediators,
    act: 'change',
    input: v.object({ key, case: id }),
    output: v.object({}),
    errors: ['NotNow', 'NotYours', 'Taken'],
  },

  /** What was said and done, for the mediator of the case. A change, so that every look is on the audit page. */
  sealedCase: {
    may: mediators,
    act: 'change',
    input: v.object({ key, case: id }),
    output: content,
    errors: ['NotYours'],
  },

  sealedStep: {
    may: mediators,
    act: 'change',
    input: v.object({
      ...step,
      kind: v.picklist(mediatorSteps),
      /** For the mediator's record. */
      record: v.pipe(text(1000), v.minLength(1)),
      /** For who sent it; empty where they need not hear of it. */
      told: v.optional(text(200), ''),
      papers: v.optional(papers, []),
      /** The day to look after it; null when there is none any more. */
      followUp: v.optional(v.nullable(day)),
    }),
    output: content,
    errors: [
      ...stepErrors,
      'PaperMissing',
      'InThePast',
      'TextRefused',
      'CheckAway',
      ...uploadErrors,
    ],
  },

  /** Writes down what a voice message says, for the mediator and for who said it. */
  transcribeSealed: {
    may: mediators,
    act: 'change',
    input: v.object({ ...step, said: line(1000) }),
    output: content,
    errors: [...stepErrors],
  },

  solveSealed: {
    may: mediators,
    act: 'change',
    input: v.object({ ...step, record: text(1000), told: line(300) }),
    output: content,
    errors: [...stepErrors, 'TextRefused', 'CheckAway'],
  },

  /** The mediator called who telephoned and has no record: what they say of what was done counts as their word. */
  rangSealed: {
    may: mediators,
    act: 'change',
    input: v.object({
      ...step,
      answer: v.picklist(['solved', 'notSolved', 'notReached']),
      /** Needed where it is not solved. */
      words: text(300),
      /** How it was done, of `solved`. */
      stars: v.optional(whole(1, 5)),
    }),
    output: content,
    errors: [...stepErrors, 'WordsMissing', 'TooLate'],
  },

  /** To another mediator, without what was said being seen. `from` is who mediated when the caller looked. */
  handSealedOver: {
    may: seers,
    act: 'change',
    input: v.object({ key, case: id, from: v.nullable(id), to: id }),
    output: v.object({}),
    errors: ['ChangedMeanwhile', 'NotNow', 'NobodyThere'],
  },
} as const

export type ListedSealed = v.InferOutput<typeof listed>
export type SealedContentShown = v.InferOutput<typeof content>
export type MediatorStep = (typeof mediatorSteps)[number]
