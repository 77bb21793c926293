import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { today } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Choice } from '@/src/design/Choice'
import { Field } from '@/src/design/Field'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Stepper } from '@/src/design/Stepper'
import { showToast } from '@/src/design/Toast'
import { toTop } from '@/src/platform/toTop'
import { useProposals } from '@/src/queries/proposals'
import { useSaveMeeting, useStaffMeeting } from '@/src/queries/proposalsStaff'
import { usePublishers } from '@/src/queries/publishers'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { Submitted } from '@/src/queries/Submitted'
import { replaceBy } from '@/src/routes'
import type { MeetingDraft, MeetingForStaff } from '@/types/proposals'
import { addDays, dayOf, timeOf } from '@/types/shared/day'
import { useDraft, useDropWhenWaiting } from '@/src/queries/draft'
import { GoesOn } from '@/src/queries/GoesOn'

/** Calls a meeting, or changes one (`meeting`). */
export default function MeetingEdit() {
  const { meeting } = useRouter().params
  const reading = useStaffMeeting(meeting ?? '', { enabled: meeting !== undefined })
  if (meeting === undefined) return <Form />
  if (reading.data) return <Form known={reading.data} />
  return (
    <Page title="安排议事会">
      <Reading of={reading} failed="议事会没有打开">
        {() => null}
      </Reading>
    </Page>
  )
}

/** The form as it begins: a new one, or of a meeting that changes. */
const asKnown = (known: MeetingForStaff | undefined) => ({
  title: known?.title ?? '',
  placeName: known?.placeName ?? '',
  day: known ? dayOf(known.startsAt) : addDays(today(), 7),
  from: known ? timeOf(known.startsAt) : '09:00',
  until: known ? timeOf(known.endsAt) : '11:00',
  picked: known?.node,
  invites: known?.invites ?? ('residents' as MeetingDraft['invites']),
  seats: known?.seats ?? 30,
  chosen: known?.agenda.flatMap(({ proposal }) => proposal ?? []) ?? [],
  topics:
    known?.agenda.flatMap(({ proposal, title }) => (proposal === null ? [title] : [])).join('\n') ??
    '',
})

const steps = ['when', 'who', 'agenda'] as const

