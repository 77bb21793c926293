import type { Said } from './activities'
import type { FundLine, HowGiven, MatchRule, ProjectLine } from '@/types/projects'
import type { Day } from '@/types/shared/day'
import { yuan } from '@/types/shared/fen'
import { daySaid } from './time'

/** Stands on every screen that speaks of money. */
export const onlyRecords = '只做记录，不收钱'
export const whereMoneyGoes = '想捐钱的，请走有资质的渠道，或者到柜台当面交。'

/** How a project stands. */
export const projectSaid = ({ state, next }: Pick<ProjectLine, 'state' | 'next'>): Said => {
  if (state === 'calledOff') return { label: '取消了', tone: 'plain', drawing: 'close' }
  if (state === 'done') return { label: '做完了', tone: 'pine', drawing: 'check' }
  return next?.late
    ? { label: '晚了', tone: 'brick', drawing: 'warn' }
    : { label: '正在做', tone: 'gold', drawing: 'clock' }
}

/** 下一步：装灯，12月20日 星期日 */
export const nextSaid = ({ next, done, of }: ProjectLine, today: Day): string =>
  next === null
    ? of === 0
      ? '还没有写步骤'
      : `${of} 步都做完了`
    : `做完 ${done} 步，共 ${of} 步。下一步：${next.name}，${daySaid(next.due, today)}`

export const howNames: Readonly<Record<HowGiven, string>> = {
  cash: '柜台现金',
  transfer: '银行转账',
  platform: '慈善平台',
}

const signed = (fen: number): string => `${fen < 0 ? '退回 ' : ''}${yuan(Math.abs(fen))} 元`

/** 自筹 100.00 元，配 50.00 元 */
export const sumsOfLine = ({ own, matched, spent }: Pick<FundLine, 'own' | 'matched' | 'spent'>) =>
  [
    own !== 0 && `自筹 ${signed(own)}`,
    matched !== 0 && `配捐 ${signed(matched)}`,
    spent !== 0 && `支出 ${signed(spent)}`,
  ]
    .filter(Boolean)
    .join('，')

/** 街道公益基金：每自筹 2 元配 1 元 */
export const matchSaid = ({ partner, numerator, denominator }: MatchRule): string =>
  `${partner}：每自筹 ${denominator} 元，配 ${numerator} 元`
