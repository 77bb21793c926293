const letters = 'abcdefghijkmnpqrstuvwxyz23456789'

/**
 * An idempotency key: 24 random characters. It only has to differ from other keys of the same person, so the
 * randomness every phone has is enough.
 */
export const newKey = (): string =>
  Array.from({ length: 24 }, () => letters[Math.floor(Math.random() * letters.length)]).join('')
