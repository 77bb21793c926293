import { nextOf } from '@/domain/activities/sessions'
import type { DrawingName } from '@/src/design/Drawing'
import type { Tone } from '@/src/design/tokens'
import type { ActivityCard, Category, Eligibility, Registration } from '@/types/activities'
import type { AudienceTag } from '@/types/residents'
import type { Instant } from '@/types/shared/day'
import { whenSaid } from './time'

/** How a category is called and drawn. */
export const categories: Readonly<Record<Category, { label: string; drawing: DrawingName }>> = {
  elder: { label: '长辈', drawing: 'stick' },
  child: { label: '孩子', drawing: 'heart' },
  youth: { label: '青壮年', drawing: 'person' },
  partyStudy: { label: '党课', drawing: 'book' },
  health: { label: '健康', drawing: 'hand' },
  skills: { label: '学本领', drawing: 'pen' },
  festival: { label: '节日', drawing: 'bowl' },
  outing: { label: '外出', drawing: 'pin' },
}

/** A state in a few words, with the tone and drawing that repeat it. */
export interface Said {
  label: string
  tone: Tone
  drawing?: DrawingName
}

/** What the sign-up of an activity is like now, for somebody who has not signed up. */
export const signUpSaid = (
  {
    state,
    mode,
    opensAt,
    closesAt,
    left,
    waiting,
    waitlist,
  }: Pick<
    ActivityCard,
    'state' | 'mode' | 'opensAt' | 'closesAt' | 'left' | 'waiting' | 'waitlist'
  >,
  now: Instant,
): Said => {
  if (state === 'withdrawn') return { label: '已经取消', tone: 'plain', drawing: 'close' }
  if (now < opensAt)
    return { label: `${whenSaid(opensAt, now)} 开始报名`, tone: 'blue', drawing: 'clock' }
  if (now >= closesAt) return { label: '报名已经截止', tone: 'plain' }
  if (mode === 'draw')
    return {
      label: `抽签，${whenSaid(closesAt, now)} 前报都一样`,
      tone: 'pine',
      drawing: 'calendar',
    }
  if (left > 0 && waiting === 0)
    return { label: `还有 ${left} 个名额`, tone: 'pine', drawing: 'check' }
  if (waiting < waitlist)
    return {
      label: waiting > 0 ? `满了，可以排队，前面 ${waiting} 人` : '满了，可以排队',
      tone: 'gold',
      drawing: 'clock',
    }
  return { label: '已经满了', tone: 'plain' }
}

/** When an activity is next: 明天 下午 2:30; of a series, which time that is. Of what is over, when it began. */
export const whenNextSaid = (
  { startsAt, sessions, nextSession }: Pick<ActivityCard, 'startsAt' | 'sessions' | 'nextSession'>,
  now: Instant,
): string => {
  const when = whenSaid(nextSession?.startsAt ?? startsAt, now)
  if (sessions === 1) return when
  return nextSession && nextSession.number > 1
    ? `${when}，第 ${nextSession.number} 次，共 ${sessions} 次`
    : `${when} 起，共 ${sessions} 次`
}

/** When somebody who signed up goes next; of what is over, when it began. */
export const nextStartOf = (
  { sessions, startsAt }: Pick<Registration, 'sessions' | 'startsAt'>,
  now: Instant,
): Instant => nextOf(sessions, now)?.startsAt ?? startsAt

/** What became of somebody's sign-up. */
export const registrationSaid = ({
  state,
  position,
}: Pick<Registration, 'state' | 'position'>): Said => {
  switch (state) {
    case 'in':
      return { label: '报上了', tone: 'pine', drawing: 'check' }
    case 'waiting':
      return {
        label: position === null ? '在排队' : `排在第 ${position} 位`,
        tone: 'gold',
        drawing: 'clock',
      }
    case 'entered':
      return { label: '等抽签', tone: 'gold', drawing: 'clock' }
    case 'notDrawn':
      return { label: '这次没有抽中', tone: 'plain' }
    case 'cancelled':
      return { label: '已经取消报名', tone: 'plain' }
    case 'withdrawn':
      return { label: '活动取消了', tone: 'brick', drawing: 'close' }
  }
}

export const tagNames: Readonly<Record<AudienceTag, string>> = {
  elder: '老年人',
  child: '孩子',
  jobless: '正在找工作的人',
  courier: '快递、外卖等新就业群体',
  veteran: '退役军人',
  woman: '妇女',
  partyMember: '党员',
  livesAlone: '独居老人',
  disabled: '残疾人',
  chronicIllness: '慢性病人',
  lowIncome: '低保家庭',
}

const agesSaid = (minAge: number | null, maxAge: number | null): string | null => {
  if (minAge !== null && maxAge !== null) return `${minAge} 到 ${maxAge} 岁`
  if (minAge !== null) return `满 ${minAge} 岁`
  if (maxAge !== null) return `${maxAge} 岁以下（含 ${maxAge} 岁）`
  return null
}

/** Whom an activity is for: 满 60 岁，本社区居民; 谁都可以来 when anybody may. */
export const audienceSaid = ({
  minAge,
  maxAge,
  verifiedOnly,
  nodes,
  tags,
}: Eligibility): string => {
  const parts = [
    agesSaid(minAge, maxAge),
    tags.map((tag) => tagNames[tag]).join('、'),
    nodes.length > 0 ? '住在举办活动的社区' : '',
    verifiedOnly ? '已经确认居民身份' : '',
  ].filter(Boolean)
  return parts.length > 0 ? parts.join('，') : '谁都可以来'
}
