import { percentOf, priceOf, reasonFor } from '@/domain/canteen/price'
import { percentSaid, yuanSaid } from '@/src/words/meals'
import type { PriceRuleDraft } from '@/types/canteen'
import { addDays, type Day } from '@/types/shared/day'
import { yuan } from '@/types/shared/fen'
import { fenOf } from '../money'

/** A band as it is typed. */
export interface TypedBand {
  fromAge: string
  percent: string
  hours: string
}

/** A price table as it is typed; the cap in yuan. */
export interface Form {
  from: Day
  cap: string
  bands: readonly TypedBand[]
}

/** A new table begins as the one that is in force now: mostly one number changes. */
export const formLike = (rule: PriceRuleDraft): Form => ({
  from: '',
  cap: yuan(rule.cap),
  bands: rule.bands.map(({ fromAge, percent, hours }) => ({
    fromAge: String(fromAge),
    percent: String(percent),
    hours: String(hours),
  })),
})

const between = (typed: string, least: number, most: number): boolean =>
  typed !== '' && Number(typed) >= least && Number(typed) <= most

/** Why a band cannot be, or undefined. */
export const wrongBand = ({ fromAge, percent, hours }: TypedBand): string | undefined => {
  if (!between(fromAge, 0, 120)) return '年龄是 0 到 120 岁'
  if (!between(percent, 1, 100)) return '付百分之 1 到 100，7 折填 70'
  return between(hours, 0, 1000) ? undefined : '志愿服务是 0 到 1000 小时，不要求就填 0'
}

export type Wrong = Partial<Record<'from' | 'cap' | 'bands', string>>

export const missing = (form: Form, today: Day): Wrong => {
  const wrong: Wrong = {}
  const ages = form.bands.map(({ fromAge }) => fromAge)
  if (!form.from) wrong.from = '请填从哪天起'
  else if (form.from <= today) wrong.from = '最早从明天起：今天的价钱不能再改'
  if (!fenOf(form.cap)) wrong.cap = '请写多少元，比如 30'
  if (form.bands.length === 0) wrong.bands = '请至少加一个年龄段'
  else if (form.bands.some((band) => wrongBand(band)))
    wrong.bands = '有一个年龄段没填对，请点开看看'
  else if (new Set(ages.map(Number)).size < ages.length)
    wrong.bands = '有两个年龄段从同一岁开始，请改一个'
  return wrong
}

/** A draft from a form with nothing missing: youngest first. */
export const draftOf = (form: Form): PriceRuleDraft => ({
  from: form.from,
  cap: fenOf(form.cap) ?? 0,
  bands: form.bands
    .map(({ fromAge, percent, hours }) => ({
      fromAge: Number(fromAge),
      percent: Number(percent),
      hours: Number(hours),
    }))
    .sort((a, b) => a.fromAge - b.fromAge),
})

/** 60 岁起 8 折；90 岁起 5 折，要有 10 小时志愿服务 */
export const bandSaid = ({ fromAge, percent, hours }: PriceRuleDraft['bands'][number]): string =>
  `${fromAge} 岁起 ${percentSaid(percent)}${hours > 0 ? `，要有 ${hours} 小时志愿服务` : ''}`

const meal = 1000
const enough = 100_000

/** What people of each band pay for a meal of 10.00, and one beyond the cap, worked out by the rule itself. */
export const examplesOf = (draft: PriceRuleDraft): string[] => {
  const rule = { ...draft, id: '', enteredAt: 0 }
  const pays = (percent: number, price: number) =>
    priceOf([{ dish: 'dish', price, portions: 1, discountable: true }], percent, draft.cap).pays
  const ages = draft.bands.map(({ fromAge }) => fromAge + 2)
  const said = ages.map((age) => {
    const born = `${Number(draft.from.slice(0, 4)) - age}-01-01`
    const eater = { birthDate: born, verifiedUntil: '9999-12-31', minutes: enough }
    const percent = percentOf(reasonFor(rule, eater, draft.from, addDays(draft.from, -1)))
    return `${age} 岁的人，${yuanSaid(meal)}的饭付 ${yuanSaid(pays(percent, meal))}`
  })
  const [lowest] = [...draft.bands].sort((a, b) => a.percent - b.percent)
  const beyond = draft.cap + meal
  return lowest
    ? [
        ...said,
        `一餐点了 ${yuanSaid(beyond)}，优惠只算前 ${yuanSaid(draft.cap)}：${lowest.fromAge + 2} 岁的人付 ${yuanSaid(pays(lowest.percent, beyond))}`,
      ]
    : said
}
