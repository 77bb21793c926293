import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { CallButton } from '@/src/design/CallButton'
import { Choice } from '@/src/design/Choice'
import { Field } from '@/src/design/Field'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { useRangSealed } from '@/src/queries/sealedCases'
import { Submitted } from '@/src/queries/Submitted'
import type { SealedContentShown } from '@/types/shared/sealedCases'
import { StarsSaid } from '../../../components/StarsSaid'

type RangProps = {
  one: SealedContentShown
  onDone: (next: SealedContentShown) => void
  onBack: () => void
}

const answers = [
  { value: 'solved', label: '办好了' },
  { value: 'notSolved', label: '没有办好', detail: '再回到您这里办，也会告诉上一级' },
  { value: 'notReached', label: '没有打通', detail: '过一会儿再打' },
] as const

/** The mediator calls who telephoned and has no record, and puts down what they say of it. */
export function Rang({ one, onDone, onBack }: RangProps) {
  const rang = useRangSealed()
  const [answer, setAnswer] = useState<(typeof answers)[number]['value']>()
  const [words, setWords] = useState('')
  const [stars, setStars] = useState<number>()
  const [tried, setTried] = useState(false)
  const { reporter } = one
  const missing = answer === 'notSolved' && words.trim() === ''
  const send = () => {
    setTried(true)
    if (answer === undefined || missing) return
    rang.submit(
      {
        ...{ case: one.id, rev: one.rev, answer, words: words.trim() },
        ...(answer === 'solved' && stars !== undefined && { stars }),
      },
      { done: onDone },
    )
  }
  return (
    <Page
      title="打电话告诉来电的人"
      subtitle="记下的话只有调解员看得到"
      action={
        <>
          <Submitted of={rang} />
          <Button label="记下他怎么说" busy={rang.busy || rang.waiting} onTap={send} />
          <Button label="返回" look="quiet" onTap={onBack} />
        </>
      }
    >
      {reporter?.phone && <CallButton label={`打给${reporter.name}`} phone={reporter.phone} />}
      <Choice label="他怎么说" options={answers} value={answer} onChange={setAnswer} />
      {tried && answer === undefined && <Notice kind="error" label="请选他怎么说" />}
      {answer === 'solved' && <StarsSaid value={stars} onChange={setStars} />}
      <Field
        label={answer === 'notSolved' ? '哪里没有办好' : '他还说了什么'}
        optional={answer !== 'notSolved'}
        most={300}
        value={words}
        onChange={setWords}
        {...(tried && missing && { error: '请写一句哪里没有办好' })}
      />
    </Page>
  )
}
