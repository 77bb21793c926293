import { Image, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useReducer, useState } from 'react'
import { now } from '@/src/api/clock'
import { CallButton } from '@/src/design/CallButton'
import { Card } from '@/src/design/Card'
import { Countdown } from '@/src/design/Countdown'
import { Heading } from '@/src/design/Heading'
import { More } from '@/src/design/More'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { silentPicture } from '@/src/design/picture'
import { Speak } from '@/src/design/Speak'
import { ShareButton } from '@/src/pages/centre/components/ShareButton'
import { toTop } from '@/src/platform/toTop'
import { useShareCard } from '@/src/platform/share'
import { useActivity, useSignUp } from '@/src/queries/activities'
import { Reading } from '@/src/queries/Reading'
import { Submitted } from '@/src/queries/Submitted'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { audienceSaid, signUpSaid, whenNextSaid } from '@/src/words/activities'
import type { ActivityDetail, Registration } from '@/types/activities'
import type { Instant } from '@/types/shared/day'
import { SignedUp } from '../components/SignedUp'
import { barred, type Member } from '../signing'
import { Attachments } from './components/Attachments'
import { DrawWords } from './components/DrawWords'
import { Facts } from './components/Facts'
import { Barred, Placed } from './components/Family'
import { MainAction } from './components/MainAction'
import { Participants } from './components/Participants'
import { Sessions } from './components/Sessions'
import './index.scss'

/** What the form is needed for: the server asks what a single tap could not answer. */
const needsForm: ReadonlySet<string> = new Set(['AnswerNeeded', 'GuardianNeeded'])

/** One activity: what a poster leads to, and where one tap signs up whoever is known here. */
export default function Detail() {
  const { activity: id = '', forResident } = useRouter().params
  const reading = useActivity(id, forResident)
  const activity = reading.data
  const signUp = useSignUp()
  const [done, setDone] = useState<Registration>()
  // Drawn again at the opening: the countdown makes way and the button comes to life.
  const [, open] = useReducer((times: number) => times + 1, 0)
  const cached = cachedAt(reading)
  useShareCard({
    title: activity ? `${activity.title}，${whenNextSaid(activity, now())}` : '一起来参加活动',
    target: { to: 'activity', activity: id },
    photo: activity?.photo ?? null,
  })
  if (done)
    return (
      <SignedUp
        registration={done}
        self={activity?.family.find(({ id: person }) => person === done.person.id)?.self ?? true}
        onClose={() => setDone(undefined)}
      />
    )
  const toForm = () => goTo('signUp', { activity: id, ...(forResident && { forResident }) })
  const signUpAtOnce = (member: Member) =>
    signUp.submit(
      { activity: id, ...(!member.self && { forResident: member.id }) },
      {
        done: (registration) => {
          setDone(registration)
          toTop()
        },
        failed: ({ code }) => {
          if (needsForm.has(code)) toForm()
        },
      },
    )
  return (
    <Page
      title={activity?.title ?? '活动'}
      {...(activity && { subtitle: activity.summary })}
      {...(cached && { cachedAt: cached })}
      {...(activity && {
        action: (
          <>
            <Submitted of={signUp} />
            <MainAction
              activity={activity}
              busy={signUp.busy || signUp.waiting}
              onSignUp={signUpAtOnce}
              onForm={toForm}
            />
          </>
        ),
      })}
    >
      <Reading of={reading} failed="活动没有打开">
        {(value) => <Content activity={value} onOpen={open} />}
      </Reading>
    </Page>
  )
}

const aloud = (activity: ActivityDetail): string => {
  const { title, placeName, description, eligibility } = activity
  const at = now()
  return [
    title,
    whenNextSaid(activity, at),
    `在${placeName}`,
    signUpSaid(activity, at).label,
    audienceSaid(eligibility),
    description,
  ].join('。')
}

function Content({ activity, onOpen }: { activity: ActivityDetail; onOpen: () => void }) {
  const { id, photo, state, withdrawnBecause, family, sessionTimes, attachments } = activity
  const { description, householdCap, draw, callNumber } = activity
  const out = barred(activity)
  // Why nobody of the family can come is what the page has to say first; why some cannot is a detail.
  const nobody = out.length === family.length
  return (
    <>
      {state === 'withdrawn' && (
        <Notice kind="warn" label="这次活动取消了">
          {withdrawnBecause}
        </Notice>
      )}
      <Placed family={family} />
      {nobody && <Barred family={out} />}
      <Facts activity={activity} />
      {state === 'published' && <Opening opensAt={activity.opensAt} onOpen={onOpen} />}
      {photo && (
        <Image className="detail__photo" src={photo} mode="aspectFill" {...silentPicture} />
      )}
      <Speak label="读给我听" words={aloud(activity)} />
      <More label="更多说明">
        {!nobody && <Barred family={out} />}
        {description !== '' && (
          <Card label="活动说明">
            <Heading label="活动说明" />
            <View className="detail__description">{description}</View>
            {householdCap !== null && <View>每家最多 {householdCap} 个名额。</View>}
          </Card>
        )}
        {sessionTimes.length > 1 && <Sessions times={sessionTimes} />}
        {attachments.length > 0 && <Attachments files={attachments} />}
        {draw && <DrawWords draw={draw} />}
        {family.length > 0 && <Participants activity={id} />}
      </More>
      {state === 'published' && (
        <ShareButton label="分享给家人" target={{ to: 'activity', activity: id }} />
      )}
      {callNumber !== null && <CallButton label="打电话问问" phone={callNumber} />}
    </>
  )
}

/** Counts down to the opening by the server's time, and keeps its place on the page when that has come. */
function Opening({ opensAt, onOpen }: { opensAt: Instant; onOpen: () => void }) {
  const [early] = useState(() => now() < opensAt)
  if (!early) return null
  return now() < opensAt ? (
    <Card label="离开始报名还有多久">
      <Countdown label="离开始报名还有" until={opensAt} now={now} onEnd={onOpen} />
    </Card>
  ) : (
    <Notice kind="done" label="已经开始报名了" />
  )
}
