import { useEffect, useState } from 'react'
import { now } from './clock'
import type { Instant } from '@/types/shared/day'

/** The server's time, anew each second. */
export const useSeconds = (): Instant => {
  const [at, setAt] = useState(now)
  useEffect(() => {
    const timer = setInterval(() => setAt(now()), 1000)
    return () => clearInterval(timer)
  }, [])
  return at
}
