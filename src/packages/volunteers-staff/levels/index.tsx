import { View } from '@tarojs/components'
import { useState } from 'react'
import { wrongField } from '@/src/api/wrongField'
import { Button } from '@/src/design/Button'
import { Field } from '@/src/design/Field'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Row, Rows } from '@/src/design/Row'
import { Sheet } from '@/src/design/Sheet'
import { Stepper } from '@/src/design/Stepper'
import { showToast } from '@/src/design/Toast'
import { toTop } from '@/src/platform/toTop'
import { Reading } from '@/src/queries/Reading'
import { Submitted } from '@/src/queries/Submitted'
import { useLevels, useSaveLevels } from '@/src/queries/volunteerRecords'
import { cachedAt } from '@/src/queries/when'
import { minutesSaid } from '@/src/words/volunteers'
import type { LevelStep } from '@/types/volunteers'

/** As many as one table holds. */
const mostSteps = 10

const anHour = 60

/** The table of levels: what each asks for, one level a page to change it. */
export default function VolunteerLevels() {
  const reading = useLevels()
  const cached = cachedAt(reading)
  const [editing, setEditing] = useState<number>()
  const edit = (next: number | undefined) => {
    setEditing(next)
    toTop()
  }
  const steps = reading.data?.steps ?? []
  if (editing !== undefined)
    return (
      <StepForm
        steps={steps}
        rev={reading.data?.rev ?? 0}
        number={editing}
        onDone={() => edit(undefined)}
      />
    )
  return (
    <Page
      wide
      title="志愿者等级"
      subtitle="时长和培训都够了，才到这一级"
      {...(cached && { cachedAt: cached })}
      {...(steps.length > 0 &&
        steps.length < mostSteps && {
          action: <Button label="加一级" drawing="plus" onTap={() => edit(steps.length)} />,
        })}
    >
      <Reading of={reading} failed="等级表没有打开">
        {() => (
          <>
            <Notice label="改了马上算">每个人的等级按新的表重新算，时长和培训都不变。</Notice>
            <Rows label="等级">
              {steps.map((step, number) => (
                <Row
                  key={step.name}
                  label={step.name}
                  detail={`${minutesSaid(step.minutes)}，${step.trainings} 次培训`}
                  drawing="book"
                  colour="gold"
                  onTap={() => edit(number)}
                />
              ))}
            </Rows>
          </>
        )}
      </Reading>
    </Page>
  )
}

type StepProps = {
  steps: readonly LevelStep[]
  /** The table as it was read. */
  rev: number
  number: number
  onDone: () => void
}

/** One level of the table; behind the last it is a new one. */
function StepForm({ steps, rev, number, onDone }: StepProps) {
  const save = useSaveLevels()
  // Read again under the form, it would not be what was opened.
  const [opened] = useState(rev)
  const known = steps[number]
  const before = steps[number - 1]
  const [name, setName] = useState(known?.name ?? '')
  const [hours, setHours] = useState(known ? String(Math.floor(known.minutes / anHour)) : '')
  const [trainings, setTrainings] = useState(known?.trainings ?? before?.trainings ?? 0)
  const [tried, setTried] = useState(false)
  const [removing, setRemoving] = useState(false)
  const send = (next: readonly LevelStep[]) =>
    save.submit(
      { steps: [...next], rev: opened },
      {
        done: () => {
          showToast('改好了，等级已经按新的算')
          onDone()
        },
      },
    )
  const keep = () => {
    const complete = name.trim() !== '' && hours !== ''
    setTried(!complete)
    if (!complete) return
    const step = { name: name.trim(), minutes: Number(hours) * anHour, trainings }
    send([...steps.slice(0, number), step, ...steps.slice(number + 1)])
  }
  const nameError =
    (tried && name.trim() === '' && '请写等级的名字') ||
    (wrongField(save.error)?.endsWith('.name') && '请写短一点，最多 10 个字')
  return (
    <Page
      wide
      title={known ? `改${known.name}` : '加一级'}
      action={
        <>
          <Submitted of={save} />
          <Button label="存下来" busy={save.busy || save.waiting} onTap={keep} />
          <Button label="返回" look="quiet" onTap={onDone} />
        </>
      }
    >
      <Field
        label="叫什么"
        hint="比如：一星"
        value={name}
        onChange={setName}
        most={10}
        {...(nameError && { error: nameError })}
      />
      <Field
        label="一共要做多少小时"
        kind="number"
        value={hours}
        onChange={setHours}
        most={5}
        {...(tried && hours === '' && { error: '请填小时数，不要求就填 0' })}
      />
      <Stepper
        label="要几次培训"
        unit="次"
        least={0}
        most={100}
        value={trainings}
        onChange={setTrainings}
      />
      {known && steps.length > 1 && (
        <Button label={`去掉${known.name}`} look="quiet" onTap={() => setRemoving(true)} />
      )}
      {known && removing && (
        <Sheet
          label={`去掉${known.name}吗？`}
          yes={{
            label: '是的，去掉',
            danger: true,
            busy: save.busy,
            onTap: () => send(steps.filter((_, one) => one !== number)),
          }}
          back={save.waiting ? '知道了' : '留着'}
          onBack={() => setRemoving(false)}
        >
          <View>到了这一级的人，等级马上按剩下的表重新算。</View>
          <Submitted of={save} />
        </Sheet>
      )}
    </Page>
  )
}
