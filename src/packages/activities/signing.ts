import type { ActivityDetail } from '@/types/activities'
import type { Instant } from '@/types/shared/day'

export type Member = ActivityDetail['family'][number]

/** Who could sign up now: the server names no reason, or only that it was too early when it was asked. */
export const candidates = ({ family, opensAt }: ActivityDetail, now: Instant): Member[] =>
  family.filter(
    ({ state, reason }) =>
      state === null && (reason === null || (reason.code === 'NotOpenYet' && now >= opensAt)),
  )

/** What signing up leads to as things stand. */
export const verb = ({ mode, left, waiting }: ActivityDetail): string => {
  if (mode === 'draw') return '报名抽签'
  return left > 0 && waiting === 0 ? '报名' : '排队等名额'
}

/** Who cannot take part at all, now or later. */
export const barred = ({ family }: ActivityDetail): Member[] =>
  family.filter(
    ({ state, reason }) => state === null && reason !== null && reason.code !== 'NotOpenYet',
  )
