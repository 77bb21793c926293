import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { now, today } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { CallButton } from '@/src/design/CallButton'
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
import { SignIn } from '@/src/pages/residents/components/SignIn'
import { useToday } from '@/src/queries/centre'
import { useJoinMeeting, useLeaveMeeting, useMeeting } from '@/src/queries/proposals'
import { Reading } from '@/src/queries/Reading'
import { useMe } from '@/src/queries/residents'
import { Submitted } from '@/src/queries/Submitted'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { decisionNames, meetingSaid, taskSaid } from '@/src/words/proposals'
import { daySaid, spanSaid } from '@/src/words/time'
import type { MeetingShown } from '@/types/proposals'
import { dayOf } from '@/types/shared/day'

type Member = MeetingShown['family'][number]

/** What a call for somebody of my family says. */
const forMember = ({ own, person }: Member): { forResident?: string } =>
  own ? {} : { forResident: person.id }

/** One meeting: when and where, what is talked about, what came of it, and who does it. */
export default function MeetingPage() {
  const { meeting = '' } = useRouter().params
  const reading = useMeeting(meeting)
  const cached = cachedAt(reading)
  const join = useJoinMeeting()
  const me = useMe().data
  const [leaving, setLeaving] = useState<Member>()
  const [signingIn, setSigningIn] = useState(false)
  const known = reading.data
  const own = known?.family.find((one) => one.own)
  const comes = (one: Member) =>
    join.submit(
      { meeting, ...forMember(one) },
      { done: () => showToast(one.own ? '报好名了，到时见' : `${one.person.name}报好名了`) },
    )
  return (
    <Page
      title={known?.title ?? '议事会'}
      {...(cached && { cachedAt: cached })}
      action={
        own?.mayJoin ? (
          <>
            <Submitted of={join} />
            <Button
              label="我来参加"
              drawing="check"
              busy={join.busy || join.waiting}
              onTap={() => comes(own)}
            />
          </>
        ) : known && isComing(known) && me && !me.person ? (
          <Button label="我来参加" drawing="check" onTap={() => setSigningIn(true)} />
        ) : null
      }
    >
      {signingIn && !me?.person && <SignIn label="报名要知道您是谁" goOn="写好了，继续" />}
      <Reading of={reading} failed="议事会没有打开">
        {(shown) => <Shown meeting={shown} />}
      </Reading>
      {known && !own?.mayJoin && <Submitted of={join} />}
      {known && (
        <Family
          meeting={known}
          busy={join.busy || join.waiting}
          onJoin={comes}
          onLeave={setLeaving}
        />
      )}
      {known && leaving && (
        <Leave meeting={known} who={leaving} onBack={() => setLeaving(undefined)} />
      )}
    </Page>
  )
}

const isComing = ({ state, endsAt }: MeetingShown): boolean => state === 'called' && now() < endsAt

function Shown({ meeting }: { meeting: MeetingShown }) {
  const { title, placeName, startsAt, endsAt, state, left, minutes, tasks, agenda } = meeting
  const day = daySaid(dayOf(startsAt), today())
  const times = spanSaid(startsAt, endsAt)
  const coming = isComing(meeting)
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
    </>
  )
}

type FamilyProps = {
  meeting: MeetingShown
  busy: boolean
  onJoin: (who: Member) => void
  onLeave: (who: Member) => void
}

/** Who of my family comes, or may; and whom to ask where nobody may. */
function Family({ meeting, busy, onJoin, onLeave }: FamilyProps) {
  const phone = useToday().data?.phone
  const { family, left } = meeting
  const coming = isComing(meeting)
  const own = family.find((one) => one.own)
  return (
    <>
      {family.map((one) => (
        <MemberShown
          key={one.person.id}
          one={one}
          coming={coming}
          busy={busy}
          onJoin={() => onJoin(one)}
          onLeave={() => onLeave(one)}
        />
      ))}
      {coming && own && !own.joined && !own.mayJoin && left > 0 && (
        <Notice label="这次只请提案、联名的人，或者住在那里的人">
          想来听一听，请打电话问问社区。
        </Notice>
      )}
      {coming && family.some(({ joined }) => joined) && <Remind after="proposal" />}
      {coming && phone && <CallButton label="打电话给社区" phone={phone} />}
    </>
  )
}

type MemberProps = {
  one: Member
  coming: boolean
  busy: boolean
  onJoin: () => void
  onLeave: () => void
}

function MemberShown({ one, coming, busy, onJoin, onLeave }: MemberProps) {
  const { own, person, joined, here, mayJoin, mayLeave } = one
  const who = own ? '您' : person.name
  return (
    <>
      {here === 'yes' && <Notice kind="done" label={`${who}已经签到了`} />}
      {here === 'doubt' && (
        <Notice kind="warn" label={`${who}没网时扫的码，等工作人员确认`}>
          请跟会场的工作人员说一声。
        </Notice>
      )}
      {joined && here === null && coming && (
        <Notice kind="done" label={`${who}报好名了，到了会场扫屏幕上的码签到`} />
      )}
      {mayJoin && !own && (
        <Button
          label={`替${who}报名`}
          look="secondary"
          drawing="check"
          busy={busy}
          onTap={onJoin}
        />
      )}
      {mayLeave && (
        <Button label={own ? '来不了了' : `${who}来不了了`} look="quiet" onTap={onLeave} />
      )}
    </>
  )
}

type LeaveProps = { meeting: MeetingShown; who: Member; onBack: () => void }

function Leave({ meeting, who, onBack }: LeaveProps) {
  const leave = useLeaveMeeting()
  return (
    <Sheet
      label={who.own ? '这次议事会来不了吗？' : `${who.person.name}来不了吗？`}
      yes={{
        label: '是的，来不了',
        danger: true,
        busy: leave.busy,
        onTap: () =>
          leave.submit(
            { meeting: meeting.id, ...forMember(who) },
            {
              done: () => {
                showToast('知道了，位置让给别人')
                onBack()
              },
            },
          ),
      }}
      back={leave.waiting ? '知道了' : '还是来'}
      onBack={onBack}
    >
      <View>位置马上让给别的邻居。纪要写好了，照样看得到。</View>
      <Submitted of={leave} />
    </Sheet>
  )
}
