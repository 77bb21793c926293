import { Choice } from '@/src/design/Choice'
import type { Deadline } from '../../form'
import type { PartProps } from '../../part'
import { Moment } from '../Moment'

const deadlines: ReadonlyArray<{ value: Deadline; label: string }> = [
  { value: 'start', label: '活动开始的时候' },
  { value: 'dayBefore', label: '前一天晚上 8 点' },
  { value: 'own', label: '定一个时间' },
]

/** Until when people sign up, and until when they give a seat back. */
export function Closing({ form, change, wrong }: PartProps) {
  return (
    <>
      <Choice
        label="报名到什么时候"
        {...(form.mode === 'draw' && { hint: '截止以后抽签，活动开始以前要抽好' })}
        options={deadlines.filter(({ value }) => form.mode !== 'draw' || value !== 'start')}
        value={form.closes}
        onChange={(closes) => change({ closes })}
      />
      {form.closes === 'own' && (
        <Moment
          label="报名截止"
          value={form.closesAt}
          onChange={(closesAt) => change({ closesAt })}
          error={wrong.closesAt}
        />
      )}
      <Choice
        label="最晚什么时候能取消"
        hint="取消的名额马上给排队的人"
        options={deadlines}
        value={form.cancel}
        onChange={(cancel) => change({ cancel })}
      />
      {form.cancel === 'own' && (
        <Moment
          label="最晚取消"
          value={form.cancelUntil}
          onChange={(cancelUntil) => change({ cancelUntil })}
          error={wrong.cancelUntil}
        />
      )}
    </>
  )
}
