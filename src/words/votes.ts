import type { Said } from './activities'
import type {
  CannotVote,
  Owner,
  OwnersResult,
  Share,
  VoteResult,
  VoteRules,
  VoteState,
} from '@/types/votes'
import type { Instant } from '@/types/shared/day'
import { whenSaid } from './time'

const shares: Readonly<Record<string, string>> = {
  '1/2': '一半',
  '1/3': '三分之一',
  '2/3': '三分之二',
  '3/4': '四分之三',
  '4/5': '五分之四',
  '1/1': '全部',
}

/** 三分之二; 12 分之 7. */
export const shareSaid = ({ numerator, denominator }: Share): string =>
  shares[`${numerator}/${denominator}`] ??
  (numerator === 0 ? '不限' : `${denominator} 分之 ${numerator}`)

/** The rules in one sentence. */
export const rulesSaid = ({ quorum, majority, moreThan }: VoteRules): string =>
  [
    quorum.numerator === 0 ? '参加的户数不限' : `至少${shareSaid(quorum)}的住户参加才有效`,
    moreThan
      ? `选的户超过${shareSaid(majority)}才算通过`
      : `选的户有${shareSaid(majority)}以上就算通过`,
  ].join('，')

interface Times {
  state: VoteState
  from: Instant
  until: Instant
}

/** How a vote stands. */
export const voteSaid = ({ state, from, until }: Times, now: Instant): Said => {
  if (state === 'calledOff') return { label: '取消了', tone: 'plain', drawing: 'close' }
  if (state === 'ended') return { label: '有结果了', tone: 'pine', drawing: 'check' }
  if (state === 'preparing') return { label: '正在准备', tone: 'gold', drawing: 'clock' }
  if (now >= until) return { label: '正在数票', tone: 'gold', drawing: 'clock' }
  if (now < from) return { label: '还没开始', tone: 'gold', drawing: 'clock' }
  return { label: '正在投票', tone: 'brick', drawing: 'hand' }
}

/** 今天 上午 8:00 到 11月28日 星期六 上午 8:00 */
export const timesSaid = ({ from, until }: Pick<Times, 'from' | 'until'>, now: Instant): string =>
  `${whenSaid(from, now)} 到 ${whenSaid(until, now)}`

/** What came out, in one sentence. */
export const resultSaid = (
  { enough, carried, most, households, ballots }: VoteResult,
  options: readonly string[],
  yesNo: boolean,
): string => {
  const turnout = `${households} 户里有 ${ballots} 户投了票`
  if (!enough) return `${turnout}，参加的户数不够，这次不算数。`
  if (yesNo) return `${turnout}，${carried ? '通过了' : '没有通过'}。`
  if (most === null) return `${turnout}，最多的有并列，没有选出来。`
  return `${turnout}，${carried ? `选出来的是“${options[most] ?? ''}”` : '最多的也没有过线，没有选出来'}。`
}

/** Why I cannot vote, in the words of what to do. */
export const cannotSaid: Readonly<Record<CannotVote, string>> = {
  HomeNeeded: '要知道您家的门牌号，才知道是哪一户。请先在“我的资料”里填好门牌。',
  NotVerified: '投票要先确认居民身份。请带身份证到服务台，当场就能办。',
  BirthDateNeeded: '投票的人要满 18 岁。请先在“我的资料”里填上出生日期。',
  TooYoung: '投票的人要满 18 岁。请家里的大人来投。',
  HouseholdNotListed: '名单是表决开始那天定的，您家那时还没有登记，这一次投不了。',
  SpokeElsewhere:
    '搬家以前，您替原来那一户投过了，一个人只投一次。新家这一票，请家里别的大人来投。',
  NotBegun: '还没到投票的时间，请到时候再来。',
  VoteOver: '投票结束了，不能再投，也不能再改。',
  CalledOff: '这次表决取消了，不用再投。',
  StillPreparing: '正在准备名单，请过几分钟再来。',
}

/** 89.50 平方米 */
export const areaSaid = (area: number): string =>
  `${Math.floor(area / 100)}.${String(area % 100).padStart(2, '0')} 平方米`

/** The units of the owner of one of them. */
export const unitsWith = (
  owners: readonly Pick<Owner, 'owner' | 'unit'>[],
  { owner }: Pick<Owner, 'owner'>,
): string[] => owners.flatMap((one) => (one.owner === owner ? [one.unit] : []))

/** 1-101、1-201（2 套，算一位业主） */
export const unitsSaid = (units: readonly string[]): string =>
  units.length > 1 ? `${units.join('、')}（${units.length} 套，算一位业主）` : units.join('')

/** 3 位业主，150.00 平方米 */
export const ownersSaid = ({ owners, area }: { owners: number; area: number }): string =>
  `${owners} 位业主，${areaSaid(area)}`

export const draftSaid = ({ enough, carried }: OwnersResult): string =>
  !enough ? '参加的还不够' : carried ? '按数字看，够了' : '同意的还不够'

export const answerNames = { agree: '同意', against: '不同意', abstain: '弃权' } as const
