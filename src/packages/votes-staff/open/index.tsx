import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { now } from '@/src/api/clock'
import { wrongField } from '@/src/api/wrongField'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Choice } from '@/src/design/Choice'
import { Field } from '@/src/design/Field'
import { Figure } from '@/src/design/Figure'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { showToast } from '@/src/design/Toast'
import { toTop } from '@/src/platform/toTop'
import { Reading } from '@/src/queries/Reading'
import { Submitted } from '@/src/queries/Submitted'
import { useOpenVote, usePreview } from '@/src/queries/votesStaff'
import { replaceBy } from '@/src/routes'
import { wordsIn } from '@/src/words/address'
import { rulesSaid, timesSaid } from '@/src/words/votes'
import { mostOptions } from '@/types/shared/voteLimits'
import type { VoteRules } from '@/types/votes'
import { PickNode } from '../components/PickNode'
import { momentOf, Until, type Moment } from '../components/Until'
import { useDraft, useDropWhenWaiting } from '@/src/queries/draft'
import { GoesOn } from '@/src/queries/GoesOn'

const steps = ['what', 'where', 'when', 'rules', 'check'] as const
type Step = (typeof steps)[number]

const titles: Readonly<Record<Step, string>> = {
  what: '问大家什么',
  where: '谁来投',
  when: '投到什么时候',
  rules: '怎么算通过',
  check: '再看一遍',
}

const share = (value: string) => {
  const [numerator = 1, denominator = 2] = value.split('/').map(Number)
  return { numerator, denominator }
}

const quorums = [
  { value: '2/3', label: '三分之二的住户' },
  { value: '1/2', label: '一半的住户' },
  { value: '1/3', label: '三分之一的住户' },
  { value: '0/1', label: '不限' },
]

const majorities = [
  { value: '1/2>', label: '超过一半', detail: '正好一半不算' },
  { value: '2/3', label: '三分之二以上', detail: '正好三分之二也算' },
  { value: '3/4', label: '四分之三以上', detail: '正好四分之三也算' },
]

const unwritten = (question: string) => ({
  ...{ question, explanation: '', kind: 'yesNo' as 'yesNo' | 'options', typed: '', node: '' },
  starts: 'now' as 'now' | 'later',
  from: { day: '', time: '' } as Moment,
  until: { day: '', time: '' } as Moment,
  ...{ quorum: '1/2', majority: '1/2>' },
})

