import Taro from '@tarojs/taro'
import { useState } from 'react'
import { now } from '@/src/api/clock'
import { currentCentre } from '@/src/api/centre'
import { newKey } from '@/src/api/key'
import type { CasePlace } from '@/types/feedback'

/** A file that has arrived, and an address this phone can show for as long as the page lives. */
export interface SentFile {
  file: string
  shown: string
  at: number
}

/** A message while it is being put together. */
export interface Draft {
  /** Of the tap that sends it: sent again after the program died in between, it is the same message. */
  key: string
  category: string | undefined
  text: string
  photos: readonly SentFile[]
  voice: (SentFile & { seconds: number }) | null
  /** Null for at home. */
  place: CasePlace | null
  placeName: string
  where: string
  anonymous: boolean
  /** Whom it is for, where it is not for oneself. */
  person: string | undefined
  aboutStaff: string | undefined
}

const empty = (): Draft => ({
  key: newKey(),
  ...{ category: undefined, text: '', photos: [], voice: null },
  ...{ place: null, placeName: '', where: '' },
  ...{ anonymous: false, person: undefined, aboutStaff: undefined },
})

/** The cloud keeps a file that nothing has taken for a day. */
const keptMs = 23 * 60 * 60_000

const key = (): string => `chj.speakUp.${currentCentre() ?? ''}`

/** What was begun on this phone, without files that are gone by now; pictures can be shown only where they were taken. */
const begun = (): Draft => {
  const kept = Taro.getStorageSync(key()) as Partial<Draft> | ''
  if (!kept) return empty()
  const there = ({ at }: SentFile) => now() - at < keptMs
  const { photos = [], voice = null } = kept
  return {
    ...empty(),
    ...kept,
    photos: photos.filter(there).map((photo) => ({ ...photo, shown: '' })),
    voice: voice && there(voice) ? { ...voice, shown: '' } : null,
  }
}

/** The draft stays on the phone until it is sent: a call, a closed program or an empty battery lose nothing. */
export const useDraft = () => {
  const [before] = useState(begun)
  const [draft, setDraft] = useState(before)
  const change = (part: Partial<Draft> | ((now: Draft) => Partial<Draft>)) =>
    setDraft((known) => {
      const next = { ...known, ...(typeof part === 'function' ? part(known) : part) }
      Taro.setStorageSync(key(), next)
      return next
    })
  return {
    draft,
    change,
    /** It was begun earlier. */
    goesOn: before.text !== '' || before.photos.length > 0 || before.voice !== null,
    /** It is sent, or waits for the network by itself. */
    drop: () => Taro.removeStorageSync(key()),
    clear: () => {
      Taro.removeStorageSync(key())
      setDraft(empty())
    },
  }
}
