import { randomBytes } from 'node:crypto'

/** What WeChat's servers answer instead of a result: `errcode` and `errmsg`, which the SDK throws as errCode and errMsg. */
export class WeChatFailure extends Error {
  constructor(
    readonly errcode: number,
    errmsg: string,
  ) {
    super(errmsg)
    this.name = 'WeChatFailure'
  }
}

/** An id as WeChat writes trace ids and request ids: three groups of hexadecimal digits, the first the time. */
export function traceId(now: number): string {
  const random = randomBytes(8).toString('hex')
  return `${Math.floor(now / 1000).toString(16)}-${random.slice(0, 8)}-${random.slice(8)}`
}
