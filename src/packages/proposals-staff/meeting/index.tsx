import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { now, today } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Empty } from '@/src/design/Empty'
import { Field } from '@/src/design/Field'
import { Figure } from '@/src/design/Figure'
import { Heading } from '@/src/design/Heading'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Row } from '@/src/design/Row'
import { Sheet } from '@/src/design/Sheet'
import { Tag } from '@/src/design/Tag'
import { showToast } from '@/src/design/Toast'
import { FindPerson } from '@/src/packages/residents-staff/components/FindPerson'
import { toTop } from '@/src/platform/toTop'
import { Printing } from '@/src/queries/Printing'
import { useCallOffMeeting, useStaffMeeting, useTickAtMeeting } from '@/src/queries/proposalsStaff'
import { useJoinMeeting, useLeaveMeeting } from '@/src/queries/proposals'
import { Reading } from '@/src/queries/Reading'
import { useHolds } from '@/src/queries/residents'
import { Submitted } from '@/src/queries/Submitted'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { decisionNames, meetingSaid, taskSaid } from '@/src/words/proposals'
import { daySaid, spanSaid, whenSaid } from '@/src/words/time'
import type { MeetingForStaff } from '@/types/proposals'
import { dayOf } from '@/types/shared/day'
import { AddTask } from './components/AddTask'

/** One meeting as staff see it: who comes, the code at the door, minutes, tasks. */
export default function StaffMeeting() {
  const { meeting = '' } = useRouter().params
  const reading = useStaffMeeting(meeting)
  const cached = cachedAt(reading)
  const decides = useHolds()('communityStaff', 'centreStaff')
  const [item, setItem] = useState<string>()
  const [adding, setAdding] = useState(false)
  const known = reading.data
  const back = () => {
    setItem(undefined)
    setAdding(false)
    toTop()
  }
  if (known && item !== undefined) return <AddTask meeting={known} item={item} onClose={back} />
  if (known && adding) return <WalkIn meeting={known} onClose={back} />
  const begun = known && known.state !== 'calledOff' && now() >= known.startsAt
  return (
    <Page
      wide
      title={known?.title ?? '一次议事会'}
      {...(cached && { cachedAt: cached })}
      action={
        known?.mayTick && now() < known.endsAt && known.state === 'called' ? (
          <Button
            label="显示签到码"
            drawing="qr"
            onTap={() => goTo('meetingScreen', { meeting })}
          />
        ) : decides && begun ? (
          <Button
            label={known.minutes ? '改纪要' : '写纪要'}
            drawing="pen"
            onTap={() => goTo('meetingMinutes', { meeting })}
          />
        ) : null
      }
    >
      <Reading of={reading} failed="议事会没有打开">
        {(shown) => (
          <>
            <About meeting={shown} />
            <Agenda meeting={shown} {...(decides && { onTask: setItem })} />
            <Attenders meeting={shown} onWalkIn={() => setAdding(true)} />
            {decides && shown.state === 'called' && <Change meeting={shown} />}
          </>
        )}
      </Reading>
    </Page>
  )
}

function About({ meeting }: { meeting: MeetingForStaff }) {
  const { title, placeName, nodeName, startsAt, endsAt, seats, left, minutes, invites } = meeting
  const day = daySaid(dayOf(startsAt), today())
  return (
    <>
      <Card label={title}>
        <Figure label={placeName} value={day} reason={spanSaid(startsAt, endsAt)} />
        <View>
          <Tag {...meetingSaid(meeting, now())} />
        </View>
        <View>
          {nodeName} · {invites === 'residents' ? '居民都能来' : '只请提案和联名的人'}
        </View>
        <View>
          {seats} 个位置，报名 {seats - left} 人，到了 {meeting.came} 人
        </View>
      </Card>
      {meeting.because !== null && <Notice kind="warn" label={`不开了：${meeting.because}`} />}
      {minutes && (
        <Card label="会议纪要">
          <Heading label="会议纪要" level={2} />
          <View>{minutes.words}</View>
        </Card>
      )}
    </>
  )
}

type AgendaProps = { meeting: MeetingForStaff; onTask?: (item: string) => void }

/** What is talked about, what came of it, and who does it. */
function Agenda({ meeting: { agenda, tasks }, onTask }: AgendaProps) {
  return (
    <>
      <Heading label="议程" level={2} />
      {agenda.map(({ id, title, proposal, decision }) => (
        <Card key={id} label={title}>
          <Heading label={title} level={2} />
          {decision && (
            <View>{[decisionNames[decision.kind], decision.words].filter(Boolean).join('：')}</View>
          )}
          {proposal !== null && (
            <Button
              label="看这个提案"
              fuller={`看这个提案，${title}`}
              look="quiet"
              onTap={() => goTo('staffProposal', { proposal })}
            />
          )}
          {decision && onTask && (
            <Button
              label="交办一件事"
              fuller={`交办一件事，${title}`}
              look="secondary"
              drawing="hand"
              onTap={() => onTask(id)}
            />
          )}
        </Card>
      ))}
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
    </>
  )
}

type AttendersProps = { meeting: MeetingForStaff; onWalkIn: () => void }