/** A new vote: what, where, until when, by which rules; then all of it once more, since none of it changes later. */
export default function VoteOpen() {
  const { proposal, question: asked } = useRouter().params
  const draft = useDraft({ form: 'vote', thing: proposal }, unwritten(wordsIn(asked)))
  const { change, drop } = draft
  const { question, explanation, kind, typed, node, starts, from, until, quorum, majority } =
    draft.typed
  const open = useOpenVote(draft.key)
  useDropWhenWaiting(open.waiting, drop)
  const [at, setAt] = useState(0)
  const [tried, setTried] = useState(false)
  const step = steps[at] ?? 'what'
  const options =
    kind === 'yesNo'
      ? []
      : typed
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean)
  const wrongOptions =
    kind === 'options' &&
    (options.length < 2 ||
      options.length > mostOptions ||
      new Set(options).size < options.length ||
      options.some((option) => option.length > 30))
  const begins = starts === 'now' ? now() : momentOf(from)
  const ends = momentOf(until)
  const rules: VoteRules = {
    quorum: share(quorum),
    majority: share(majority.replace('>', '')),
    moreThan: majority.endsWith('>'),
  }
  const complete: Readonly<Record<Step, boolean>> = {
    what: question.trim() !== '' && !wrongOptions,
    where: node !== '',
    when: begins !== null && ends !== null,
    rules: true,
    check: true,
  }
  const show = (next: number) => {
    setTried(false)
    setAt(next)
    toTop()
  }
  const goOn = () => (complete[step] ? show(at + 1) : setTried(true))
  const send = () => {
    if (begins === null || ends === null) return
    open.submit(
      {
        draft: {
          node,
          question: question.trim(),
          explanation: explanation.trim(),
          options,
          from: begins,
          until: ends,
          rules,
          ...(proposal !== undefined && { proposal }),
        },
      },
      {
        done: ({ id }) => {
          drop()
          showToast('开始了，居民现在能看到')
          replaceBy('staffVote', { id })
        },
        failed: (error) => {
          if (error.code === 'TextRefused' || wrongField(error)?.startsWith('draft.question'))
            show(0)
          if (error.code === 'TooShort' || error.code === 'TooLong') show(2)
        },
      },
    )
  }
  return (
    <Page
      wide
      title={titles[step]}
      subtitle={`第 ${at + 1} 步，共 ${steps.length} 步`}
      action={
        <>
          <Submitted of={open} />
          {step === 'check' ? (
            <Button label="就这样，开始表决" busy={open.busy || open.waiting} onTap={send} />
          ) : (
            <Button label="下一步" onTap={goOn} />
          )}
          {at > 0 && <Button label="上一步" look="quiet" onTap={() => show(at - 1)} />}
        </>
      }
    >
      {step === 'what' && (
        <>
          <GoesOn of={draft} />
          <Field
            label="问题"
            hint="一句话，比如：晚上十点以后关西门，好不好？"
            most={60}
            value={question}
            onChange={(next) => change({ question: next })}
            {...(tried && question.trim() === '' && { error: '请写上问大家什么' })}
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
            label="怎么答"
            options={[
              { value: 'yesNo', label: '同意、不同意' },
              { value: 'options', label: '几样里选一样' },
            ]}
            value={kind}
            onChange={(next) => change({ kind: next })}
          />
          {kind === 'options' && (
            <Field
              label="有哪几样"
              kind="lines"
              hint={`一行一样，2 到 ${mostOptions} 样`}
              most={200}
              value={typed}
              onChange={(next) => change({ typed: next })}
              {...(tried &&
                wrongOptions && {
                  error: `请写 2 到 ${mostOptions} 样，每样不超过 30 个字，不要重复`,
                })}
            />
          )}
        </>
      )}
      {step === 'where' && (
        <PickNode
          label="哪里的住户投"
          kinds={['community', 'grid', 'microgrid', 'building']}
          value={node}
          onChange={(next) => change({ node: next })}
          {...(tried && node === '' && { error: '请选一个范围' })}
        />
      )}
      {step === 'when' && (
        <>
          <Choice
            label="什么时候开始"
            options={[
              { value: 'now', label: '现在就开始' },
              { value: 'later', label: '先公布，过几天开始' },
            ]}
            value={starts}
            onChange={(next) => change({ starts: next })}
          />
          {starts === 'later' && (
            <Until
              word="开始"
              value={from}
              onChange={(next) => change({ from: next })}
              {...(tried && begins === null && { error: '请填开始的日子和时间' })}
            />
          )}
          <Until
            word="结束"
            value={until}
            onChange={(next) => change({ until: next })}
            {...(tried && ends === null && { error: '请填结束的日子和时间' })}
          />
        </>
      )}
      {step === 'rules' && (
        <>
          <Choice
            label="多少住户参加才有效"
            options={quorums}
            value={quorum}
            onChange={(next) => change({ quorum: next })}
          />
          <Choice
            label="多少票才算通过"
            hint="在投了票的住户里算"
            options={majorities}
            value={majority}
            onChange={(next) => change({ majority: next })}
          />
        </>
      )}
      {step === 'check' && begins !== null && ends !== null && (
        <>
          <Card label="要问大家的">
            <Figure label="问题" value={question} />
            <View>{(options.length === 0 ? ['同意', '不同意'] : options).join('、')}</View>
            <View>{timesSaid({ from: begins, until: ends }, now())}</View>
            <View>{rulesSaid(rules)}。</View>
          </Card>
          <Households node={node} />
          <Notice kind="warn" label="开始以后，问题、规矩和名单都不能再改">
            名单是现在登记了门牌的住户。之后登记的，这一次不能投。
          </Notice>
        </>
      )}
    </Page>
  )
}

/** How many households would have a vote. */
function Households({ node }: { node: string }) {
  return (
    <Reading of={usePreview(node)} failed="户数没有数出来">
      {({ households, withVoter }) => (
        <Figure
          label="有票的住户"
          value={`${households} 户`}
          reason={`其中 ${withVoter} 户已经有确认过身份的大人；其余的结束前确认也能投`}
        />
      )}
    </Reading>
  )
}
