import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { now, today } from '@/src/api/clock'
import { wrongField } from '@/src/api/wrongField'
import { Button } from '@/src/design/Button'
import { Choice } from '@/src/design/Choice'
import { Field } from '@/src/design/Field'
import { Figure } from '@/src/design/Figure'
import { Page } from '@/src/design/Page'
import { showToast } from '@/src/design/Toast'
import { Entries, Sums } from '@/src/packages/volunteers/components/Entries'
import { toTop } from '@/src/platform/toTop'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { Submitted } from '@/src/queries/Submitted'
import { useEnterHours, useHours, useShiftRoster } from '@/src/queries/volunteers'
import { cachedAt } from '@/src/queries/when'
import { minutesSaid, shiftWhenSaid } from '@/src/words/volunteers'
import { dayOf } from '@/types/shared/day'
import type { Shift } from '@/types/volunteers'

/** The hours of one person, and entering more; after a `shift` most of it is filled in. */
export default function PersonHours() {
  const { person = '', shift } = useRouter().params
  const reading = useHours({ person })
  const roster = useShiftRoster(shift)
  const cached = cachedAt(reading)
  const [entering, setEntering] = useState(shift !== undefined)
  const name = reading.data?.name ?? '他'
  const show = (next: boolean) => {
    setEntering(next)
    toTop()
  }
  if (entering && (shift === undefined || roster.data))
    return (
      <Enter
        person={person}
        name={name}
        {...(roster.data && {
          shift: roster.data.shift,
          entered: roster.data.people.find((one) => one.person === person)?.minutes ?? 0,
        })}
        onClose={() => show(false)}
      />
    )
  return (
    <Page
      wide
      title={`${name}的服务时长`}
      {...(cached && { cachedAt: cached })}
      action={<Button label="记时长" drawing="plus" onTap={() => show(true)} />}
    >
      <Reading of={reading} failed="时长没有打开">
        {({ lastYear, months, entries }) => (
          <>
            <Sums lastYear={lastYear} months={months} />
            <Entries entries={entries} />
            <ReadOn of={reading} />
          </>
        )}
      </Reading>
    </Page>
  )
}

type EnterProps = {
  person: string
  name: string
  shift?: Shift
  /** Minutes that were entered for the shift already: they can only be corrected. */
  entered?: number
  onClose: () => void
}

const minute = 60_000
const mostMinutes = 24 * 60

const minutesOf = ({ startsAt, endsAt }: Shift): number => Math.round((endsAt - startsAt) / minute)

function Enter({ person, name, shift, entered = 0, onClose }: EnterProps) {
  const enter = useEnterHours()
  const corrects = entered > 0
  const planned = shift && !corrects ? minutesOf(shift) : null
  const [day, setDay] = useState(shift ? dayOf(shift.startsAt) : today())
  const [hours, setHours] = useState(planned === null ? '' : String(Math.floor(planned / 60)))
  const [rest, setRest] = useState(planned === null ? '' : String(planned % 60))
  const [what, setWhat] = useState(shift?.title ?? '')
  const [sign, setSign] = useState<'more' | 'less'>(corrects ? 'less' : 'more')
  const [tried, setTried] = useState(false)
  const whole = Number(hours || 0) * 60 + Number(rest || 0)
  const fits = Number.isInteger(whole) && whole > 0 && whole <= mostMinutes
  const send = () => {
    const complete = day !== '' && fits && what.trim() !== ''
    setTried(!complete)
    if (!complete) return
    const minutes = sign === 'more' ? whole : -whole
    enter.submit(
      { person, day, minutes, what: what.trim(), ...(shift && { shift: shift.id }) },
      {
        done: () => {
          showToast(`${name}，${minutesSaid(minutes)}，记上了，等另一位同事确认`)
          onClose()
        },
      },
    )
  }
  const dayError =
    (tried && !day && '请写上年、月、日') ||
    (enter.error?.code === 'InFuture' && '日子还没到，请选今天或以前')
  const whatError =
    (tried && !what.trim() && '请写做了什么') ||
    (wrongField(enter.error) === 'what' && '请写短一点，最多 40 个字')
  return (
    <Page
      wide
      title={corrects ? `更正${name}的时长` : `给${name}记时长`}
      subtitle={
        corrects
          ? `这一班记了 ${minutesSaid(entered)}，填要扣掉多少`
          : '记了以后，要另一位同事确认才算数'
      }
      action={
        <>
          <Submitted of={enter} />
          <Button label="记上" busy={enter.busy || enter.waiting} onTap={send} />
          <Button label="看他的时长" look="quiet" onTap={onClose} />
        </>
      }
    >
      {shift ? (
        <Figure label="哪一班" value={shift.title} reason={shiftWhenSaid(shift, now())} />
      ) : (
        <Field
          label="哪一天"
          kind="date"
          value={day}
          onChange={setDay}
          {...(dayError && { error: dayError })}
        />
      )}
      <Field
        label="做了什么"
        hint="比如：食堂帮厨"
        value={what}
        onChange={setWhat}
        most={40}
        {...(whatError && { error: whatError })}
      />
      <Field
        label="几小时"
        kind="number"
        value={hours}
        onChange={setHours}
        most={2}
        {...(tried && !fits && { error: '时长要在 1 分到 24 小时之间' })}
      />
      <Field label="几分" kind="number" value={rest} onChange={setRest} most={2} optional />
      {!shift && (
        <Choice
          label="加上还是扣掉"
          options={[
            { value: 'more', label: '加上' },
            { value: 'less', label: '扣掉', detail: '以前记多了，更正' },
          ]}
          value={sign}
          onChange={setSign}
        />
      )}
    </Page>
  )
}
