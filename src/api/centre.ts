import Taro from '@tarojs/taro'
import { useSyncExternalStore } from 'react'

const key = 'chj.centre'
const listeners = new Set<() => void>()

/** The centre of the scanned code, else the one used last; null on a phone that has seen none. */
export const currentCentre = (): string | null => {
  const kept: unknown = Taro.getStorageSync(key)
  return typeof kept === 'string' && kept ? kept : null
}

export const useCentre = (): string | null =>
  useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, currentCentre)

export const chooseCentre = (centre: string): void => {
  if (centre === currentCentre()) return
  Taro.setStorageSync(key, centre)
  listeners.forEach((listener) => listener())
}
