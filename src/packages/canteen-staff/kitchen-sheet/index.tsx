import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { now, today } from '@/src/api/clock'
import type { OutputOf } from '@/src/api/call'
import { Card } from '@/src/design/Card'
import { Empty } from '@/src/design/Empty'
import { Heading } from '@/src/design/Heading'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Speak } from '@/src/design/Speak'
import { useKitchenSheet } from '@/src/queries/canteenStaff'
import { Printing } from '@/src/queries/Printing'
import { Reading } from '@/src/queries/Reading'
import { cachedAt } from '@/src/queries/when'
import { markNames, serviceSaid, servingNames } from '@/src/words/canteen'
import { mealNames } from '@/src/words/meals'
import { fullDay } from '@/src/words/residents'
import { spanSaid, whenSaid } from '@/src/words/time'
import { MealAtHand } from '../components/MealAtHand'
import { SoldOut } from './components/SoldOut'
import type { Printout } from '@/types/centre'
import './index.scss'

type SheetOf = OutputOf<'canteen', 'kitchenSheet'>
type SheetDish = SheetOf['dishes'][number]

/** What to cook for a meal: each dish by way of eating, what people asked for, and what has run out. */
export default function KitchenSheet() {
  const { service: asked } = useRouter().params
  return (
    <MealAtHand title="厨房单" asked={asked}>
      {(service, others) => <OfMeal key={service} service={service} others={others} />}
    </MealAtHand>
  )
}

const totalOf = ({ ordered, counter }: SheetDish): number => ordered + counter

const dishSaid = (dish: SheetDish): string =>
  `${dish.name}，一共 ${totalOf(dish)} 份，订了 ${dish.ordered} 份，柜台 ${dish.counter} 份`

function OfMeal({ service, others }: { service: string; others: ReactNode }) {
  const reading = useKitchenSheet(service)
  const cached = cachedAt(reading)
  return (
    <Page
      wide
      title="厨房单"
      {...(reading.data && { subtitle: serviceSaid(reading.data.service, today()) })}
      {...(cached && { cachedAt: cached })}
      {...(reading.data && {
        action: <Printing label="打印" look="primary" sheet={kitchenSheet(reading.data)} />,
      })}
    >
      <Reading of={reading} failed="厨房单没有打开">
        {(sheet) => (
          <>
            {others}
            {now() < sheet.service.cutOff && (
              <Notice
                kind="warn"
                label={`还在接受预订，${whenSaid(sheet.service.cutOff, now())} 截止以后数字才定`}
              />
            )}
            {sheet.dishes.length === 0 ? (
              <Empty label="这一餐没有菜" drawing="bowl" />
            ) : (
              <>
                <Speak label="读给我听" words={sheet.dishes.map(dishSaid).join('。')} />
                <View className="kitchen-sheet">
                  {sheet.dishes.map((dish, at) => (
                    <DishCard
                      key={`${at} ${dish.name}`}
                      dish={dish}
                      service={service}
                      offer={sheet.service.offers[at]}
                    />
                  ))}
                </View>
              </>
            )}
            {sheet.notes.length > 0 && (
              <>
                <Heading label="留言" />
                <View className="kitchen-sheet">
                  {sheet.notes.map(({ note, dishes }, index) => (
                    <Notice key={`${index} ${note}`} kind="warn" label={note}>
                      {dishes}
                    </Notice>
                  ))}
                </View>
              </>
            )}
          </>
        )}
      </Reading>
    </Page>
  )
}

type DishCardProps = {
  dish: SheetDish
  service: string
  /** The same dish on the menu, which lists them in the same order. */
  offer: SheetOf['service']['offers'][number] | undefined
}

function DishCard({ dish, service, offer }: DishCardProps) {
  const { name, marks, ordered, counter, eatIn, takeAway, delivery } = dish
  return (
    <Card label={dishSaid(dish)}>
      <View className="kitchen-sheet__total">
        <View className="kitchen-sheet__name">
          <Heading label={name} />
          {marks.length > 0 && <View>{marks.map((mark) => markNames[mark]).join('、')}</View>}
        </View>
        <View className="kitchen-sheet__number">{totalOf(dish)} 份</View>
      </View>
      <View>
        订了 {ordered} 份：{servingNames.eatIn} {eatIn}，{servingNames.takeAway} {takeAway}，
        {servingNames.delivery} {delivery}；柜台 {counter} 份
      </View>
      {offer && <SoldOut service={service} offer={offer} />}
    </Card>
  )
}

/** The kitchen's list on paper, with room to tick what is cooked. */
const kitchenSheet = ({ service, dishes, notes }: SheetOf): Printout => ({
  title: `${fullDay(service.day)} ${mealNames[service.meal]} 厨房单`,
  notes: [
    `${spanSaid(service.startsAt, service.endsAt)} · ${service.placeName} · ${whenSaid(now(), now())} 打印`,
  ],
  tables: [
    {
      title: null,
      columns: ['菜', '忌口', '一共', '堂食', '自取', '送餐', '柜台', '做好了'],
      rows: dishes.map((dish) => [
        dish.name,
        dish.marks.map((mark) => markNames[mark]).join('、'),
        String(totalOf(dish)),
        String(dish.eatIn),
        String(dish.takeAway),
        String(dish.delivery),
        String(dish.counter),
        '',
      ]),
    },
    ...(notes.length > 0
      ? [
          {
            title: '留言',
            columns: ['留言', '菜', '记号'],
            rows: notes.map(({ note, dishes: of }) => [note, of, '']),
          },
        ]
      : []),
  ],
})
