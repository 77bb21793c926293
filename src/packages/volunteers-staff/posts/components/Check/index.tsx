import { View } from '@tarojs/components'
import { today } from '@/src/api/clock'
import { Choice } from '@/src/design/Choice'
import { Field } from '@/src/design/Field'
import { Figure } from '@/src/design/Figure'
import { Card } from '@/src/design/Card'
import { Reading } from '@/src/queries/Reading'
import { usePreviewPost } from '@/src/queries/volunteers'
import { daySaid } from '@/src/words/time'
import type { Day } from '@/types/shared/day'
import { draftOf, type PartProps } from '../../form'
import { hoursSaid, recurrenceSaid } from '../../recurrence'

const policies = [
  { value: 'skip' as const, label: '放假不排' },
  { value: 'keep' as const, label: '照常排' },
]

/** From when to when, holidays, and the days as they will be made: each can be left out. */
export function Check({ form, change, wrong }: PartProps) {
  const draft = draftOf(form, today())
  const reading = usePreviewPost({ ...draft, skipped: [] })
  const said = `${recurrenceSaid(draft.recurrence)} ${hoursSaid(form)}`
  const choose = (days: readonly Day[], kept: readonly Day[]) =>
    change({
      skipped: [
        ...form.skipped.filter((day) => !days.includes(day)),
        ...days.filter((day) => !kept.includes(day)),
      ],
    })
  return (
    <>
      <Card label={said}>
        <Figure label={form.title} value={said} reason={form.placeName} />
        <View>每次要 {form.needed} 人</View>
      </Card>
      <Field
        label="从哪天开始"
        kind="date"
        value={form.from}
        onChange={(from) => change({ from })}
        {...(wrong.from && { error: wrong.from })}
      />
      <Field
        label="到哪天为止"
        kind="date"
        hint="一直排下去就不填"
        optional
        value={form.until}
        onChange={(until) => change({ until })}
        {...(wrong.until && { error: wrong.until })}
      />
      <Choice
        label="碰上法定假日"
        options={policies}
        value={form.holidays}
        onChange={(holidays) => change({ holidays })}
      />
      <Reading of={reading} failed="日子没有算出来">
        {({ days }) => (
          <Choice
            many
            label="接下来的日子"
            hint="哪天不排，点一下去掉"
            options={days.map((day) => ({ value: day, label: daySaid(day, today()) }))}
            value={days.filter((day) => !form.skipped.includes(day))}
            onChange={(kept) => choose(days, kept)}
          />
        )}
      </Reading>
    </>
  )
}
