import { View } from '@tarojs/components'
import { Card } from '@/src/design/Card'
import { Heading } from '@/src/design/Heading'
import { Row, Rows } from '@/src/design/Row'
import { Facts } from '@/src/packages/activities/detail/components/Facts'
import { Sessions } from '@/src/packages/activities/detail/components/Sessions'
import { ActivityLine } from '@/src/pages/activities/list/components/ActivityLine'
import { audienceSaid } from '@/src/words/activities'
import { whenSaid } from '@/src/words/time'
import type { ActivityDetail, ActivityDraft } from '@/types/activities'
import type { Instant } from '@/types/shared/day'
import { steps, stepTitles, type Step } from '../../steps'
import './index.scss'

type PreviewProps = {
  draft: ActivityDraft
  photo: string | null
  nodeName: string
  now: Instant
  onGo: (step: Step) => void
}

/** The activity as the list and its page will show it; nobody has signed up yet. */
const shownOf = (draft: ActivityDraft, photo: string | null, nodeName: string): ActivityDetail => ({
  ...draft,
  id: '',
  photo,
  nodeName,
  state: 'published',
  startsAt: draft.sessions[0]?.startsAt ?? draft.opensAt,
  endsAt: draft.sessions[draft.sessions.length - 1]?.endsAt ?? draft.opensAt,
  sessions: draft.sessions.length,
  nextSession: null,
  sessionTimes: draft.sessions,
  left: draft.seats,
  waiting: 0,
  attachments: [],
  draw: null,
  withdrawnBecause: null,
  family: [],
  callNumber: null,
})

/** What a step says, in a line. */
const saidOf = (step: Step, draft: ActivityDraft, now: Instant): string => {
  switch (step) {
    case 'what':
      return `${draft.title}，${draft.placeName}`
    case 'when':
      return draft.sessions.length > 1 ? `一共 ${draft.sessions.length} 次` : '只办一次'
    case 'seats':
      return `${draft.seats} 个名额，${draft.waitlist} 人排队，留 ${draft.heldPercent}% 给替人报名`
    case 'who':
      return audienceSaid(draft.eligibility)
    case 'opening':
      return `${draft.mode === 'draw' ? '抽签' : '先报先得'}，${whenSaid(draft.opensAt, now)} 开始`
    case 'closing':
      return `${whenSaid(draft.closesAt, now)} 截止，${whenSaid(draft.cancelUntil, now)} 前能取消`
    case 'details':
      return draft.attachments.length > 0
        ? `${draft.attachments.length} 个附件`
        : '说明、照片和附件'
    case 'questions':
      return draft.questions.length > 0 ? `${draft.questions.length} 个问题` : '不问别的'
    case 'preview':
      return ''
  }
}

/** As residents will see it, and the way back to each part. */
export function Preview({ draft, photo, nodeName, now, onGo }: PreviewProps) {
  const shown = shownOf(draft, photo, nodeName)
  return (
    <>
      <View className="preview">
        <View className="preview__seen">
          <Heading label="居民在列表里看到" />
          <ActivityLine activity={shown} onTap={() => onGo('what')} />
          <Heading label="点开以后看到" />
          <Facts activity={shown} />
          {draft.description !== '' && (
            <Card label="活动说明">
              <Heading label="活动说明" level={3} />
              <View className="preview__description">{draft.description}</View>
            </Card>
          )}
          {draft.sessions.length > 1 && <Sessions times={draft.sessions} />}
        </View>
        <View className="preview__parts">
          <Heading label="点一下就能改" />
          <Rows label="各部分">
            {steps
              .filter((step) => step !== 'preview')
              .map((step) => (
                <Row
                  key={step}
                  label={stepTitles[step]}
                  detail={saidOf(step, draft, now)}
                  onTap={() => onGo(step)}
                />
              ))}
          </Rows>
        </View>
      </View>
    </>
  )
}
