import { View } from '@tarojs/components'
import { today } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Drawing } from '@/src/design/Drawing'
import { Figure } from '@/src/design/Figure'
import { Heading } from '@/src/design/Heading'
import { Page } from '@/src/design/Page'
import { Speak } from '@/src/design/Speak'
import { Remind } from '@/src/pages/centre/components/Remind'
import { numberSaid } from '@/src/words/haircuts'
import { clockSaid, daySaid } from '@/src/words/time'
import type { Ticket } from '@/types/haircuts'
import { dayOf } from '@/types/shared/day'

type BookedProps = {
  ticket: Ticket
  self: boolean
  /** Staff did it for somebody who stands beside them: WeChat's reminder is not theirs to accept. */
  staff: boolean
  onClose: () => void
}

const nextSteps = ({ number, priority }: Ticket): readonly string[] =>
  number === null
    ? ['前面有人不来，就自动轮到您，马上告诉您，不用再点。', '不想等了，在“每月义剪”里点“不排了”。']
    : [
        '到了以后，跟现场的工作人员说您的号或者名字。',
        '前面还有两位时会告诉您，大屏幕上也看得到。',
        ...(priority ? ['高龄老人到了先理，不用久等。'] : []),
        '来不了，请早点在这里取消，让给别人。',
      ]

/** The number, as large as the page allows, and what happens next; here, and only here, WeChat's reminder is offered. */
export function Booked({ ticket, self, staff, onClose }: BookedProps) {
  const { person, number, placeName, startsAt } = ticket
  const who = self ? '' : person.name
  const title = number === null ? `${who}排上候补了` : `${who}取好号了`
  const day = daySaid(dayOf(startsAt), today())
  const time = `${clockSaid(startsAt)} 左右`
  const steps = nextSteps(ticket)
  return (
    <Page
      title={title}
      aside={<Drawing name={number === null ? 'clock' : 'check'} colour="pine" />}
      action={<Button label="知道了" onTap={onClose} />}
    >
      <Card label="号、时间和地方">
        <Figure label={number === null ? '候补' : '号'} value={numberSaid(ticket)} />
        <Figure label="哪一天" value={day} />
        <Figure label="几点" value={time} />
        <Figure label="在哪里" value={placeName} />
      </Card>
      <Card label="接下来">
        <Heading label="接下来" />
        {steps.map((step) => (
          <View key={step}>{step}</View>
        ))}
      </Card>
      <Speak
        label="读给我听"
        words={[title, numberSaid(ticket), day, time, placeName, ...steps].join('。')}
      />
      {!staff && <Remind after="haircut" />}
    </Page>
  )
}
