import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Choice } from '@/src/design/Choice'
import { Field } from '@/src/design/Field'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { showToast } from '@/src/design/Toast'
import { toTop } from '@/src/platform/toTop'
import { Reading } from '@/src/queries/Reading'
import { Submitted } from '@/src/queries/Submitted'
import { useOpenCount, useOwnersCount } from '@/src/queries/votesStaff'
import { replaceBy } from '@/src/routes'
import type { VoteForStaff } from '@/types/votes'
import { PickNode } from '../components/PickNode'
import { momentOf, Until, type Moment } from '../components/Until'
import { useDraft, useDropWhenWaiting } from '@/src/queries/draft'
import { GoesOn } from '@/src/queries/GoesOn'

const turnouts = [
  { value: '2', label: '三分之二以上', detail: '按人数和面积，两样都要' },
  { value: '1', label: '一半以上', detail: '按人数和面积，两样都要' },
] as const

const yesses = [
  { value: '3', label: '四分之三以上', detail: '在参加的人里算，人数和面积都要' },
  { value: '2', label: '三分之二以上', detail: '在参加的人里算，人数和面积都要' },
  { value: '1', label: '一半以上', detail: '在参加的人里算，人数和面积都要' },
] as const

/** Of 2 of 3 the value is 2; of 3 of 4 it is 3; of a half it is 1. */
const shareOf = (value: '1' | '2' | '3') => {
  const numerator = Number(value)
  return { numerator, denominator: numerator + 1 }
}

/** The form as it begins: with nothing, or with what was counted before. */
const asBefore = (before: VoteForStaff | undefined) => ({
  question: before?.question ?? '',
  explanation: before?.explanation ?? '',
  node: before?.node ?? '',
  until: { day: '', time: '' } as Moment,
  turnout: '2' as '1' | '2',
  yes: '3' as '1' | '2' | '3',
})

/** A count among the owners of a building, such as for a lift; `copy` is an earlier one whose owners it begins with. */
export default function OwnersCountOpen() {
  const { copy = '' } = useRouter().params
  const reading = useOwnersCount(copy)
  if (copy === '') return <Form />
  return (
    <Reading of={reading} failed="上次的点算没有打开">
      {({ vote }) => <Form before={vote} />}
    </Reading>
  )
}

function Form({ before }: { before?: VoteForStaff }) {
  const { proposal = before?.proposal ?? undefined } = useRouter().params
  const [begin] = useState(() => asBefore(before))
  const draft = useDraft({ form: 'count', thing: before?.id ?? proposal }, begin)
  const { change, drop } = draft
  const { question, explanation, node, until, turnout, yes } = draft.typed
  const open = useOpenCount(draft.key)
  useDropWhenWaiting(open.waiting, drop)
  const [second, setSecond] = useState(false)
  const [tried, setTried] = useState(false)
  const ends = momentOf(until)
  const show = (next: boolean) => {
    setTried(false)
    setSecond(next)
    toTop()
  }
  const send = () => {
    setTried(true)
    if (node === '' || ends === null) return
    open.submit(
      {
        draft: {
          node,
          question: question.trim(),
          explanation: explanation.trim(),
          until: ends,
          rules: { turnout: shareOf(turnout), yes: shareOf(yes) },
          ...(proposal !== undefined && { proposal }),
          ...(before && { copy: before.id }),
        },
      },
      {
        done: ({ id }) => {
          drop()
          showToast(before ? '开好了，名单照上次的' : '开好了，接着录业主')
          replaceBy('ownersCount', { id })
        },
        failed: ({ code }) => code === 'TextRefused' && show(false),
      },
    )
  }
  const missing = question.trim() === ''
  return (
    <Page
      wide
      title="业主点算"
      subtitle={second ? '哪一栋、到什么时候' : '问什么、怎么算'}
      action={
        <>
          <Submitted of={open} />
          {second ? (
            <Button
              label={before ? '开好，看名单' : '开好，录业主'}
              busy={open.busy || open.waiting}
              onTap={send}
            />
          ) : (
            <Button label="下一步" onTap={() => (missing ? setTried(true) : show(true))} />
          )}
          {second && <Button label="上一步" look="quiet" onTap={() => show(false)} />}
        </>
      }
    >
      {second ? (
        <>
          {before ? (
            <Notice label={`${before.nodeName}，业主照上次的名单`}>开始收意见以前还能改。</Notice>
          ) : (
            <PickNode
              label="哪一栋楼"
              kinds={['building']}
              value={node}
              onChange={(next) => change({ node: next })}
              {...(tried && node === '' && { error: '请选一栋楼' })}
            />
          )}
          <Until
            word="结束"
            value={until}
            onChange={(next) => change({ until: next })}
            {...(tried && ends === null && { error: '请填结束的日子和时间' })}
          />
        </>
      ) : (
        <>
          <GoesOn of={draft} />
          <Field
            label="什么事"
            hint="比如：二单元加装电梯"
            most={60}
            value={question}
            onChange={(next) => change({ question: next })}
            {...(tried && missing && { error: '请写上是什么事' })}
          />
          <Field
            label="说明"
            kind="lines"
            optional
            most={1000}
            value={explanation}
            onChange={(next) => change({ explanation: next })}
          />
          <Choice
            label="多少业主参加才有效"
            options={turnouts}
            value={turnout}
            onChange={(next) => change({ turnout: next })}
          />
          <Choice
            label="多少同意才够"
            options={yesses}
            value={yes}
            onChange={(next) => change({ yes: next })}
          />
          <Notice label="这里算出来的是草稿">算数的是业主签了字的那张纸。</Notice>
        </>
      )}
    </Page>
  )
}
