import Taro from '@tarojs/taro'
import { useCallback, useState } from 'react'
import { currentCentre } from '@/src/api/centre'
import { newKey } from '@/src/api/key'
import type { Located } from '../components/Place'
import { dropFile, found, type Taken } from '../taken'

/** What somebody said aloud. */
export type Spoken = Taken & { seconds: number }

/** A message while it is being put together; without a place it is at home. */
export interface Draft extends Located {
  /** Of the tap that sends it: sent again after the program died in between, it is the same message. */
  key: string
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

const empty = (): Draft => ({
  key: newKey(),
  ...{ category: undefined, text: '', photos: [], voice: null },
  ...{ place: null, placeName: '', where: '' },
  ...{ anonymous: false, person: undefined, aboutStaff: undefined, goes: false },
})

/** One draft of each person somebody speaks for: what was begun for one never goes as another's. */
const placeOf = (forResident: string | undefined): string =>
  ['chj.speakUp', currentCentre() ?? '', forResident ?? 'me'].join('.')

/** What was begun on this phone, without files that neither phone nor cloud has by now. */
const begun = (place: string): Draft => {
  const kept = Taro.getStorageSync(place) as Partial<Draft> | ''
  if (!kept) return empty()
  const voice = kept.voice && found(kept.voice)
  return {
    ...empty(),
    ...kept,
    photos: (kept.photos ?? []).flatMap((photo) => found(photo) ?? []),
    voice: voice && kept.voice ? { ...voice, seconds: kept.voice.seconds } : null,
  }
}

/** Whether a message still waits on this phone for its pictures to arrive. */
export const waitsToGo = (forResident: string | undefined): boolean =>
  begun(placeOf(forResident)).goes

export type ChangeDraft = (part: Partial<Draft> | ((now: Draft) => Partial<Draft>)) => void

/** The draft stays on the phone until it is sent: a call, a closed program or an empty battery lose nothing. */
export const useDraft = (forResident: string | undefined) => {
  const place = placeOf(forResident)
  const [before] = useState(() => begun(place))
  const [draft, setDraft] = useState(before)
  const change: ChangeDraft = useCallback(
    (part) =>
      setDraft((known) => {
        const next = { ...known, ...(typeof part === 'function' ? part(known) : part) }
        Taro.setStorageSync(place, next)
        return next
      }),
    [place],
  )
  /** It is sent, or waits for the network by itself. */
  const drop = useCallback(() => {
    ;[...draft.photos, ...(draft.voice ? [draft.voice] : [])].forEach(dropFile)
    Taro.removeStorageSync(place)
  }, [draft.photos, draft.voice, place])
  return {
    draft,
    change,
    /** It was begun earlier. */
    goesOn: before.text !== '' || before.photos.length > 0 || before.voice !== null,
    drop,
    clear: () => {
      drop()
      setDraft(empty())
    },
  }
}
