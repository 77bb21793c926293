import type { Errand } from '@/domain/errands/errand'
import { inMenuOrder } from '@/domain/errands/menu'
import { endsAt, startsAt } from '@/domain/errands/when'
import type { ErrandKindDraft } from '@/types/errands'
import type { Instant } from '@/types/shared/day'
import type { Skill } from '@/types/shared/skills'
import { collection, type Stored } from '../kit/collection'
import { hiddenId, idOf } from '../kit/ids'

/** One thing on the menu. */
export interface KindDoc extends Stored, ErrandKindDraft {
  path: readonly string[]
  /** Raised by every change, and the taps that made the last ones. */
  rev: number
  keys: readonly string[]
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

/** How often a volunteer was asked lately, and to what they said no without having been asked: errand → when. */
export interface HelperDoc extends Stored {
  person: string
  asked: Readonly<Record<string, Instant>>
  declined: Readonly<Record<string, Instant>>
}

export const errandKinds = collection<KindDoc>('errand_kinds')
export const errands = collection<ErrandDoc>('errands')
export const errandHelpers = collection<HelperDoc>('errand_helpers')

/** Named after the person's turn: two who order at once for one person do not make one too many. */
export const errandId = (centre: string, person: string, turn: number): string =>
  hiddenId(centre, 'er', person, String(turn))

export const helperId = (centre: string, person: string): string => idOf(centre, 'eh', person)

/** When an errand takes place, for who might be somewhere else then. */
export const whenOf = ({ _id, ...when }: Pick<ErrandDoc, '_id' | 'day' | 'part'>) => ({
  _id,
  startsAt: startsAt(when),
  endsAt: endsAt(when),
})

/** A menu fits on a few pages of paper; what is not offered any more is kept to be offered again. */
export const mostKinds = 60
export const mostKept = 200

/** The menu as it is read aloud: by heading, then as staff put it. */
export const allKinds = async (centre: string): Promise<KindDoc[]> =>
  inMenuOrder(await errandKinds.of(centre).find({ where: {}, limit: mostKept }))
