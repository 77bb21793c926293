import type { Exception } from '@/domain/haircuts/dates'
import { today } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Choice } from '@/src/design/Choice'
import { Heading } from '@/src/design/Heading'
import { Notice } from '@/src/design/Notice'
import { Row, Rows } from '@/src/design/Row'
import { usePreviewRule } from '@/src/queries/haircuts'
import { Reading } from '@/src/queries/Reading'
import { holidaySaid } from '@/src/words/haircuts'
import { daySaid } from '@/src/words/time'
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
        {({ dates, stale }) => (
          <>
            <Stale stale={stale} form={form} change={change} />
            <DateList dates={dates} />
          </>
        )}
      </Reading>
    </>
  )
}

type StaleProps = Pick<PartProps, 'form' | 'change'> & { stale: readonly Exception[] }

/** What was decided about days that the rule as it is now does not make: it cannot be saved with them. */
function Stale({ stale, form, change }: StaleProps) {
  if (stale.length === 0) return null
  const drop = () =>
    change({
      exceptions: form.exceptions.filter(({ day }) => stale.every((one) => one.day !== day)),
    })
  return (
    <>
      <Notice kind="warn" label="下面这几天的调整，和新的规律对不上，去掉才能存">
        看一眼，要紧的存好以后再重新调整。
      </Notice>
      <Rows label="对不上的调整">
        {stale.map((one) => (
          <Row
            key={one.day}
            label={daySaid(one.day, today())}
            detail={`${exceptionSaid(one)}，${one.because}`}
            drawing="calendar"
          />
        ))}
      </Rows>
      <Button label="去掉这几天的调整" look="secondary" onTap={drop} />
    </>
  )
}

const exceptionSaid = (one: Exception): string => {
  switch (one.kind) {
    case 'moved':
      return `挪到 ${daySaid(one.to, today())}`
    case 'calledOff':
      return '这次不办'
    case 'extra':
      return '加的一次'
  }
}
