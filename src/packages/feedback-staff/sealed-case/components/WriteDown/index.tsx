import { useState } from 'react'
import { wrongField } from '@/src/api/wrongField'
import { Button } from '@/src/design/Button'
import { Choice } from '@/src/design/Choice'
import { Field } from '@/src/design/Field'
import { Page } from '@/src/design/Page'
import { Photo, type Picture } from '@/src/packages/canteen-staff/components/Photo'
import { useSealedStep } from '@/src/queries/sealedCases'
import { Submitted } from '@/src/queries/Submitted'
import { useUpload } from '@/src/queries/uploads'
import { mediatorSteps } from '@/src/words/sealedCases'
import { wordsFor } from '@/src/api/words'
import type { MediatorStep, SealedContentShown } from '@/types/shared/sealedCases'

type WriteDownProps = {
  one: SealedContentShown
  onDone: (next: SealedContentShown) => void
  onBack: () => void
}

const kinds = Object.keys(mediatorSteps) as MediatorStep[]

/** What the mediator did: for their record, and perhaps a sentence for the resident. */
export function WriteDown({ one, onDone, onBack }: WriteDownProps) {
  const write = useSealedStep()
  const upload = useUpload('casePhoto')
  const active = one.state === 'open' || one.state === 'taken'
  const [kind, setKind] = useState<MediatorStep>(active ? 'intake' : 'followUp')
  const [record, setRecord] = useState('')
  const [told, setTold] = useState('')
  const [paper, setPaper] = useState<Picture | null>(null)
  const [followUp, setFollowUp] = useState(one.followUp ?? '')
  const [tried, setTried] = useState(false)
  const missing = record.trim() === ''
  const noPaper = kind === 'agreement' && paper === null
  const wrong = write.error ? wrongField(write.error) : undefined
  const send = () => {
    setTried(true)
    if (missing || noPaper) return
    write.submit(
      {
        ...{ case: one.id, rev: one.rev, kind },
        ...{ record: record.trim(), told: told.trim() },
        ...(paper && { papers: [paper.file] }),
        followUp: followUp === '' ? null : followUp,
      },
      { done: onDone },
    )
  }
  return (
    <Page
      title="记下办了什么"
      subtitle="记录只有调解员看得到"
      action={
        <>
          <Submitted of={write} />
          <Button label="记下" busy={write.busy || write.waiting} off={upload.busy} onTap={send} />
          <Button label="返回" look="quiet" onTap={onBack} />
        </>
      }
    >
      {active && (
        <Choice
          label="办了什么"
          options={kinds.map((value) => ({ value, ...mediatorSteps[value] }))}
          value={kind}
          onChange={setKind}
        />
      )}
      <Field
        label="记录"
        hint="谈了什么、答应了什么，只有调解员看得到"
        kind="lines"
        most={1000}
        value={record}
        onChange={setRecord}
        {...(tried && missing && { error: '请写几个字，办了什么' })}
      />
      <Field
        label="写给居民的话"
        hint="居民会收到通知，看得到这一句"
        optional
        most={200}
        value={told}
        onChange={setTold}
      />
      {kind === 'agreement' && (
        <Photo
          label="协议的照片"
          why="把双方签了字的纸拍下来，只有调解员看得到。"
          picture={paper}
          upload={upload}
          onChange={setPaper}
          error={
            tried && noPaper
              ? '请拍一张协议的照片'
              : wrong === 'papers' && write.error
                ? wordsFor(write.error)
                : undefined
          }
        />
      )}
      <Field
        label="哪天回访"
        hint="到那天早上会提醒您"
        kind="date"
        optional
        value={followUp}
        onChange={setFollowUp}
      />
    </Page>
  )
}
