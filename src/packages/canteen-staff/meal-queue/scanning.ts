import { scanCode } from '@/src/platform/scanCode'
import { targetOf } from '@/types/shared/links'

/** What was held before the camera at the counter: the code of an order, or a member card. */
export type Shown = { order: string } | { card: string }

/** What was scanned; `notOurs` for any other code, null when the person went back. */
export const scanShown = async (): Promise<Shown | 'notOurs' | null> => {
  const seen = await scanCode()
  if (seen === null) return null
  const target = targetOf(seen)
  if (target?.to === 'order') return { order: target.order }
  return target?.to === 'card' ? { card: target.card } : 'notOurs'
}
