import Taro from '@tarojs/taro'
import { useSyncExternalStore } from 'react'
import { phoneTextScale } from '@/src/platform/textScale'
import { modeFor, scaleFor, type Mode } from './textScale'

export type { Mode } from './textScale'

type Shown = { mode: Mode; scale: number }

const key = 'design.mode'
const listeners = new Set<() => void>()
let shown: Shown | undefined

const chosen = (): Mode | undefined => {
  const kept: unknown = Taro.getStorageSync(key)
  return kept === 'normal' || kept === 'elder' ? kept : undefined
}

const read = (): Shown => {
  const phoneScale = phoneTextScale()
  const mode = modeFor(chosen(), phoneScale)
  return { mode, scale: scaleFor(mode, phoneScale) }
}

const current = (): Shown => (shown ??= read())

/** Reads the phone's text size and the kept choice again: people change the setting and come back. */
export function refreshMode(): void {
  const before = current()
  const now = read()
  if (now.mode === before.mode && now.scale === before.scale) return
  shown = now
  listeners.forEach((listener) => listener())
}

const choose = (mode: Mode) => {
  Taro.setStorageSync(key, mode)
  refreshMode()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** The edition on show, how many times larger its text is, and `choose`, which keeps a choice on this phone. */
export function useMode(): Shown & { choose: (mode: Mode) => void } {
  return { ...useSyncExternalStore(subscribe, current), choose }
}
