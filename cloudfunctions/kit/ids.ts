import { createHmac, randomBytes } from 'node:crypto'
import { idKey } from './secrets'

const base32 = (bytes: Buffer): string => {
  const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789'
  let bits = 0
  let value = 0
  let out = ''
  for (const byte of bytes) {
    value = (value << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      out += alphabet[(value >>> bits) & 31]
    }
    value &= (1 << bits) - 1
  }
  return out
}

/** An unguessable id of a centre: 16 characters of 32, 80 bits. No letters that look alike when read aloud. */
export const randomId = (centre: string, kind: string): string =>
  `${centre}_${kind}${base32(randomBytes(10)).slice(0, 16)}`

/** A deterministic id: the centre, then what the thing is made of. */
export const idOf = (centre: string, ...parts: (string | number)[]): string =>
  `${centre}_${parts.map((part) => (typeof part === 'string' && part.startsWith(`${centre}_`) ? part.slice(centre.length + 1) : part)).join('-')}`

/**
 * An id that says nothing and is the same each time: derived under a secret from what the thing is made of. A repeated
 * tap finds the same thing under it, and nobody can tell from it what it was made of.
 */
export const hiddenId = (centre: string, kind: string, ...parts: string[]): string =>
  `${centre}_${kind}${base32(
    createHmac('sha256', idKey())
      .update(JSON.stringify([centre, kind, ...parts]))
      .digest(),
  ).slice(0, 16)}`

/**
 * The id a person gets at first sign-in: derived from the OPENID, so that a procedure can load a person's own claim
 * beside the passport, before the passport is known. Only a hint: the passport decides.
 */
export const personIdHint = (centre: string, openid: string): string =>
  hiddenId(centre, 'p', openid)

/** Random text for keys and nonces. */
export const randomToken = (): string => base32(randomBytes(16))
