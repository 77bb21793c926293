import type { Errand } from '@/domain/errands/errand'
import type { ErrandKindDraft } from '@/types/errands'
import type { Instant } from '@/types/shared/day'
import type { Skill } from '@/types/shared/skills'
import { collection, type Stored } from '../kit/collection'
import { hiddenId, idOf } from '../kit/ids'

/** One thing on the menu. */
export interface KindDoc extends Stored, ErrandKindDraft {
  path: readonly string[]
  /** Who saved it last: answers where no node has an owner. */
  savedBy: string
}

/** An errand: what was ordered for whom, and who does it. Where the home is, is read from the person's record. */
export interface ErrandDoc extends Stored, Errand {
  /** The person's first errand is 1; the next is one more than the last that is still kept. */
  turn: number
  /** The tap that ordered it. */
  key: string
  person: string
  personName: string
  household: string | null
  path: readonly string[]
  by: string
  /** The name of who ordered, when it was somebody else; and whether they did so as staff. */
  byName: string | null
  byStaff: boolean
  /** The thing on the menu as it was. */
  kind: string
  kindName: string
  skills: readonly Skill[]
  atHome: boolean
  usual: number
  cost: string
  savedBy: string
  what: string
}

/** How often a volunteer was asked lately: errand → when. */
export interface HelperDoc extends Stored {
  person: string
  asked: Readonly<Record<string, Instant>>
}

export const errandKinds = collection<KindDoc>('errand_kinds')
export const errands = collection<ErrandDoc>('errands')
export const errandHelpers = collection<HelperDoc>('errand_helpers')

/** Named after the person's turn: two who order at once for one person do not make one too many. */
export const errandId = (centre: string, person: string, turn: number): string =>
  hiddenId(centre, 'er', person, String(turn))

export const helperId = (centre: string, person: string): string => idOf(centre, 'eh', person)

/** A menu is read whole: it fits on a few pages of paper. */
export const mostKinds = 60

export const allKinds = (centre: string): Promise<KindDoc[]> =>
  errandKinds.of(centre).find({ where: {}, limit: mostKinds, order: [['_id', 'asc']] })