function Form({ known }: { known?: MeetingForStaff }) {
  const [before] = useState(() => asKnown(known))
  const draft = useDraft({ form: 'meeting', thing: known?.id }, before)
  const { typed, change, drop } = draft
  const { title, placeName, day, from, until, picked, invites, seats, chosen, topics } = typed
  const save = useSaveMeeting(draft.key)
  useDropWhenWaiting(save.waiting, drop)
  const { nodes } = usePublishers()
  const proposals = useProposals('open', { enabled: true })
  const [at, setAt] = useState(0)
  const [tried, setTried] = useState(false)
  const node = picked ?? nodes[0]?.id ?? ''
  const lines = topics
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const agenda = [
    ...chosen.map((proposal) => ({ proposal })),
    ...lines.map((topic) => ({ title: topic })),
  ]
  const tooLong = lines.some((topic) => topic.length > 60)
  const step = steps[at] ?? 'when'
  const wrongTimes = day === '' || from === '' || until === '' || until <= from
  const complete = {
    when: title.trim() !== '' && placeName.trim() !== '' && !wrongTimes,
    who: true,
    agenda: agenda.length > 0 && agenda.length <= 10 && !tooLong,
  }[step]
  const show = (next: number) => {
    setTried(false)
    setAt(next)
    toTop()
  }
  const goOn = () => {
    if (!complete) return setTried(true)
    if (step !== 'agenda') return show(at + 1)
    save.submit(
      {
        ...(known && { meeting: known.id, rev: known.rev }),
        draft: {
          ...{ title: title.trim(), placeName: placeName.trim(), node, day, from, until },
          ...{ seats, invites, agenda },
        },
      },
      {
        done: ({ id }) => {
          drop()
          showToast(known ? '改好了，请来的人会收到通知' : '定好了，请来的人会收到通知')
          replaceBy('staffMeeting', { meeting: id })
        },
        failed: ({ code }) => {
          if (['TimesWrong', 'InThePast'].includes(code)) show(0)
          if (code === 'FewerSeats') show(1)
        },
      },
    )
  }
  // Of a meeting that changes, also what is on it and not open any more.
  const onIt = known?.agenda.flatMap(({ proposal, title: label }) =>
    proposal === null ? [] : [{ value: proposal, label }],
  )
  return (
    <Page
      title={known ? '改议事会' : '安排议事会'}
      subtitle={`第 ${at + 1} 步，共 ${steps.length} 步`}
      action={
        <>
          <Submitted of={save} />
          <Button
            label={step === 'agenda' ? (known ? '存好' : '定下来，发通知') : '下一步'}
            busy={save.busy || save.waiting}
            onTap={goOn}
          />
          {at > 0 && <Button label="上一步" look="quiet" onTap={() => show(at - 1)} />}
        </>
      }
    >
      {step === 'when' && (
        <>
          <GoesOn of={draft} />
          <Field
            label="叫什么"
            hint="比如：十一月议事会"
            value={title}
            onChange={(next) => change({ title: next })}
            most={30}
            {...(tried && title.trim() === '' && { error: '请写一个名字' })}
          />
          <Field
            label="在哪里"
            hint="比如：二楼议事厅"
            value={placeName}
            onChange={(next) => change({ placeName: next })}
            most={40}
            {...(tried && placeName.trim() === '' && { error: '请写在哪里开' })}
          />
          <Field
            label="哪一天"
            kind="date"
            value={day}
            onChange={(next) => change({ day: next })}
          />
          <Field
            label="几点开始"
            kind="time"
            value={from}
            onChange={(next) => change({ from: next })}
          />
          <Field
            label="几点结束"
            kind="time"
            value={until}
            onChange={(next) => change({ until: next })}
            {...(tried && wrongTimes && { error: '请选好日子，结束要比开始晚' })}
          />
        </>
      )}
      {step === 'who' && (
        <>
          <Choice
            label="哪里的议事会"
            options={nodes.map(({ id, name }) => ({ value: id, label: name }))}
            value={node}
            onChange={(next) => change({ picked: next })}
          />
          <Choice
            label="请谁来"
            options={[
              {
                value: 'residents',
                label: '住在这里的居民都能报名',
                detail: '住在这里、用小程序的居民都会收到邀请',
              },
              { value: 'signers', label: '只请提案和联名的人' },
            ]}
            value={invites}
            onChange={(next) => change({ invites: next })}
          />
          <Stepper
            label="位置"
            value={seats}
            onChange={(next) => change({ seats: next })}
            least={2}
            most={300}
            unit="个"
          />
        </>
      )}
      {step === 'agenda' && (
        <>
          <Reading of={proposals} failed="提案没有打开">
            {(open) => {
              const all = new Map(
                [
                  ...(onIt ?? []),
                  ...open.map(({ id, title: label }) => ({ value: id, label })),
                ].map((one) => [one.value, one]),
              )
              return all.size === 0 ? (
                <View>现在没有在联名的提案，下面写要议的事。</View>
              ) : (
                <>
                  <Choice
                    many
                    label="议哪几个提案"
                    options={[...all.values()]}
                    value={chosen}
                    onChange={(next) => change({ chosen: next })}
                  />
                  <ReadOn of={proposals} />
                </>
              )
            }}
          </Reading>
          <Field
            label="还要议什么"
            kind="lines"
            hint="一行写一件"
            value={topics}
            onChange={(next) => change({ topics: next })}
            optional
            {...(tooLong && { error: '一件最多 60 个字，请写短一点' })}
          />
          {tried && !complete && !tooLong && (
            <Notice kind="error" label="请选 1 到 10 件要议的事" />
          )}
        </>
      )}
    </Page>
  )
}
