import { targetOf } from '@/types/shared/links'
import { scanCode } from './scanCode'

/** A member card before the camera: its id, `notACard` for any other code, null when the person went back. */
export const scanCard = async (): Promise<{ card: string } | 'notACard' | null> => {
  const seen = await scanCode()
  if (seen === null) return null
  const target = targetOf(seen)
  return target?.to === 'card' ? { card: target.card } : 'notACard'
}
