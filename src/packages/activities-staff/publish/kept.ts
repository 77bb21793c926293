import Taro from '@tarojs/taro'
import { useRef, useState } from 'react'
import { currentCentre } from '@/src/api/centre'
import type { ActivityDraft } from '@/types/activities'
import type { Form } from './form'

/** What was typed, and the version it began from when a published activity is edited. */
export interface Kept {
  form: Form
  base: { draft: ActivityDraft; rev: number } | null
}

/** What is kept from now on, or how it follows from what is kept by then: an upload ends while other things are typed. */
type Next = Kept | undefined | ((before: Kept | undefined) => Kept)

/** Where the picture could be looked at ended with the program: only what the cloud has is still there. */
const withoutLocal = ({ form, base }: Kept): Kept => ({
  form: { ...form, photo: form.photo && { ...form.photo, shown: '' } },
  base,
})

/**
 * What was typed stays on the phone until it is published: a call, a closed program or an empty battery lose nothing.
 * `name` tells apart a new activity, a copy, and each one that is edited.
 */
export const useKept = (name: string): [Kept | undefined, (next: Next) => void, boolean] => {
  const key = `chj.publish.${currentCentre() ?? ''}.${name}`
  const [before] = useState(() => {
    const stored: unknown = Taro.getStorageSync(key)
    return stored ? withoutLocal(stored as Kept) : undefined
  })
  const [kept, setKept] = useState(before)
  const latest = useRef(before)
  const keep = (next: Next) => {
    const value = typeof next === 'function' ? next(latest.current) : next
    latest.current = value
    setKept(value)
    if (value) Taro.setStorageSync(key, value)
    else Taro.removeStorageSync(key)
  }
  return [kept, keep, before !== undefined && kept !== undefined]
}
