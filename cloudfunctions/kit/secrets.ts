import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** Secrets are environment variables of the functions, named in cloudbaserc.json and never committed. */
const secret = (name: string): string => {
  const value = process.env[name]
  if (!value) throw new Error(`the environment variable ${name} is not set: see cloudbaserc.json`)
  return value
}

export const idKey = (): string => secret('CHJ_ID_KEY')

/** Whether this is the code with which a centre is opened, `CHJ_SETUP_CODE`. */
export const isSetupCode = (guess: string): boolean => {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(guess), hash(secret('CHJ_SETUP_CODE')))
}

interface SigningKey {
  kid: string
  key: string
}

/**
 * `CHJ_SIGNING_KEYS` is `kid:secret[,kid:secret…]`, the newest first; without a kid it counts as `k1`.
 * Codes are signed with the first and verified with any, so a key is rotated by putting a new one in front.
 */
const signingKeys = (): [SigningKey, ...SigningKey[]] =>
  secret('CHJ_SIGNING_KEYS')
    .split(',')
    .map((entry) => {
      const [kid = '', key] = entry.trim().split(':')
      return key === undefined ? { kid: 'k1', key: kid } : { kid, key }
    }) as [SigningKey, ...SigningKey[]]

const signatureOf = (key: string, text: string): string =>
  createHmac('sha256', key).update(text).digest('base64url').slice(0, 16)

/** `<body>.<kid>.<signature>`; the purpose is signed too, so a code of one kind never passes as another. */
export const sign = (purpose: string, body: string): string => {
  const [{ kid, key }] = signingKeys()
  return `${body}.${kid}.${signatureOf(key, `${purpose}:${kid}:${body}`)}`
}

/** The body of a signed code, or null when the signature, the key or the purpose is not ours. */
export const verified = (purpose: string, code: string): string | null => {
  const match = /^(.+)\.([a-z0-9]+)\.([A-Za-z0-9_-]{16})$/.exec(code)
  if (!match) return null
  const [, body = '', kid = '', signature = ''] = match
  const key = signingKeys().find((candidate) => candidate.kid === kid)
  if (!key) return null
  const expected = signatureOf(key.key, `${purpose}:${kid}:${body}`)
  return timingSafeEqual(Buffer.from(expected), Buffer.from(signature)) ? body : null
}
