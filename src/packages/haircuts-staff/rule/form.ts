import { weekdays, type Weekday } from '@/src/words/haircuts'
import type { HaircutRule } from '@/types/haircuts'

/** The recurrences staff choose from; `other` keeps one that was made elsewhere. */
export type Every = 'monthDay' | 'weekday' | 'other'

/** A rule as it is typed: numbers are text until they are whole. */
export interface Form {
  every: Every
  monthDay: string
  order: string
  weekday: Weekday
  other: string
  startsAt: string
  endsAt: string
  placeName: string
  node: string
  barbers: string
  minutesPerCut: string
  slotMinutes: string
  planned: string
  walkInPercent: string
  priorityAge: string
  opensDaysBefore: string
  holidays: HaircutRule['holidays']
  exceptions: HaircutRule['exceptions']
}

export type FieldName = Exclude<keyof Form, 'every' | 'other' | 'holidays' | 'exceptions'>

/** What is wrong with a field and how to put it right. */
export type Wrong = Partial<Record<FieldName, string>>

export const steps = ['when', 'where', 'numbers', 'check'] as const
export type Step = (typeof steps)[number]

export const stepTitles: Readonly<Record<Step, string>> = {
  when: '哪一天，几点',
  where: '在哪里，多少理发师',
  numbers: '放多少号',
  check: '看一看日子',
}

const stepOf: Readonly<Record<FieldName, Step>> = {
  monthDay: 'when',
  order: 'when',
  weekday: 'when',
  startsAt: 'when',
  endsAt: 'when',
  placeName: 'where',
  node: 'where',
  barbers: 'where',
  minutesPerCut: 'where',
  slotMinutes: 'numbers',
  planned: 'numbers',
  walkInPercent: 'numbers',
  priorityAge: 'numbers',
  opensDaysBefore: 'numbers',
}

/** The fields of a step that are wrong. */
export const wrongIn = (wrong: Wrong, step: Step): Wrong =>
  Object.fromEntries(Object.entries(wrong).filter(([field]) => stepOf[field as FieldName] === step))

/** The step on which a field that the server refused is typed. */
export const stepOfField = (field: string | null): Step | null => {
  const name = field?.replace(/^rule\./, '') as FieldName | undefined
  return (name && stepOf[name]) ?? null
}

/** What a first rule begins with: the newspaper's 16th, ten barbers, half an hour a slot. */
export const emptyForm = (node: string): Form => ({
  every: 'monthDay',
  monthDay: '16',
  order: '3',
  weekday: 'SA',
  other: '',
  startsAt: '08:30',
  endsAt: '11:30',
  placeName: '',
  node,
  barbers: '10',
  minutesPerCut: '15',
  slotMinutes: '30',
  planned: '',
  walkInPercent: '30',
  priorityAge: '80',
  opensDaysBefore: '7',
  holidays: 'keep',
  exceptions: [],
})

/** A rule in force, to be changed. */
export const formOf = (rule: HaircutRule): Form => {
  const monthDay = /^FREQ=MONTHLY;BYMONTHDAY=(\d{1,2})$/.exec(rule.recurrence)?.[1]
  const [, order, weekday] =
    /^FREQ=MONTHLY;BYDAY=(-?\d)(MO|TU|WE|TH|FR|SA|SU)$/.exec(rule.recurrence) ?? []
  const empty = emptyForm(rule.node)
  return {
    every: monthDay !== undefined ? 'monthDay' : order !== undefined ? 'weekday' : 'other',
    monthDay: monthDay ?? empty.monthDay,
    order: order ?? empty.order,
    weekday: weekdays.find(({ value }) => value === weekday)?.value ?? empty.weekday,
    other: rule.recurrence,
    startsAt: rule.startsAt,
    endsAt: rule.endsAt,
    placeName: rule.placeName,
    node: rule.node,
    barbers: String(rule.barbers),
    minutesPerCut: String(rule.minutesPerCut),
    slotMinutes: String(rule.slotMinutes),
    planned: String(rule.planned),
    walkInPercent: String(rule.walkInPercent),
    priorityAge: String(rule.priorityAge),
    opensDaysBefore: String(rule.opensDaysBefore),
    holidays: rule.holidays,
    exceptions: rule.exceptions,
  }
}

const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

/** Cuts that many barbers make in the time: what staff mostly plan with. */
export const cutsOf = ({ barbers, startsAt, endsAt, minutesPerCut }: Form): number | null => {
  const minutes = minutesOf(endsAt) - minutesOf(startsAt)
  const cuts = Number(barbers) * Math.floor(minutes / Number(minutesPerCut))
  return startsAt && endsAt && Number.isFinite(cuts) && cuts > 0 ? cuts : null
}

const within = (typed: string, least: number, most: number): boolean =>
  /^\d+$/.test(typed) && Number(typed) >= least && Number(typed) <= most

/** Every field that cannot be sent yet, with what helps. */
export const wrongOf = (form: Form): Wrong => {
  const number = (field: FieldName, least: number, most: number): Wrong =>
    within(form[field], least, most) ? {} : { [field]: `请写 ${least} 到 ${most} 的数` }
  return {
    ...(form.every === 'monthDay' && number('monthDay', 1, 31)),
    ...(!form.startsAt && { startsAt: '请写几点开始' }),
    ...(!form.endsAt && { endsAt: '请写几点结束' }),
    ...(form.startsAt &&
      form.endsAt &&
      form.endsAt <= form.startsAt && { endsAt: '结束要比开始晚，请改一下' }),
    ...(!form.placeName.trim() && { placeName: '请写在哪里，比如 社区广场' }),
    ...(!form.node && { node: '请选一个' }),
    ...number('barbers', 1, 40),
    ...number('minutesPerCut', 5, 60),
    ...number('slotMinutes', 10, 120),
    ...number('planned', 1, 400),
    ...number('walkInPercent', 0, 90),
    ...number('priorityAge', 60, 120),
    ...number('opensDaysBefore', 1, 60),
  }
}

const recurrenceOf = ({ every, monthDay, order, weekday, other }: Form): string => {
  switch (every) {
    case 'monthDay':
      return `FREQ=MONTHLY;BYMONTHDAY=${Number(monthDay)}`
    case 'weekday':
      return `FREQ=MONTHLY;BYDAY=${order}${weekday}`
    case 'other':
      return other
  }
}

/** The rule a complete form describes. */
export const ruleOf = (form: Form): HaircutRule => ({
  recurrence: recurrenceOf(form),
  placeName: form.placeName.trim(),
  node: form.node,
  startsAt: form.startsAt,
  endsAt: form.endsAt,
  minutesPerCut: Number(form.minutesPerCut),
  slotMinutes: Number(form.slotMinutes),
  planned: Number(form.planned),
  barbers: Number(form.barbers),
  walkInPercent: Number(form.walkInPercent),
  priorityAge: Number(form.priorityAge),
  holidays: form.holidays,
  opensDaysBefore: Number(form.opensDaysBefore),
  exceptions: form.exceptions,
})
