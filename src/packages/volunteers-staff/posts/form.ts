import { addDays, type Day } from '@/types/shared/day'
import type { Skill } from '@/types/shared/skills'
import type { Carried, Post, PostDraft, ShiftKind } from '@/types/volunteers'
import { isPhone, type TermsTyped } from '../components/Terms/typed'
import { recurrenceOf, rhythmOf, type Rhythm } from './recurrence'

/** A post as it is typed. */
export interface Form extends Rhythm, TermsTyped {
  kind: ShiftKind
  title: string
  placeName: string
  node: string
  startsAt: string
  endsAt: string
  from: Day | ''
  until: Day | ''
  needed: number
  /** Of a delivery; undefined before it is chosen. */
  carries: Carried | null | undefined
  skills: readonly Skill[]
  holidays: PostDraft['holidays']
  skipped: readonly Day[]
}

export const steps = ['what', 'when', 'who', 'terms', 'check'] as const
export type Step = (typeof steps)[number]

export const stepTitles: Readonly<Record<Step, string>> = {
  what: '什么岗，在哪里',
  when: '星期几，几点',
  who: '要几个人，会什么',
  terms: '带什么，电话，换班',
  check: '看一看日子',
}

/** What a new post begins with: the crossing before school, from tomorrow on. */
export const emptyForm = (node: string, today: Day): Form => ({
  ...rhythmOf('FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'),
  kind: 'schoolGate',
  title: '',
  placeName: '',
  node,
  startsAt: '',
  endsAt: '',
  from: addDays(today, 1),
  until: '',
  needed: 2,
  carries: undefined,
  skills: [],
  bring: '',
  insurance: '',
  phone: '',
  approveSwaps: false,
  holidays: 'skip',
  skipped: [],
})

export const formOf = (post: Post): Form => ({
  ...rhythmOf(post.recurrence),
  kind: post.kind,
  title: post.title,
  placeName: post.placeName,
  node: post.node,
  startsAt: post.startsAt,
  endsAt: post.endsAt,
  from: post.from,
  until: post.until ?? '',
  needed: post.needed,
  carries: post.kind === 'delivery' ? post.carries : undefined,
  skills: post.skills,
  bring: post.bring,
  insurance: post.insurance,
  phone: post.phone ?? '',
  approveSwaps: post.approveSwaps,
  holidays: post.holidays,
  skipped: post.skipped,
})

/** The post a complete form describes; days that are over need not be skipped any more. */
export const draftOf = (form: Form, today: Day): PostDraft => ({
  kind: form.kind,
  title: form.title.trim(),
  placeName: form.placeName.trim(),
  node: form.node,
  recurrence: recurrenceOf(form),
  from: form.from === '' ? today : form.from,
  until: form.until === '' ? null : form.until,
  startsAt: form.startsAt,
  endsAt: form.endsAt,
  needed: form.needed,
  carries: form.kind === 'delivery' ? (form.carries ?? null) : null,
  skills: [...form.skills],
  approveSwaps: form.approveSwaps,
  phone: form.phone === '' ? null : form.phone,
  insurance: form.insurance.trim(),
  bring: form.bring.trim(),
  holidays: form.holidays,
  skipped: form.skipped.filter((day) => day >= today),
})

/** What is wrong with a field and how to put it right. */
export type Wrong = Partial<
  Record<
    | 'title'
    | 'placeName'
    | 'carries'
    | 'weekdays'
    | 'monthDay'
    | 'startsAt'
    | 'endsAt'
    | 'phone'
    | 'from'
    | 'until',
    string
  >
>

/** The fields of a step that cannot be sent yet. */
export const wrongIn = (form: Form, step: Step): Wrong => {
  switch (step) {
    case 'what':
      return {
        ...(!form.title.trim() && { title: '请写一句，比如：早上护学岗' }),
        ...(!form.placeName.trim() && { placeName: '请写在哪里，比如：小学门口' }),
        ...(form.kind === 'delivery' &&
          form.carries === undefined && { carries: '请选一下送的是哪一餐' }),
      }
    case 'when': {
      const days = Number(form.monthDay)
      const byWeek = form.every === 'week' || form.every === 'otherWeek'
      return {
        ...(byWeek && form.weekdays.length === 0 && { weekdays: '请至少选一天' }),
        ...(form.every === 'month' &&
          !(days >= 1 && days <= 31) && { monthDay: '请写 1 到 31 的数' }),
        ...(!form.startsAt && { startsAt: '请写几点开始' }),
        ...(!form.endsAt && { endsAt: '请写几点结束' }),
        ...(form.endsAt !== '' &&
          form.endsAt === form.startsAt && { endsAt: '开始和结束不能是同一个时间' }),
      }
    }
    case 'who':
      return {}
    case 'terms':
      return isPhone(form.phone) ? {} : { phone: '这个号码不对' }
    case 'check':
      return {
        ...(form.from === '' && { from: '请写从哪天开始' }),
        ...(form.until !== '' && form.until < form.from && { until: '要比开始的日子晚，或者不填' }),
      }
  }
}

const stepOf: Readonly<Record<string, Step>> = {
  title: 'what',
  placeName: 'what',
  startsAt: 'when',
  endsAt: 'when',
  recurrence: 'when',
  phone: 'terms',
  insurance: 'terms',
  bring: 'terms',
}

/** The step on which a field that the server refused is typed. */
export const stepOfField = (field: string | null): Step | null =>
  stepOf[field?.replace(/^draft\./, '') ?? ''] ?? null

/** What each step of the form is given. */
export interface PartProps {
  form: Form
  change: (part: Partial<Form>) => void
  wrong: Wrong
}
