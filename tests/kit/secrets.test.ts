import { sign, verified } from '@/cloudfunctions/kit/secrets'

const keys = (value: string) => {
  process.env.CHJ_SIGNING_KEYS = value
}
beforeEach(() => keys('k2:second-secret,k1:first-secret'))

test('what was signed is verified, and says what was signed', () => {
  const code = sign('checkIn', 'dl_a1-0-29920430')
  expect(code).toMatch(/^dl_a1-0-29920430\.k2\.[A-Za-z0-9_-]{16}$/)
  expect(verified('checkIn', code)).toBe('dl_a1-0-29920430')
})

test('a code of one purpose is not one of another', () => {
  expect(verified('display', sign('checkIn', 'body'))).toBeNull()
})

test('a changed body, signature or key is not ours', () => {
  const [body = '', kid = '', signature = ''] = sign('checkIn', 'body').split('.')
  const flipped = (signature.startsWith('A') ? 'B' : 'A') + signature.slice(1)
  for (const forged of [
    `bodx.${kid}.${signature}`,
    `${body}.k1.${signature}`,
    `${body}.k9.${signature}`,
    `${body}.${kid}.${flipped}`,
    `${body}.${kid}.${signature.slice(1)}`,
    body,
    '',
  ])
    expect(verified('checkIn', forged)).toBeNull()
})

test('a key is rotated by a new one in front: old codes stay good until their key goes', () => {
  keys('k1:first-secret')
  const old = sign('checkIn', 'body')
  keys('k2:second-secret,k1:first-secret')
  expect(verified('checkIn', old)).toBe('body')
  expect(sign('checkIn', 'body')).toContain('.k2.')
  keys('k2:second-secret')
  expect(verified('checkIn', old)).toBeNull()
})

test('one secret without a name is the first key', () => {
  keys('first-secret')
  const code = sign('checkIn', 'body')
  keys('k2:second-secret,k1:first-secret')
  expect(verified('checkIn', code)).toBe('body')
})

test('without a secret nothing is signed, and the message says what is missing', () => {
  delete process.env.CHJ_SIGNING_KEYS
  expect(() => sign('checkIn', 'body')).toThrow('CHJ_SIGNING_KEYS')
})
