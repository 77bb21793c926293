import { View } from '@tarojs/components'
import { now } from '@/src/api/clock'
import type { OutputOf } from '@/src/api/call'
import { CallButton } from '@/src/design/CallButton'
import { Card } from '@/src/design/Card'
import { Empty } from '@/src/design/Empty'
import { Heading } from '@/src/design/Heading'
import { Page } from '@/src/design/Page'
import { Speak } from '@/src/design/Speak'
import { Tag } from '@/src/design/Tag'
import { useToday } from '@/src/queries/centre'
import { Reading } from '@/src/queries/Reading'
import { useOnDuty } from '@/src/queries/volunteers'
import { cachedAt } from '@/src/queries/when'
import { whenSaid } from '@/src/words/time'
import { shiftKinds } from '@/src/words/volunteers'

type OnDutyNow = OutputOf<'volunteers', 'onDuty'>['items'][number]

/** Who is there at this moment, where, until when, and one tap to call them. */
export default function OnDuty() {
  const reading = useOnDuty()
  const cached = cachedAt(reading)
  const phone = useToday().data?.phone
  const items = reading.data?.items ?? []
  return (
    <Page title="现在谁在岗" subtitle="有事可以直接找他们" {...(cached && { cachedAt: cached })}>
      <Reading of={reading} failed="值班的人没有打开">
        {() =>
          items.length === 0 ? (
            <Empty label="这会儿没有人值班" detail="有急事请打电话给社区。" drawing="heart" />
          ) : (
            <>
              {items.map((one) => (
                <DutyCard key={one.id} one={one} />
              ))}
              <Speak label="读给我听" words={items.map(said).join('。')} />
            </>
          )
        }
      </Reading>
      {phone && <CallButton label="打电话给社区" phone={phone} />}
    </Page>
  )
}

/** 王**、李**，还有 2 位志愿者 */
const namesSaid = ({ names, more, here }: OnDutyNow): string => {
  const others = more > 0 ? `${names.length > 0 ? '还有 ' : ''}${more} 位志愿者` : ''
  const who = [names.join('、'), others].filter(Boolean).join('，')
  return here ? who : `${who}，排了班，还没签到`
}

const said = (one: OnDutyNow): string =>
  [one.title, `在${one.placeName}`, namesSaid(one), `到${whenSaid(one.until, now())}`].join('，')

function DutyCard({ one }: { one: OnDutyNow }) {
  const { kind, title, placeName, here, until, phone } = one
  return (
    <Card label={said(one)}>
      <Heading label={title} />
      <View>
        <Tag label={shiftKinds[kind].label} tone="blue" drawing={shiftKinds[kind].drawing} />
        {here ? (
          <Tag label="正在值班" tone="pine" drawing="check" />
        ) : (
          <Tag label="还没签到" tone="gold" drawing="clock" />
        )}
      </View>
      <View>{placeName}</View>
      <View>{namesSaid(one)}</View>
      <View>到 {whenSaid(until, now())}</View>
      {phone && <CallButton label={`打电话找${title}`} phone={phone} />}
    </Card>
  )
}
