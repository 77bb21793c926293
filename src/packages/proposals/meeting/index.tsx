import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { now, today } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Figure } from '@/src/design/Figure'
import { Heading } from '@/src/design/Heading'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Row } from '@/src/design/Row'
import { Sheet } from '@/src/design/Sheet'
import { Speak } from '@/src/design/Speak'
import { Tag } from '@/src/design/Tag'
import { showToast } from '@/src/design/Toast'
import { Remind } from '@/src/pages/centre/components/Remind'
import { useJoinMeeting, useLeaveMeeting, useMeeting } from '@/src/queries/proposals'
import { Reading } from '@/src/queries/Reading'
import { Submitted } from '@/src/queries/Submitted'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { decisionNames, meetingSaid, taskSaid } from '@/src/words/proposals'
import { daySaid, spanSaid } from '@/src/words/time'
import type { MeetingShown } from '@/types/proposals'
import { dayOf } from '@/types/shared/day'

/** One meeting: when and where, what is talked about, what came of it, and who does it. */
export default function MeetingPage() {
  const { meeting = '' } = useRouter().params
  const reading = useMeeting(meeting)
  const cached = cachedAt(reading)
  const join = useJoinMeeting()
  const [leaving, setLeaving] = useState(false)
  const known = reading.data
  return (
    <Page
      title={known?.title ?? '议事会'}
      {...(cached && { cachedAt: cached })}
      action={
        known?.mayJoin && (
          <>
            <Submitted of={join} />
            <Button
              label="我来参加"
              drawing="check"
              busy={join.busy || join.waiting}
              onTap={() =>
                join.submit({ meeting: known.id }, { done: () => showToast('报好名了，到时见') })
              }
            />
          </>
        )
      }
    >
      <Reading of={reading} failed="议事会没有打开">
        {(shown) => <Shown meeting={shown} onLeave={() => setLeaving(true)} />}
      </Reading>
      {known && leaving && <Leave meeting={known} onBack={() => setLeaving(false)} />}
    </Page>
  )
}

function Shown({ meeting, onLeave }: { meeting: MeetingShown; onLeave: () => void }) {
  const { title, placeName, startsAt, endsAt, state, left, minutes, tasks, agenda } = meeting
  const day = daySaid(dayOf(startsAt), today())
  const times = spanSaid(startsAt, endsAt)
  const coming = state === 'called' && now() < endsAt
  return (
    <>
      <Card label={`${title}，${day}`}>
        <Figure label={placeName} value={day} reason={times} />
        <View>
          <Tag {...meetingSaid(meeting, now())} />
        </View>
        {coming && <View>{left > 0 ? `还有 ${left} 个位置` : '位置满了'}</View>}
        {state === 'held' && <View>到会 {meeting.came} 人</View>}
        <Speak
          label="读给我听"
          words={[title, day, times, placeName, ...agenda.map((item) => item.title)].join('，')}
        />
      </Card>
      {state === 'calledOff' && (
        <Notice kind="warn" label="这次议事会不开了">
          {meeting.because}
        </Notice>
      )}
      {meeting.here && <Notice kind="done" label="您已经签到了" />}
      {meeting.joined && !meeting.here && coming && (
        <Notice kind="done" label="您报好名了，到了会场扫屏幕上的码签到" />
      )}
      <Heading label="要议的事" level={2} />
      {agenda.map(({ id, title: item, proposal, decision }) => {
        const said = decision
          ? [decisionNames[decision.kind], decision.words].filter(Boolean).join('：')
          : ''
        return (
          <Row
            key={id}
            label={item}
            {...(said !== '' && { detail: said })}
            drawing="bubble"
            colour="blue"
            {...(proposal !== null && { onTap: () => goTo('proposal', { proposal }) })}
          />
        )
      })}
      {minutes && (
        <Card label="会议纪要">
          <Heading label="会议纪要" level={2} />
          <View>{minutes.words}</View>
          <Speak label="读纪要" words={minutes.words} />
        </Card>
      )}
      {tasks.length > 0 && <Heading label="谁去办" level={2} />}
      {tasks.map((task) => {
        const stands = taskSaid(task)
        return (
          <Row
            key={task.id}
            label={task.what}
            detail={[task.owner, `${daySaid(task.due, today())}以前`, task.note]
              .filter(Boolean)
              .join(' · ')}
            drawing="hand"
            colour="pine"
            saying={stands.label}
          >
            <Tag {...stands} />
          </Row>
        )
      })}
      {meeting.joined && coming && <Remind after="proposal" />}
      {meeting.mayLeave && <Button label="来不了了" look="quiet" onTap={onLeave} />}
    </>
  )
}

function Leave({ meeting, onBack }: { meeting: MeetingShown; onBack: () => void }) {
  const leave = useLeaveMeeting()
  return (
    <Sheet
      label="这次议事会来不了吗？"
      yes={{
        label: '是的，来不了',
        danger: true,
        busy: leave.busy,
        onTap: () =>
          leave.submit(
            { meeting: meeting.id },
            {
              done: () => {
                showToast('知道了，位置让给别人')
                onBack()
              },
            },
          ),
      }}
      back={leave.waiting ? '知道了' : '我还是来'}
      onBack={onBack}
    >
      <View>您的位置马上让给别的邻居。纪要写好了，您照样看得到。</View>
      <Submitted of={leave} />
    </Sheet>
  )
}
