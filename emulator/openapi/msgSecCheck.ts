import type { Clock } from '../clock'
import { traceId, WeChatFailure } from './failure'
import { requireRecentUser, type LastSeen } from './recentUser'
import type { Input } from './wire'
import { findSuspectWord, label } from './words'

const mostCharacters = 2500

/**
 * security.msgSecCheck, version 2: `{ result: { suggest, label }, detail, trace_id }`. Title, nickname and signature are
 * judged together with the content. Source: WeChat's server API, msgSecCheck.
 */
export function msgSecCheck(input: Input, clock: Clock, lastSeen?: LastSeen): object {
  if (input.version !== 2) throw new WeChatFailure(47001, 'data format error: version must be 2')
  if (typeof input.content !== 'string') throw new WeChatFailure(47001, 'data format error')
  if (input.content === '') throw new WeChatFailure(44002, 'empty post data')
  if (input.content.length > mostCharacters)
    throw new WeChatFailure(45002, 'content size out of limit')
  requireRecentUser(input, clock, lastSeen)

  const texts = [input.content, input.title, input.nickname, input.signature]
  const found = findSuspectWord(texts.filter((text) => typeof text === 'string').join('\n'))
  const verdict = found
    ? { suggest: found.suggest, label: found.label }
    : { suggest: 'pass', label: label.none }
  return {
    trace_id: traceId(clock.now()),
    result: verdict,
    detail: [
      { strategy: 'content_model', errcode: 0, ...verdict, prob: 90 },
      ...(found
        ? [{ strategy: 'keyword', errcode: 0, ...verdict, level: 20, keyword: found.word }]
        : []),
    ],
  }
}
