import { Choice } from '@/src/design/Choice'
import { Heading } from '@/src/design/Heading'
import { usePreviewRule } from '@/src/queries/haircuts'
import { Reading } from '@/src/queries/Reading'
import { holidaySaid } from '@/src/words/haircuts'
import type { HaircutRule } from '@/types/haircuts'
import { ruleOf } from '../../form'
import type { PartProps } from '../../part'
import { DateList } from '../DateList'

const policies = Object.entries(holidaySaid).map(([value, label]) => ({
  value: value as HaircutRule['holidays'],
  label,
}))

/** The dates as the rule will make them, with what to think of, before it is saved. */
export function Check({ form, change }: PartProps) {
  const reading = usePreviewRule(ruleOf(form))
  return (
    <>
      <Choice
        label="碰上法定假日"
        options={policies}
        value={form.holidays}
        onChange={(holidays) => change({ holidays })}
      />
      <Heading label="接下来的日子" />
      <Reading of={reading} failed="日子没有算出来">
        {({ dates }) => <DateList dates={dates} />}
      </Reading>
    </>
  )
}