/** Who said that they come: ticked by staff where somebody has no phone. */
function Attenders({ meeting, onWalkIn }: AttendersProps) {
  const tick = useTickAtMeeting()
  const leave = useLeaveMeeting()
  const { id, attenders, mayTick } = meeting
  const coming = meeting.state === 'called' && now() < meeting.startsAt
  return (
    <>
      <Heading label="名单" level={2} />
      {attenders.length === 0 && (
        <Empty label="还没有人报名" detail="居民报了名，会出现在这里。" drawing="person" />
      )}
      <Submitted of={tick} />
      <Submitted of={leave} />
      {attenders.map((one) => (
        <Card key={one.id} label={one.name}>
          <View>{[one.name, one.homeName].filter(Boolean).join(' · ')}</View>
          {one.doubt && (
            <View>
              <Tag label="没网时扫的码，等确认" tone="gold" drawing="clock" />
            </View>
          )}
          {one.came && (
            <Tag
              label={one.how === 'code' ? '扫码签到' : '工作人员签到'}
              tone="pine"
              drawing="check"
            />
          )}
          {(mayTick || one.doubt) && (
            <Button
              label={one.came ? '点错了，没有来' : '到了'}
              fuller={one.came ? `点错了，没有来，${one.name}` : `到了，${one.name}`}
              look={one.came ? 'quiet' : 'secondary'}
              onTap={() => tick.submit({ meeting: id, person: one.id, came: !one.came })}
            />
          )}
          {one.doubt && (
            <Button
              label="没有来"
              fuller={`没有来，${one.name}`}
              look="quiet"
              onTap={() => tick.submit({ meeting: id, person: one.id, came: false })}
            />
          )}
          {coming && !one.came && !one.doubt && (
            <Button
              label="他来不了了"
              fuller={`他来不了了，${one.name}`}
              look="quiet"
              busy={leave.busy || leave.waiting}
              onTap={() =>
                leave.submit(
                  { meeting: id, forResident: one.id },
                  { done: () => showToast(`${one.name}的位置让出来了`) },
                )
              }
            />
          )}
        </Card>
      ))}
      {(mayTick || coming) && (
        <Button
          label={mayTick ? '没报名的也来了' : '替人报名'}
          look="quiet"
          drawing="plus"
          onTap={onWalkIn}
        />
      )}
      <Printing label="打印签到表" sheet={sheetOf(meeting)} />
    </>
  )
}

/** Who has no phone: put on the list before the day, put down as here on it. */
function WalkIn({ meeting, onClose }: { meeting: MeetingForStaff; onClose: () => void }) {
  const tick = useTickAtMeeting()
  const join = useJoinMeeting()
  const { mayTick } = meeting
  const done = (words: string) => ({
    done: () => {
      showToast(words)
      onClose()
    },
  })
  return (
    <Page
      title={mayTick ? '没报名的也来了' : '替人报名'}
      subtitle={meeting.title}
      action={<Button label="返回" look="quiet" onTap={onClose} />}
    >
      <Submitted of={mayTick ? tick : join} />
      <FindPerson
        label={mayTick ? '谁来了' : '替谁报名'}
        onPick={({ id, name }) =>
          mayTick
            ? tick.submit({ meeting: meeting.id, person: id, came: true }, done(`${name}签到好了`))
            : join.submit({ meeting: meeting.id, forResident: id }, done(`${name}报好名了`))
        }
      />
    </Page>
  )
}

/** Another time or place, or not at all. */
function Change({ meeting }: { meeting: MeetingForStaff }) {
  const callOff = useCallOffMeeting()
  const [asking, setAsking] = useState(false)
  const [because, setBecause] = useState('')
  const [tried, setTried] = useState(false)
  const send = () => {
    setTried(true)
    if (because.trim() === '') return
    callOff.submit(
      { meeting: meeting.id, because: because.trim() },
      {
        done: () => {
          showToast('取消了，请来的人都会收到通知')
          setAsking(false)
        },
      },
    )
  }
  return (
    <>
      <Button
        label="改时间、地点、议程"
        look="quiet"
        onTap={() => goTo('meetingEdit', { meeting: meeting.id })}
      />
      <Button label="这次不开了" look="danger" onTap={() => setAsking(true)} />
      {asking && (
        <Sheet
          label="这次议事会不开了吗？"
          yes={{ label: '是的，不开了', danger: true, busy: callOff.busy, onTap: send }}
          back={callOff.waiting ? '知道了' : '照常开'}
          onBack={() => setAsking(false)}
        >
          <View>请来的人、报名的人都会收到通知，不能再恢复。</View>
          <Field
            label="为什么不开了"
            value={because}
            onChange={setBecause}
            most={60}
            {...(tried && because.trim() === '' && { error: '请写一句原因' })}
          />
          <Submitted of={callOff} />
        </Sheet>
      )}
    </>
  )
}

const sheetOf = ({ title, placeName, startsAt, attenders }: MeetingForStaff) => ({
  title: `签到表：${title}`,
  notes: [`${whenSaid(startsAt, now())}，${placeName}`],
  tables: [
    {
      title: null,
      columns: ['第几个', '姓名', '住址', '到了', '签字'],
      rows: attenders.map(({ name, homeName, came }, n) => [
        String(n + 1),
        name,
        homeName ?? '',
        came ? '到了' : '',
        '',
      ]),
    },
  ],
})
