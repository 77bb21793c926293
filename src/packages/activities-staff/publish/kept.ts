import Taro from '@tarojs/taro'
import { useState } from 'react'
import { currentCentre } from '@/src/api/centre'
import type { ActivityDraft } from '@/types/activities'
import type { Form } from './form'

/** What was typed, and the version it began from when a published activity is edited. */
export interface Kept {
  form: Form
  base: { draft: ActivityDraft; rev: number } | null
}

/**
 * What was typed stays on the phone until it is published: a call, a closed program or an empty battery lose nothing.
 * `name` tells apart a new activity, a copy, and each one that is edited.
 */
export const useKept = (
  name: string,
): [Kept | undefined, (kept: Kept | undefined) => void, boolean] => {
  const key = `chj.publish.${currentCentre() ?? ''}.${name}`
  const [before] = useState(() => {
    const stored: unknown = Taro.getStorageSync(key)
    return stored ? (stored as Kept) : undefined
  })
  const [kept, setKept] = useState(before)
  const keep = (next: Kept | undefined) => {
    setKept(next)
    if (next) Taro.setStorageSync(key, next)
    else Taro.removeStorageSync(key)
  }
  return [kept, keep, before !== undefined && kept !== undefined]
}
