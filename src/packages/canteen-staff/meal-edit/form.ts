import type { CallError } from '@/src/api/call'
import { wordsFor } from '@/src/api/words'
import { wrongField } from '@/src/api/wrongField'
import type { Service, ServiceDraft, ServingKind } from '@/types/canteen'
import { addDays, dayOf, instantOf, timeOf, type Day } from '@/types/shared/day'
import type { Meal } from '@/types/shared/meals'
import type { PlannedMeal } from '../meals/components/MealCard'

/** Most meals stop taking orders at one of two usual times, which move with the day. */
export type CutOff = 'dayBefore' | 'twoHours' | 'own'

/** A meal as it is typed; times are '' while they are not whole. */
export interface Form {
  day: Day
  meal: Meal
  startsAt: string
  endsAt: string
  cutOff: CutOff
  own: { day: Day; time: string }
  placeName: string
  node: string
  kinds: readonly ServingKind[]
  counterPercent: string
  /** Portions as they are typed, in the order of the menu. */
  offers: ReadonlyArray<{ dish: string; portions: string }>
}

const hour = 60 * 60_000
const eveningBefore = '17:00'

const usualTimes: Readonly<Record<Meal, { startsAt: string; endsAt: string }>> = {
  breakfast: { startsAt: '07:00', endsAt: '08:30' },
  lunch: { startsAt: '11:00', endsAt: '12:30' },
  dinner: { startsAt: '17:00', endsAt: '18:30' },
}

const cutOffAt = ({ cutOff, own, day, startsAt }: Form): number => {
  switch (cutOff) {
    case 'dayBefore':
      return instantOf(addDays(day, -1), eveningBefore)
    case 'twoHours':
      return instantOf(day, startsAt) - 2 * hour
    case 'own':
      return instantOf(own.day, own.time)
  }
}

/** The latest meal like it says where, how and when: what stays the same every day is not typed again. */
export const newForm = (day: Day, meal: Meal, like: PlannedMeal | undefined): Form => ({
  day,
  meal,
  ...usualTimes[meal],
  cutOff: 'twoHours',
  own: { day: '', time: '' },
  placeName: like?.placeName ?? '',
  node: like?.node ?? '',
  kinds: like?.kinds ?? ['eatIn', 'takeAway'],
  counterPercent: String(like?.counterPercent ?? 20),
  offers: [],
  ...(like?.meal === meal && {
    startsAt: timeOf(like.startsAt),
    endsAt: timeOf(like.endsAt),
    cutOff: cutOffOf(like) === 'own' ? 'twoHours' : cutOffOf(like),
  }),
})

/** Which of the usual times a meal stops taking orders at. */
const cutOffOf = ({
  day,
  startsAt,
  cutOff,
}: Pick<Service, 'day' | 'startsAt' | 'cutOff'>): CutOff => {
  if (cutOff === startsAt - 2 * hour) return 'twoHours'
  return cutOff === instantOf(addDays(day, -1), eveningBefore) ? 'dayBefore' : 'own'
}

/** A form that makes this meal again. */
export const formOf = (meal: PlannedMeal): Form => ({
  day: meal.day,
  meal: meal.meal,
  startsAt: timeOf(meal.startsAt),
  endsAt: timeOf(meal.endsAt),
  cutOff: cutOffOf(meal),
  own: { day: dayOf(meal.cutOff), time: timeOf(meal.cutOff) },
  placeName: meal.placeName,
  node: meal.node,
  kinds: meal.kinds,
  counterPercent: String(meal.counterPercent),
  offers: meal.plan.map(({ dish, portions }) => ({ dish, portions: String(portions) })),
})

/** A draft from a form with nothing missing. */
export const draftOf = (form: Form): ServiceDraft => ({
  day: form.day,
  meal: form.meal,
  startsAt: form.startsAt,
  endsAt: form.endsAt,
  cutOff: cutOffAt(form),
  placeName: form.placeName.trim(),
  node: form.node,
  kinds: [...form.kinds],
  counterPercent: Number(form.counterPercent),
  offers: form.offers.map(({ dish, portions }) => ({ dish, portions: Number(portions) })),
})

export const steps = ['when', 'where', 'ordering', 'dishes', 'check'] as const
export type Step = (typeof steps)[number]

export const stepTitles: Readonly<Record<Step, string>> = {
  when: '哪天、几点',
  where: '在哪里、怎么吃',
  ordering: '预订到几点',
  dishes: '做什么、做几份',
  check: '看一看',
}

export type FieldName = keyof ServiceDraft

const stepOf: Readonly<Record<FieldName, Exclude<Step, 'check'>>> = {
  day: 'when',
  meal: 'when',
  startsAt: 'when',
  endsAt: 'when',
  cutOff: 'ordering',
  placeName: 'where',
  node: 'where',
  kinds: 'where',
  counterPercent: 'ordering',
  offers: 'dishes',
}

/** What is wrong: field of the form → what to do about it. */
export type Wrong = Partial<Record<FieldName, string>>

/** The first step with something wrong. */
export const stepWith = (wrong: Wrong): Step | undefined =>
  steps.find((step) => (Object.keys(wrong) as FieldName[]).some((name) => stepOf[name] === step))

const between = (typed: string, least: number, most: number): boolean =>
  typed !== '' && Number(typed) >= least && Number(typed) <= most

/** What is not filled in yet, or cannot be; everything else the server decides. */
export const missing = (form: Form): Wrong => {
  const wrong: Wrong = {}
  if (!form.day) wrong.day = '请填是哪一天'
  if (!form.startsAt) wrong.startsAt = '请填几点开饭'
  if (!form.endsAt) wrong.endsAt = '请填几点结束'
  else if (form.startsAt && form.endsAt <= form.startsAt) wrong.endsAt = '结束要比开饭晚，请再看看'
  if (form.cutOff === 'own' && !(form.own.day && form.own.time))
    wrong.cutOff = '请填截止的日期和时间'
  if (!form.placeName.trim()) wrong.placeName = '请写在哪里吃，比如：一楼餐厅'
  if (!form.node) wrong.node = '请选是谁办的'
  if (form.kinds.length === 0) wrong.kinds = '请至少选一样'
  if (!between(form.counterPercent, 0, 100)) wrong.counterPercent = '填 0 到 100'
  if (form.offers.length === 0) wrong.offers = '请至少选一个菜'
  else if (form.offers.some(({ portions }) => !between(portions, 0, 500)))
    wrong.offers = '每个菜的份数是 0 到 500'
  return wrong
}

/** The field the server's refusal is about, with what to do; null when it is about none. */
export const refusedAt = (error: CallError): Wrong | null => {
  const words = wordsFor(error)
  switch (error.code) {
    case 'InvalidInput': {
      const [, name = ''] = (wrongField(error) ?? '').split('.')
      return name in stepOf ? { [name]: words } : null
    }
    case 'TimesOutOfOrder':
      return { cutOff: words }
    case 'InPast':
    case 'MealTaken':
      return { day: words }
    case 'TextRefused':
      return { placeName: words }
    case 'PortionsTaken':
    case 'DishGone':
    case 'DishTwice':
    case 'TooManyPortions':
      return { offers: words }
    default:
      return null
  }
}
