import { typedSoFar, useDraft, type Draft } from '@/src/queries/draft'
import type { Taken } from '@/src/queries/taken'
import type { Located } from '../components/Place'

/** What somebody said aloud. */
export type Spoken = Taken & { seconds: number }

/** A message while it is being put together; without a place it is at home. */
export interface Message extends Located {
  category: string | undefined
  text: string
  photos: readonly Taken[]
  voice: Spoken | null
  anonymous: boolean
  /** Whom it is for, where it is not for oneself. */
  person: string | undefined
  aboutStaff: string | undefined
  /** It is to go as soon as its pictures have arrived. */
  goes: boolean
}

const empty: Message = {
  ...{ category: undefined, text: '', photos: [], voice: null },
  ...{ place: null, placeName: '', where: '' },
  ...{ anonymous: false, person: undefined, aboutStaff: undefined, goes: false },
}

const draftOf = (forResident: string | undefined) => ({ form: 'speakUp', forResident })

/** Whether a message still waits on this phone for its pictures to arrive. */
export const waitsToGo = (forResident: string | undefined): boolean =>
  typedSoFar(draftOf(forResident), empty).goes

export type ChangeMessage = Draft<Message>['change']

export const useMessageDraft = (forResident: string | undefined): Draft<Message> =>
  useDraft(draftOf(forResident), empty)
