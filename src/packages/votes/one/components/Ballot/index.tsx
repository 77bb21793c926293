import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Choice } from '@/src/design/Choice'
import { Figure } from '@/src/design/Figure'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Speak } from '@/src/design/Speak'
import { toTop } from '@/src/platform/toTop'
import { Submitted } from '@/src/queries/Submitted'
import { useCast } from '@/src/queries/votes'
import type { VoteForMe } from '@/types/votes'

type BallotProps = { vote: VoteForMe; onDone: () => void }

type Step = 'choose' | 'confirm' | 'receipt'

/** One question, large answers; then once more in plain words; then the receipt. */
export function Ballot({ vote, onDone }: BallotProps) {
  const { id, question, options, mine } = vote
  const cast = useCast()
  const before = mine.ballot?.choice ?? null
  const [choice, setChoice] = useState(before === null ? undefined : String(before))
  const [step, setStep] = useState<Step>('choose')
  const [tried, setTried] = useState(false)
  const chosen = choice === undefined ? '' : (options[Number(choice)] ?? '')
  const show = (next: Step) => {
    setStep(next)
    toTop()
  }
  const send = () =>
    cast.submit({ vote: id, choice: Number(choice) }, { done: () => show('receipt') })
  const receipt = cast.value?.mine.ballot?.receipt
  switch (step) {
    case 'choose':
      return (
        <Page
          title={question}
          action={
            <>
              {tried && choice === undefined && (
                <Notice kind="error" label="请先选一个，再点“选好了”" />
              )}
              <Button
                label="选好了"
                onTap={() => (choice === undefined ? setTried(true) : show('confirm'))}
              />
              <Button label="先不投" look="quiet" onTap={onDone} />
            </>
          }
        >
          <Speak
            label="读给我听"
            words={`${question}。${options.map((option, i) => `第${i + 1}个，${option}`).join('。')}`}
          />
          <Choice
            label="您家选哪个"
            options={options.map((label, i) => ({ value: String(i), label }))}
            value={choice}
            onChange={setChoice}
          />
        </Page>
      )
    case 'confirm':
      return (
        <Page
          title="请再看一遍"
          subtitle={question}
          action={
            <>
              <Submitted of={cast} />
              <Button label="对，投这一票" busy={cast.busy || cast.waiting} onTap={send} />
              <Button label="不对，重新选" look="secondary" onTap={() => show('choose')} />
            </>
          }
        >
          <Figure label="您家投的是" value={chosen} />
          <View>这是您全家的一票。结束以前，您和家里的大人还能改，最后一次算数。</View>
          <Speak label="读给我听" words={`您家投的是：${chosen}。对的话，请点“对，投这一票”。`} />
        </Page>
      )
    case 'receipt':
      return (
        <Page title="投好了" subtitle={question} action={<Button label="知道了" onTap={onDone} />}>
          <Figure label="您家投的是" value={chosen} />
          {receipt && <Figure label="回执编号" value={receipt} />}
          <View>请记下编号，或者以后再来这里看。结束后按编号公布，别人不知道是谁家的。</View>
        </Page>
      )
  }
}
