import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Choice } from '@/src/design/Choice'
import { Field } from '@/src/design/Field'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { showToast } from '@/src/design/Toast'
import { toTop } from '@/src/platform/toTop'
import { useStaffMeeting, useWriteMinutes } from '@/src/queries/proposalsStaff'
import { Reading } from '@/src/queries/Reading'
import { Submitted } from '@/src/queries/Submitted'
import { replaceBy } from '@/src/routes'
import { decisionNames } from '@/src/words/proposals'
import { decisionKinds, type DecisionKind, type MeetingForStaff } from '@/types/proposals'
import { useDraft, useDropWhenWaiting } from '@/src/queries/draft'
import { GoesOn } from '@/src/queries/GoesOn'

const kinds = decisionKinds.map((value) => ({ value, label: decisionNames[value] }))

/** The minutes of a meeting: what was decided on each item, then what was said. */
export default function MeetingMinutes() {
  const { meeting = '' } = useRouter().params
  const reading = useStaffMeeting(meeting)
  if (reading.data) return <Form meeting={reading.data} />
  return (
    <Page title="会议纪要">
      <Reading of={reading} failed="议事会没有打开">
        {() => null}
      </Reading>
    </Page>
  )
}

interface Typed {
  kind: DecisionKind | undefined
  words: string
}

interface Written {
  rev: number
  words: string
  decisions: Readonly<Record<string, Typed>>
}

function Form({ meeting }: { meeting: MeetingForStaff }) {
  const { agenda, minutes } = meeting
  // Of the meeting as it was opened: who writes on an older one is told so.
  const [at, setAt] = useState(0)
  const [tried, setTried] = useState(false)
  const [before] = useState<Written>(() => ({
    rev: meeting.rev,
    words: minutes?.words ?? '',
    decisions: Object.fromEntries(
      agenda.map(({ id, decision }) => [
        id,
        { kind: decision?.kind, words: decision?.words ?? '' },
      ]),
    ),
  }))
  const draft = useDraft({ form: 'minutes', thing: meeting.id }, before)
  const { change, drop } = draft
  const { words, decisions } = draft.typed
  const write = useWriteMinutes(draft.key)
  useDropWhenWaiting(write.waiting, drop)
  const item = agenda[at]
  const typed = item && (decisions[item.id] ?? { kind: undefined, words: '' })
  const show = (next: number) => {
    setTried(false)
    setAt(next)
    toTop()
  }
  const put = (changed: Partial<Typed>) =>
    item && typed && change({ decisions: { ...decisions, [item.id]: { ...typed, ...changed } } })
  const goOn = () => {
    if (item) return typed?.kind === undefined ? setTried(true) : show(at + 1)
    if (words.trim() === '') return setTried(true)
    write.submit(
      {
        ...{ meeting: meeting.id, rev: before.rev, words: words.trim() },
        decisions: agenda.flatMap(({ id }) => {
          const { kind, words: said } = decisions[id] ?? { kind: undefined, words: '' }
          return kind === undefined ? [] : [{ item: id, kind, words: said.trim() }]
        }),
      },
      {
        done: () => {
          drop()
          showToast('纪要发布了，请来的人会收到通知')
          replaceBy('staffMeeting', { meeting: meeting.id })
        },
      },
    )
  }
  return (
    <Page
      title={item ? item.title : '会上说了什么'}
      subtitle={`第 ${at + 1} 步，共 ${agenda.length + 1} 步`}
      action={
        <>
          <Submitted of={write} />
          <Button
            label={item ? '下一步' : '发布纪要'}
            busy={write.busy || write.waiting}
            onTap={goOn}
          />
          {at > 0 && <Button label="上一步" look="quiet" onTap={() => show(at - 1)} />}
        </>
      }
    >
      {at === 0 && <GoesOn of={draft} />}
      {at === 0 && draft.typed.rev !== before.rev && (
        <Notice
          kind="warn"
          label="您上次写到一半以后，有人改过这次议事会。发布以前，请把每一步都看一遍"
        />
      )}
      {item && typed ? (
        <>
          <Choice
            label="结果"
            options={kinds}
            value={typed.kind}
            onChange={(kind) => put({ kind })}
          />
          <Field
            label="说明"
            hint="比如：二十三人同意，两人不同意"
            value={typed.words}
            onChange={(said) => put({ words: said })}
            most={200}
            optional
          />
          {tried && typed.kind === undefined && <Notice kind="error" label="请选一个结果" />}
        </>
      ) : (
        <Field
          label="会上说了什么"
          kind="lines"
          hint="居民都看得到，请不要写谁说了什么"
          value={words}
          onChange={(next) => change({ words: next })}
          most={2000}
          {...(tried && words.trim() === '' && { error: '请写几句' })}
        />
      )}
    </Page>
  )
}
