import type { NoticeKind } from '../Notice'

export type News = { kind: NoticeKind; words: string }

/** Long enough to be found, read and understood; nothing vanishes sooner. */
export const toastMilliseconds = 7000

const listeners = new Set<() => void>()
let news: News | undefined
let timer: ReturnType<typeof setTimeout> | undefined

const publish = (next: News | undefined) => {
  clearTimeout(timer)
  news = next
  if (next) timer = setTimeout(closeToast, toastMilliseconds)
  listeners.forEach((listener) => listener())
}

/** Says something in passing: seen at the foot of the page for 7 seconds or until closed, and read out. */
export function showToast(words: string, kind: NoticeKind = 'done'): void {
  publish({ kind, words })
}

export function closeToast(): void {
  publish(undefined)
}

export const currentToast = (): News | undefined => news

export const watchToasts = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
