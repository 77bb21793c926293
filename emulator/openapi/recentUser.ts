import type { Clock } from '../clock'
import { WeChatFailure } from './failure'
import type { Input } from './wire'

/** Milliseconds of cloud time at which someone last used the mini-program, if the emulator has seen them. */
export type LastSeen = (openid: string) => number | undefined

/** Scenes of a content check: 1 profile, 2 comment, 3 forum, 4 log. */
const scenes = [1, 2, 3, 4]
const recentMs = 2 * 60 * 60 * 1000

/** The user a content check is for. Throws when none is named, the scene is unknown, or they were not here for two hours. */
export function requireRecentUser(input: Input, clock: Clock, lastSeen?: LastSeen): string {
  const { openid, scene } = input
  if (typeof openid !== 'string' || openid === '') throw new WeChatFailure(40003, 'invalid openid')
  if (!scenes.includes(scene as number)) throw new WeChatFailure(40129, 'invalid scene')
  if (!lastSeen) return openid
  const seen = lastSeen(openid)
  if (seen === undefined || clock.now() - seen > recentMs)
    throw new WeChatFailure(61010, 'code is expired')
  return openid
}
