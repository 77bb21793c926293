import Taro from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { currentCentre } from '@/src/api/centre'
import { now } from '@/src/api/clock'
import { newKey } from '@/src/api/key'
import { dropFile, found, type Taken } from './taken'

/** Which form, for whom where that is not oneself, and about what: what was begun for one never goes as another's. */
export interface DraftOf {
  form: string
  forResident?: string | undefined
  thing?: string | undefined
}

/** What was typed and chosen; files lie beside it. */
interface Typed {
  photos?: readonly Taken[]
  voice?: Taken | null
}

interface Kept<T> {
  key: string
  at: number
  typed: Partial<T>
}

const all = 'chj.draft.'
const keptMs = 30 * 24 * 60 * 60_000

const placeOf = ({ form, forResident, thing }: DraftOf): string =>
  all + [currentCentre() ?? '', form, forResident ?? 'me', thing ?? ''].join('.')

const read = <T>(place: string): Kept<T> | null =>
  (Taro.getStorageSync(place) as Kept<T> | '') || null

const dropFiles = ({ photos = [], voice }: Typed): void =>
  [...photos, ...(voice ? [voice] : [])].forEach(dropFile)

/** What was answered or withdrawn elsewhere is not gone on with. */
export const forgetDraft = (of: DraftOf): void => {
  const place = placeOf(of)
  dropFiles(read<Typed>(place)?.typed ?? {})
  Taro.removeStorageSync(place)
}

/** A phone is no archive: what nobody went on with for a month goes. */
const forgetOld = (): void =>
  Taro.getStorageInfoSync()
    .keys.filter((place) => place.startsWith(all))
    .forEach((place) => {
      const kept = read<Typed>(place)
      if (kept && kept.at > now() - keptMs) return
      if (kept) dropFiles(kept.typed)
      Taro.removeStorageSync(place)
    })

/** Without files that neither phone nor cloud has by now. */
const withFound = <T extends Typed>(typed: T): T => ({
  ...typed,
  ...(typed.photos && { photos: typed.photos.flatMap((photo) => found(photo) ?? []) }),
  ...(typed.voice && { voice: found(typed.voice) }),
})

/** What was said, whatever became of its files meanwhile. */
const saidIn = (typed: Typed): string =>
  JSON.stringify({ ...typed, photos: undefined, voice: undefined })

const begun = <T extends object>(place: string | null, begin: T) => {
  forgetOld()
  const kept = place === null ? null : read<T>(place)
  const typed = withFound({ ...begin, ...kept?.typed })
  return {
    typed,
    key: kept?.key ?? newKey(),
    goesOn: JSON.stringify(typed) !== JSON.stringify(begin),
    // It may have been sent before the program died.
    sentAs: kept && saidIn(typed),
  }
}

/** What was typed so far, where only a look at it is wanted. */
export const typedSoFar = <T extends object>(of: DraftOf, begin: T): T =>
  begun(placeOf(of), begin).typed

export interface Draft<T> {
  typed: T
  /** Of the tap that sends it: sent again after the program died in between, it is the same; changed, it is another. */
  key: string
  /** It was begun earlier. */
  goesOn: boolean
  change: (part: Partial<T> | ((now: T) => Partial<T>)) => void
  /** It is sent, or waits for the network by itself. */
  drop: () => void
  /** They begin anew. */
  clear: () => void
}

/**
 * What is typed stays on the phone until it is sent: a call, a closed program or an empty battery lose nothing. `begin`
 * is the form as nobody has touched it. Where nobody knows whose it is, `of` is null and nothing is kept: the next one
 * would find it.
 */
export const useDraft = <T extends object>(of: DraftOf | null, begin: T): Draft<T> => {
  const place = of && placeOf(of)
  const [shown, setShown] = useState(() => begun(place, begin))
  const latest = useRef(shown)
  const show = useCallback((next: typeof shown) => {
    latest.current = next
    setShown(next)
  }, [])
  const change: Draft<T>['change'] = useCallback(
    (part) => {
      const { typed: before, key: known, sentAs } = latest.current
      const typed = { ...before, ...(typeof part === 'function' ? part(before) : part) }
      const another = sentAs !== null && saidIn(typed) !== sentAs
      const key = another ? newKey() : known
      show({ ...latest.current, typed, key, ...(another && { sentAs: null }) })
      if (place !== null) Taro.setStorageSync(place, { key, at: now(), typed } satisfies Kept<T>)
    },
    [place, show],
  )
  const drop = useCallback(() => {
    dropFiles(latest.current.typed)
    if (place !== null) Taro.removeStorageSync(place)
  }, [place])
  const clear = () => {
    drop()
    show({ typed: begin, key: newKey(), goesOn: false, sentAs: null })
  }
  const { typed, key, goesOn } = shown
  return { typed, key, goesOn, change, drop, clear }
}

/** What waits for the network is kept with its key: a draft beside it would be sent once more. */
export const useDropWhenWaiting = (waiting: boolean, drop: () => void): void =>
  useEffect(() => {
    if (waiting) drop()
  }, [waiting, drop])
