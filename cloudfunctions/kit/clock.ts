import type { Instant } from '@/types/shared/day'

/** The server's time, in milliseconds. The only place of the functions that reads a clock. */
export const now = (): Instant => Date.now()
