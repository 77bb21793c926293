import { View } from '@tarojs/components'
import { now } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Figure } from '@/src/design/Figure'
import { Heading } from '@/src/design/Heading'
import { Tag } from '@/src/design/Tag'
import { goTo } from '@/src/routes'
import { registrationSaid } from '@/src/words/activities'
import { whenSaid } from '@/src/words/time'
import type { Registration } from '@/types/activities'
import { leaving } from '../../leaving'
import './index.scss'

type SignUpCardProps = {
  registration: Registration
  self: boolean
  /** Asks whether to give the place back. */
  onLeave: () => void
}

/** One sign-up: when and where, how it stands, and the way out while there is one. */
export function SignUpCard({ registration, self, onLeave }: SignUpCardProps) {
  const { activity, title, placeName, startsAt, person, by, sessions, state } = registration
  const at = now()
  const next = sessions.find(({ endsAt }) => at < endsAt)
  const attended = sessions.filter((session) => session.attended).length
  const way = leaving(registration, at)
  const when = whenSaid(next?.startsAt ?? startsAt, at)
  return (
    <Card
      label={`${self ? '' : `${person.name}的`}${title}，${registrationSaid(registration).label}`}
    >
      <Heading label={title} />
      <View>
        <Tag {...registrationSaid(registration)} />
        {!self && <Tag label={`给${person.name}报的`} tone="blue" />}
        {Boolean(registration.certifiedAt) && (
          <Tag label="拿到结业证了" tone="pine" drawing="check" />
        )}
        {self && by !== null && <Tag label={`${by}替您报的`} tone="blue" />}
      </View>
      <Figure label={next ? '时间' : '已经结束'} value={when} reason={placeName} />
      {sessions.length > 1 && state === 'in' && (
        <View>
          一共 {sessions.length} 次，参加了 {attended} 次
        </View>
      )}
      {sessions.length === 1 && attended > 0 && <View>已经签到</View>}
      {way?.words && <View className="sign-up-card__deadline">{way.words}</View>}
      <Button
        label="看详情"
        fuller={`看详情，${title}`}
        look="quiet"
        onTap={() => goTo('activityDetail', { activity })}
      />
      {way?.label && (
        <Button
          label={way.label}
          fuller={`${way.label}，${title}${self ? '' : `，${person.name}`}`}
          look="secondary"
          onTap={onLeave}
        />
      )}
    </Card>
  )
}
