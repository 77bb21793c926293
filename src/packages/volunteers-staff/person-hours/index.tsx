import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { now, today } from '@/src/api/clock'
import { wrongField } from '@/src/api/wrongField'
import { Button } from '@/src/design/Button'
import { Choice } from '@/src/design/Choice'
import { Field } from '@/src/design/Field'
import { Figure } from '@/src/design/Figure'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { showToast } from '@/src/design/Toast'
import { Entries, Sums } from '@/src/packages/volunteers/components/Entries'
import { toTop } from '@/src/platform/toTop'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { Submitted } from '@/src/queries/Submitted'
import { useCorrectHours, useEnterHours, useHours, useShiftRoster } from '@/src/queries/volunteers'
import { cachedAt } from '@/src/queries/when'
import { daySaid } from '@/src/words/time'
import { minutesSaid, shiftWhenSaid } from '@/src/words/volunteers'
import { dayOf } from '@/types/shared/day'
import type { HoursEntry, Shift } from '@/types/volunteers'

type Doing = 'enter' | { correct: HoursEntry } | null

/** The hours of one person: entering more, and correcting what was confirmed. After a `shift` most of it is filled in. */
export default function PersonHours() {
  const { person = '', shift } = useRouter().params
  const reading = useHours({ person })
  const roster = useShiftRoster(shift)
  const cached = cachedAt(reading)
  const [doing, setDoing] = useState<Doing>(shift === undefined ? null : 'enter')
  const name = reading.data?.name ?? '他'
  const show = (next: Doing) => {
    setDoing(next)
    toTop()
  }
  const entered = roster.data?.people.find((one) => one.person === person)?.minutes ?? 0
  // What was entered for the shift already can only be corrected.
  const corrects = shift !== undefined && entered > 0
  if (doing === 'enter' && !corrects && (shift === undefined || roster.data))
    return (
      <Enter
        person={person}
        name={name}
        {...(roster.data && { shift: roster.data.shift })}
        onClose={() => show(null)}
      />
    )
  if (doing !== null && doing !== 'enter')
    return <Correct name={name} entry={doing.correct} onClose={() => show(null)} />
  return (
    <Page
      wide
      title={`${name}的服务时长`}
      {...(cached && { cachedAt: cached })}
      {...(!corrects && {
        action: <Button label="记时长" drawing="plus" onTap={() => show('enter')} />,
      })}
    >
      <Reading of={reading} failed="时长没有打开">
        {({ lastYear, months, entries }) => (
          <>
            {corrects && (
              <Notice label={`这一班记了 ${minutesSaid(entered)}`}>
                要改，请在下面点开那一条。还没确认的，请另一位同事点“不对”，再重新记。
              </Notice>
            )}
            <Sums lastYear={lastYear} months={months} />
            <Entries entries={entries} onCorrect={(correct) => show({ correct })} />
            <ReadOn of={reading} />
          </>
        )}
      </Reading>
    </Page>
  )
}

const minute = 60_000
const mostMinutes = 24 * 60

const minutesOf = ({ startsAt, endsAt }: Shift): number => Math.round((endsAt - startsAt) / minute)

interface Amount {
  hours: string
  rest: string
}

const amountOf = (minutes: number | null): Amount =>
  minutes === null
    ? { hours: '', rest: '' }
    : { hours: String(Math.floor(minutes / 60)), rest: String(minutes % 60) }

/** Minutes, or null where they are none that can be. */
const wholeOf = ({ hours, rest }: Amount): number | null => {
  const whole = Number(hours || 0) * 60 + Number(rest || 0)
  return Number.isInteger(whole) && whole > 0 && whole <= mostMinutes ? whole : null
}

type HowLongProps = { amount: Amount; onChange: (amount: Amount) => void; tried: boolean }

function HowLong({ amount, onChange, tried }: HowLongProps) {
  const missing = tried && wholeOf(amount) === null
  return (
    <>
      <Field
        label="几小时"
        kind="number"
        value={amount.hours}
        onChange={(hours) => onChange({ ...amount, hours })}
        most={2}
        {...(missing && { error: '时长要在 1 分到 24 小时之间' })}
      />
      <Field
        label="几分"
        kind="number"
        value={amount.rest}
        onChange={(rest) => onChange({ ...amount, rest })}
        most={2}
        optional
      />
    </>
  )
}

type EnterProps = { person: string; name: string; shift?: Shift; onClose: () => void }

function Enter({ person, name, shift, onClose }: EnterProps) {
  const enter = useEnterHours()
  const [day, setDay] = useState(shift ? dayOf(shift.startsAt) : today())
  const [amount, setAmount] = useState(amountOf(shift ? minutesOf(shift) : null))
  const [what, setWhat] = useState(shift?.title ?? '')
  const [tried, setTried] = useState(false)
  const send = () => {
    const minutes = wholeOf(amount)
    const complete = day !== '' && minutes !== null && what.trim() !== ''
    setTried(!complete)
    if (!complete) return
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
      title={`给${name}记时长`}
      subtitle="记了以后，要另一位同事确认才算数"
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
      <HowLong amount={amount} onChange={setAmount} tried={tried} />
    </Page>
  )
}

type CorrectProps = { name: string; entry: HoursEntry; onClose: () => void }

/** The difference is an entry of its own, which a second person confirms: what was confirmed stays as it is. */
function Correct({ name, entry, onClose }: CorrectProps) {
  const correct = useCorrectHours()
  const [sign, setSign] = useState<'more' | 'less'>('less')
  const [amount, setAmount] = useState(amountOf(null))
  const [what, setWhat] = useState(entry.what)
  const [tried, setTried] = useState(false)
  const send = () => {
    const whole = wholeOf(amount)
    const complete = whole !== null && what.trim() !== ''
    setTried(!complete)
    if (!complete) return
    const minutes = sign === 'more' ? whole : -whole
    correct.submit(
      { entry: entry.id, minutes, what: what.trim() },
      {
        done: () => {
          showToast(`${name}，${minutesSaid(minutes)}，记上了，等另一位同事确认`)
          onClose()
        },
      },
    )
  }
  const whatError =
    (tried && !what.trim() && '请写做了什么') ||
    (wrongField(correct.error) === 'what' && '请写短一点，最多 40 个字')
  return (
    <Page
      wide
      title={`更正${name}的时长`}
      subtitle="原来的不动，另记一条差多少，要另一位同事确认"
      action={
        <>
          <Submitted of={correct} />
          <Button label="记上更正" busy={correct.busy || correct.waiting} onTap={send} />
          <Button label="返回" look="quiet" onTap={onClose} />
        </>
      }
    >
      <Figure
        label={entry.what}
        value={minutesSaid(entry.minutes)}
        reason={daySaid(entry.day, today())}
      />
      <Choice
        label="加上还是扣掉"
        options={[
          { value: 'less', label: '扣掉', detail: '记多了' },
          { value: 'more', label: '加上', detail: '记少了' },
        ]}
        value={sign}
        onChange={setSign}
      />
      <HowLong amount={amount} onChange={setAmount} tried={tried} />
      <Field
        label="做了什么，为什么更正"
        hint="他也看得到，比如：帮厨，提前走了"
        value={what}
        onChange={setWhat}
        most={40}
        {...(whatError && { error: whatError })}
      />
    </Page>
  )
}
