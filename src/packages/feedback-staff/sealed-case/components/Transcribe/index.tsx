import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Field } from '@/src/design/Field'
import { Page } from '@/src/design/Page'
import { Sound } from '@/src/packages/feedback/components/Sound'
import { useTranscribeSealed } from '@/src/queries/sealedCases'
import { Submitted } from '@/src/queries/Submitted'
import type { SealedContentShown } from '@/types/shared/sealedCases'

type TranscribeProps = {
  one: SealedContentShown
  voice: NonNullable<SealedContentShown['voice']>
  onDone: (next: SealedContentShown) => void
  onBack: () => void
}

/** What a voice message says, heard and written down by its mediator. */
export function Transcribe({ one, voice, onDone, onBack }: TranscribeProps) {
  const write = useTranscribeSealed()
  const [said, setSaid] = useState(voice.said ?? '')
  const [tried, setTried] = useState(false)
  const missing = said.trim() === ''
  const send = () => {
    setTried(true)
    if (missing) return
    write.submit({ case: one.id, rev: one.rev, said: said.trim() }, { done: onDone })
  }
  return (
    <Page
      title="把录音写成文字"
      subtitle="只有调解员和说的人看得到"
      action={
        <>
          <Submitted of={write} />
          <Button label="写好了" busy={write.busy || write.waiting} onTap={send} />
          <Button label="返回" look="quiet" onTap={onBack} />
        </>
      }
    >
      <Sound voice={{ ...voice, said: null }} unheard="" />
      <Field
        label="录音说的是"
        hint="方言也请写成普通话的意思，原来的录音一直都在"
        kind="lines"
        most={1000}
        value={said}
        onChange={setSaid}
        {...(tried && missing && { error: '请写下录音说了什么' })}
      />
    </Page>
  )
}
