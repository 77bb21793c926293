import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { showToast } from '@/src/design/Toast'
import { FindPerson } from '@/src/packages/residents-staff/components/FindPerson'
import { choosePicture } from '@/src/platform/chooseFile'
import { useCoSignOnPaper } from '@/src/queries/proposalsStaff'
import { Submitted } from '@/src/queries/Submitted'
import { Uploaded } from '@/src/queries/Uploaded'
import { useUpload } from '@/src/queries/uploads'
import type { PersonLine } from '@/types/residents'

type PaperProps = { proposal: { id: string; title: string; count: number }; onClose: () => void }

/** A signature on paper: who signed, and a picture of the form. */
export function Paper({ proposal, onClose }: PaperProps) {
  const sign = useCoSignOnPaper()
  const upload = useUpload('coSignForm')
  const [person, setPerson] = useState<PersonLine>()
  const [form, setForm] = useState<string>()
  const choose = async () => upload.send(await choosePicture(), setForm)
  const send = () => {
    if (!person || form === undefined) return
    sign.submit(
      { proposal: proposal.id, person: person.id, form },
      {
        done: ({ count }) => {
          showToast(`录好了，现在 ${count} 人联名`)
          setPerson(undefined)
          setForm(undefined)
        },
      },
    )
  }
  if (!person)
    return (
      <Page
        title="录入纸质联名"
        subtitle={`${proposal.title} · 现在 ${proposal.count} 人`}
        action={<Button label="录完了" look="quiet" onTap={onClose} />}
      >
        <Notice label="只录本人签了字的">记录上会写明是您录的，表要拍照存下来。</Notice>
        <FindPerson label="谁签的字" onPick={setPerson} />
      </Page>
    )
  return (
    <Page
      title={`${person.name}签的字`}
      subtitle={proposal.title}
      action={
        <>
          <Submitted of={sign} />
          {form === undefined ? (
            <Button
              label="拍签字表"
              drawing="camera"
              busy={upload.busy}
              onTap={() => void choose()}
            />
          ) : (
            <Button label="录入" busy={sign.busy || sign.waiting} onTap={send} />
          )}
          <Button label="换一个人" look="quiet" onTap={() => setPerson(undefined)} />
        </>
      }
    >
      <Uploaded what="签字表" of={upload} />
      {form === undefined ? (
        <Notice label="请拍下他签字的那张表，字要看得清" />
      ) : (
        <Notice kind="done" label="签字表传好了" />
      )}
    </Page>
  )
}
