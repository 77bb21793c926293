import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { idKey } from './secrets'

const algorithm = 'aes-256-gcm'

/** A key of its own for each purpose. */
const keyFor = (purpose: string): Buffer =>
  createHmac('sha256', idKey()).update(`seal:${purpose}`).digest()

/**
 * Plain values that nobody reads in the database, only a procedure that opens them. Bound to the document they lie in:
 * moved to another, they do not open.
 */
export const seal = (purpose: string, document: string, value: object): string => {
  const nonce = randomBytes(12)
  const cipher = createCipheriv(algorithm, keyFor(purpose), nonce).setAAD(Buffer.from(document))
  const sealed = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()])
  return [nonce, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url')).join('.')
}

/** What was sealed; it throws when that is not of this purpose and document. */
export const unseal = <T extends object>(purpose: string, document: string, sealed: string): T => {
  const [nonce, tag, content] = sealed.split('.').map((part) => Buffer.from(part, 'base64url'))
  if (!nonce || !tag || !content) throw new TypeError('not sealed')
  const decipher = createDecipheriv(algorithm, keyFor(purpose), nonce)
    .setAAD(Buffer.from(document))
    .setAuthTag(tag)
  return JSON.parse(
    Buffer.concat([decipher.update(content), decipher.final()]).toString('utf8'),
  ) as T
}
