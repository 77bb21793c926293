import { View } from '@tarojs/components'
import { isOn } from '@/domain/activities/checkIn'
import { now } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Heading } from '@/src/design/Heading'
import { goTo } from '@/src/routes'
import { registrationSaid } from '@/src/words/activities'
import { whenSaid } from '@/src/words/time'
import type { Registration } from '@/types/activities'

type NextThingProps = {
  thing: Registration
  /** How I am greeted: somebody else's thing says whose it is. */
  me: string | null
  onScan: () => void
}

/** The brick card: what comes next for me or my people, and the one thing to do about it. */
export function NextThing({ thing, me, onScan }: NextThingProps) {
  const { title, placeName, person, activity, sessions, startsAt, endsAt } = thing
  const at = now()
  const session = sessions.find((one) => at < one.endsAt) ?? { startsAt, endsAt, attended: false }
  const when = whenSaid(session.startsAt, at)
  const stands = session.attended ? '已签到' : registrationSaid(thing).label
  const facts = [person.name === me ? null : person.name, placeName, stands]
  const toCheckIn = thing.state === 'in' && !session.attended && isOn(session, at)
  return (
    <Card label={`您的下一件事：${when} ${title}`} look="now">
      <View>您的下一件事</View>
      <Heading label={`${when} ${title}`} />
      <View>{facts.filter(Boolean).join(' · ')}</View>
      {toCheckIn ? (
        <Button label="扫码签到" look="secondary" drawing="qr" onTap={onScan} />
      ) : (
        <Button
          label="看看详情"
          look="secondary"
          onTap={() => goTo('activityDetail', { activity })}
        />
      )}
    </Card>
  )
}
