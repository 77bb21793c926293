import { View } from '@tarojs/components'
import { now } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Drawing } from '@/src/design/Drawing'
import { Figure } from '@/src/design/Figure'
import { Heading } from '@/src/design/Heading'
import { Page } from '@/src/design/Page'
import { Speak } from '@/src/design/Speak'
import { goTo } from '@/src/routes'
import { nextStartOf } from '@/src/words/activities'
import { whenSaid } from '@/src/words/time'
import type { Registration } from '@/types/activities'
import { Remind } from '@/src/pages/centre/components/Remind'

type SignedUpProps = {
  registration: Registration
  /** Whether it is the person who holds the phone. */
  self: boolean
  onClose: () => void
}

/** What came of it, in one look: in, in line, or in the draw. */
const outcome = ({ state, position }: Registration, who: string): string => {
  if (state === 'waiting') return `${who}排在第 ${position ?? 1} 位`
  return state === 'entered' ? `${who}报上了，等抽签` : `${who}报上了`
}

const nextSteps = ({ state, cancelUntil }: Registration): readonly string[] => {
  if (state === 'waiting')
    return [
      '前面有人不来，就自动轮到您，马上告诉您，不用再点。',
      '开始前两小时还没轮到，有位子时工作人员会打电话给您。',
      '不想等了，在“我的报名”里点“不排了”。',
    ]
  if (state === 'entered') return ['先报后报都一样。抽完签马上告诉您，不用守着。']
  const at = now()
  return [
    '到了以后，扫活动屏幕上的码签到，或者给工作人员看会员码。',
    ...(at < cancelUntil ? [`来不了，请在 ${whenSaid(cancelUntil, at)} 前取消，让给别人。`] : []),
  ]
}

/** What a sign-up came to and what happens next; here, and only here, WeChat's reminder is offered. */
export function SignedUp({ registration, self, onClose }: SignedUpProps) {
  const { title, placeName, person, state } = registration
  const who = self ? (state === 'waiting' ? '您' : '') : person.name
  const when = whenSaid(nextStartOf(registration, now()), now())
  const steps = nextSteps(registration)
  const aloud = [outcome(registration, who), title, when, placeName, ...steps]
  return (
    <Page
      title={outcome(registration, who)}
      subtitle={title}
      aside={<Drawing name={state === 'in' ? 'check' : 'clock'} colour="pine" />}
      action={<Button label="知道了" onTap={onClose} />}
    >
      <Card label="什么时候，在哪里">
        <Figure label="什么时候" value={when} />
        <Figure label="在哪里" value={placeName} />
      </Card>
      <Card label="接下来">
        <Heading label="接下来" />
        {steps.map((step) => (
          <View key={step}>{step}</View>
        ))}
      </Card>
      <Speak label="读给我听" words={aloud.join('。')} />
      <Remind after="activity" />
      <Button label="看我的报名" look="quiet" onTap={() => goTo('mySignUps')} />
    </Page>
  )
}
