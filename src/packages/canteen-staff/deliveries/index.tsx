import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { now, today } from '@/src/api/clock'
import type { InputOf, OutputOf } from '@/src/api/call'
import { CallButton } from '@/src/design/CallButton'
import { Card } from '@/src/design/Card'
import { Empty } from '@/src/design/Empty'
import { Heading } from '@/src/design/Heading'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Tag } from '@/src/design/Tag'
import { useDeliveries } from '@/src/queries/canteenStaff'
import { Printing } from '@/src/queries/Printing'
import { Reading } from '@/src/queries/Reading'
import { cachedAt } from '@/src/queries/when'
import { channelNames, serviceSaid } from '@/src/words/canteen'
import { dishesSaid, mealNames, reasonSaid, yuanSaid } from '@/src/words/meals'
import { fullDay } from '@/src/words/residents'
import { whenSaid } from '@/src/words/time'
import { MealAtHand } from '../components/MealAtHand'
import { nameSaid } from '../meal-queue/lines'
import type { Printout } from '@/types/centre'
import './index.scss'

type Deliveries = OutputOf<'canteen', 'deliveries'>
type Stop = Deliveries['buildings'][number]['items'][number]

/** What is carried where: one building after another, with the door, the phone and what is still to be paid. */
export default function DeliveriesPage() {
  const { service: asked, shift } = useRouter().params
  if (shift !== undefined) return <List of={{ shift }} />
  return (
    <MealAtHand title="送餐单" asked={asked}>
      {(service, others) => <List key={service} of={{ service }} others={others} />}
    </MealAtHand>
  )
}

function List({ of, others }: { of: InputOf<'canteen', 'deliveries'>; others?: ReactNode }) {
  const reading = useDeliveries(of)
  const cached = cachedAt(reading)
  return (
    <Page
      wide
      title="送餐单"
      {...(reading.data && { subtitle: serviceSaid(reading.data.service, today()) })}
      {...(cached && { cachedAt: cached })}
      {...(reading.data?.buildings.length && {
        action: <Printing label="打印" look="primary" sheet={deliveriesSheet(reading.data)} />,
      })}
    >
      <Reading of={reading} failed="送餐单没有打开">
        {(deliveries) => (
          <>
            {others}
            {now() < deliveries.service.cutOff && (
              <Notice
                kind="warn"
                label={`还在接受预订，${whenSaid(deliveries.service.cutOff, now())} 截止以后才定`}
              />
            )}
            {deliveries.buildings.length === 0 && (
              <Empty label="这一餐没有要送的" drawing="house" />
            )}
            {deliveries.buildings.map(({ building, items }) => (
              <View className="deliveries__building" key={building}>
                <Heading label={`${building}，${items.length} 家`} />
                <View className="deliveries__stops">
                  {items.map((stop) => (
                    <StopCard key={stop.order} stop={stop} />
                  ))}
                </View>
              </View>
            ))}
          </>
        )}
      </Reading>
    </Page>
  )
}

const paySaid = ({ paidBy, pays }: Stop): string =>
  paidBy ? `${channelNames[paidBy]}付过了 ${yuanSaid(pays)}` : `要收 ${yuanSaid(pays)}`

function StopCard({ stop }: { stop: Stop }) {
  const { homeName, dishes, note, phone, reason, paidBy, state } = stop
  const name = nameSaid(stop)
  return (
    <Card label={`${name}，${homeName ?? ''}`}>
      <Heading label={name} level={3} />
      <View>{homeName}</View>
      <View className="deliveries__dishes">{dishesSaid(dishes)}</View>
      {note && <Notice kind="warn" label={`留言：${note}`} />}
      <View>
        <Tag label={paySaid(stop)} {...(paidBy ? {} : { tone: 'blue' as const })} />
        {state === 'served' && <Tag label="送出去了" tone="pine" drawing="check" />}
      </View>
      <View>{reasonSaid(reason)}</View>
      {phone && <CallButton label={`打给${name}`} phone={phone} />}
    </Card>
  )
}

/** The list that carriers take along; it names doors and phones, so it comes back to the canteen. */
const deliveriesSheet = ({ service, buildings }: Deliveries): Printout => ({
  title: `${fullDay(service.day)} ${mealNames[service.meal]} 送餐单`,
  notes: [`${service.placeName} · ${whenSaid(now(), now())} 打印 · 用完请交回食堂`],
  tables: buildings.map(({ building, items }) => ({
    title: building || null,
    columns: ['姓名', '住址', '菜', '留言', '电话', '钱', '送到了'],
    rows: items.map((stop) => [
      nameSaid(stop),
      stop.homeName ?? '',
      dishesSaid(stop.dishes),
      stop.note,
      stop.phone ?? '',
      `${paySaid(stop)}，${reasonSaid(stop.reason)}`,
      '',
    ]),
  })),
})
