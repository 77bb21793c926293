import { createHash } from 'node:crypto'
import type { Clock } from '../clock'
import type { Deliveries } from './deliveries'
import { traceId, WeChatFailure } from './failure'
import { requireRecentUser, type LastSeen } from './recentUser'
import type { Input } from './wire'
import { label } from './words'

/**
 * Bytes that decide the verdict when a file holds them anywhere (in a PNG text chunk, a JPEG comment, or simply after
 * the picture): the emulator cannot look at pictures.
 */
export const riskyMarker = 'emulator-verdict-risky'
export const reviewMarker = 'emulator-verdict-review'

/** Where the answer goes: in the console, "message push" names a function for the event wxa_media_check. */
export interface MediaCheckOptions {
  readonly functionName: string
  /** Cloud time until the answer; the real service takes up to 30 minutes. */
  readonly delayMs: number
}

/** WeChat pushes a message three times, five seconds apart, to a receiver that does not answer. */
const pushAgainMs = [5_000, 5_000]
const mostBytes = 10 * 1024 * 1024
const downloadMs = 5_000

interface Verdict {
  errcode: number
  errmsg: string
  suggest: 'risky' | 'review' | 'pass'
  label: number
}

/**
 * security.mediaCheckAsync, version 2: answers a `trace_id` at once; the verdict follows as the event wxa_media_check.
 * The file is downloaded from this machine only; any other address gets the service's download error in the event.
 */
export async function mediaCheckAsync(
  input: Input,
  clock: Clock,
  appid: string,
  deliveries: Deliveries,
  options: MediaCheckOptions | undefined,
  lastSeen?: LastSeen,
): Promise<object> {
  if (input.version !== 2) throw new WeChatFailure(47001, 'data format error: version must be 2')
  if (typeof input.media_url !== 'string' || input.media_url === '')
    throw new WeChatFailure(44002, 'empty post data')
  if (input.media_type !== 1 && input.media_type !== 2)
    throw new WeChatFailure(40004, 'invalid media type')
  const openid = requireRecentUser(input, clock, lastSeen)

  const id = traceId(clock.now())
  if (options) {
    const verdict = await judge(input.media_url)
    const event = mediaEvent({ id, openid, appid, verdict, at: clock.now() + options.delayMs })
    const { functionName, delayMs } = options
    deliveries.add({ functionName, event, openid, backOff: pushAgainMs }, delayMs)
  }
  return { trace_id: id }
}

async function judge(url: string): Promise<Verdict> {
  const bytes = await download(url)
  if (!bytes)
    return { errcode: -1008, errmsg: 'download error', suggest: 'review', label: label.none }
  if (bytes.length > mostBytes)
    return { errcode: -1011, errmsg: 'file too large', suggest: 'review', label: label.none }
  const ok = { errcode: 0, errmsg: 'ok' }
  if (bytes.includes(riskyMarker)) return { ...ok, suggest: 'risky', label: label.pornography }
  if (bytes.includes(reviewMarker)) return { ...ok, suggest: 'review', label: label.other }
  return { ...ok, suggest: 'pass', label: label.none }
}

async function download(url: string): Promise<Buffer | undefined> {
  try {
    const { protocol, hostname } = new URL(url)
    if (protocol !== 'http:' || !['127.0.0.1', 'localhost', '[::1]'].includes(hostname))
      return undefined
    const response = await fetch(url, { signal: AbortSignal.timeout(downloadMs) })
    return response.ok ? Buffer.from(await response.arrayBuffer()) : undefined
  } catch {
    // No such address, no answer, or cut off: the service reports all of them as one download error.
    return undefined
  }
}

function mediaEvent(check: {
  id: string
  openid: string
  appid: string
  verdict: Verdict
  at: number
}): Record<string, unknown> {
  const { errcode, errmsg, suggest, label: found } = check.verdict
  const judged = errcode === 0
  return {
    ToUserName: `gh_${createHash('sha256').update(check.appid).digest('hex').slice(0, 12)}`,
    FromUserName: check.openid,
    CreateTime: Math.floor(check.at / 1000),
    MsgType: 'event',
    Event: 'wxa_media_check',
    appid: check.appid,
    trace_id: check.id,
    version: 2,
    errcode,
    errmsg,
    detail: judged
      ? [{ strategy: 'content_model', errcode: 0, suggest, label: found, prob: 90 }]
      : [],
    ...(judged && { result: { suggest, label: found } }),
    userInfo: { appId: check.appid, openId: check.openid },
  }
}
