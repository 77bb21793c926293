import { useEffect, useRef } from 'react'

const kept = new Map<string, unknown>()

/** Calls of Taro's API as the phone side makes them; a test replaces what it wants to watch or to fail. */
const Taro = {
  getStorageSync: (key: string): unknown => kept.get(key) ?? '',
  setStorageSync: (key: string, value: unknown) => void kept.set(key, value),
  removeStorageSync: (key: string) => void kept.delete(key),
  getStorageInfoSync: () => ({ keys: [...kept.keys()] }),
  clearStorageSync: () => kept.clear(),
  createInnerAudioContext: (): unknown => undefined,
  makePhoneCall: (_call: { phoneNumber: string }): Promise<unknown> => Promise.resolve({}),
}

export default Taro

/** A page is shown once, when it is rendered. */
export function useDidShow(shown: () => void): void {
  const latest = useRef(shown)
  useEffect(() => latest.current(), [])
}

export const useRouter = (): { params: Record<string, string> } => ({ params: {} })
