import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { OutputOf } from '@/src/api/call'
import { useCentre } from '@/src/api/centre'
import { now, today } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { CallButton } from '@/src/design/CallButton'
import { Card } from '@/src/design/Card'
import { DayStrip } from '@/src/design/DayStrip'
import { Empty } from '@/src/design/Empty'
import { Figure } from '@/src/design/Figure'
import { Heading } from '@/src/design/Heading'
import { More } from '@/src/design/More'
import { Page } from '@/src/design/Page'
import { Speak } from '@/src/design/Speak'
import { Tabs } from '@/src/design/Tabs'
import { Tag } from '@/src/design/Tag'
import { ShareButton } from '@/src/pages/centre/components/ShareButton'
import { useShareCard } from '@/src/platform/share'
import { useMeal, useMenu } from '@/src/queries/canteen'
import { Reading } from '@/src/queries/Reading'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { leftSaid, orderingSaid, takesOrders, yuanAloud } from '@/src/words/canteen'
import { mealNames } from '@/src/words/meals'
import { daySaid, spanSaid } from '@/src/words/time'
import type { Service } from '@/types/canteen'
import type { Day, Instant } from '@/types/shared/day'
import { Again } from './components/Again'
import { Dish } from './components/Dish'
import { Operator } from './components/Operator'
import { Ordered } from './components/Ordered'

type Menu = OutputOf<'canteen', 'menu'>

/** The meal people mean before they choose: the first that can be ordered, else the one that is on or comes next. */
const firstMeal = (services: readonly Service[], at: Instant): Service | undefined =>
  services.find((service) => takesOrders(service, at)) ??
  services.find(({ endsAt }) => at < endsAt) ??
  services[0]

/** What the canteen cooks, day by day, and the way to an order; what the code on its door leads to. */
export default function Menu() {
  const { forResident } = useRouter().params
  const centre = useCentre()
  const reading = useMenu()
  const [chosen, setChosen] = useState<string>()
  const services = reading.data?.services ?? []
  const shown = services.find(({ id }) => id === chosen) ?? firstMeal(services, now())
  const cached = cachedAt(reading)
  useShareCard({
    title: '共享餐厅的菜单：点开就能订餐',
    target: { to: 'service', centre: centre ?? '', service: 'canteen' },
  })
  const open = shown !== undefined && takesOrders(shown, now())
  return (
    <Page
      title="共享餐厅"
      subtitle={forResident === undefined ? '老人按年龄打折' : '替人订餐，两个人的名字都会记下'}
      {...(cached && { cachedAt: cached })}
      {...(open && {
        action: (
          <Button
            label={`订${daySaid(shown.day, today())}的${mealNames[shown.meal]}`}
            drawing="bowl"
            onTap={() =>
              goTo('mealOrder', { service: shown.id, ...(forResident && { forResident }) })
            }
          />
        ),
      })}
    >
      <Reading of={reading} failed="菜单没有打开">
        {(menu) => (
          <Content
            menu={menu}
            shown={shown}
            onChoose={setChosen}
            {...(forResident !== undefined && { forResident })}
          />
        )}
      </Reading>
    </Page>
  )
}

type ContentProps = {
  menu: Menu
  shown: Service | undefined
  onChoose: (service: string) => void
  forResident?: string
}

function Content({ menu, shown, onChoose, forResident }: ContentProps) {
  const centre = useCentre()
  const { services, operator, callNumber } = menu
  const days = [...new Set(services.map(({ day }) => day))]
  const ofDay = (day: Day) => services.filter((service) => service.day === day)
  const chooseDay = (day: Day) => {
    const first = firstMeal(ofDay(day), now())
    if (first) onChoose(first.id)
  }
  return (
    <>
      {shown ? (
        <>
          {days.length > 1 && (
            <DayStrip
              label="看哪一天"
              days={days}
              value={shown.day}
              today={today()}
              onChange={chooseDay}
            />
          )}
          <MealTabs services={ofDay(shown.day)} value={shown.id} onChange={onChoose} />
          <OneMeal service={shown} {...(forResident !== undefined && { forResident })} />
        </>
      ) : (
        <Empty
          label="菜单还没有出来"
          detail="餐厅排好了菜，就会写在这里。着急的话，请打电话问问。"
          drawing="bowl"
        />
      )}
      {forResident === undefined && (
        <Button label="我家订过的餐" look="quiet" drawing="rice" onTap={() => goTo('myMeals')} />
      )}
      <More label="谁在做饭、分享给家人">
        {operator && <Operator operator={operator} />}
        <ShareButton
          label="分享给家人和邻居"
          target={{ to: 'service', centre: centre ?? '', service: 'canteen' }}
        />
      </More>
      {callNumber !== null && <CallButton label="打电话问餐厅" phone={callNumber} />}
    </>
  )
}

type MealTabsProps = {
  services: readonly Service[]
  value: string
  onChange: (service: string) => void
}

/** Which meal of a day, where there are several. */
function MealTabs({ services, value, onChange }: MealTabsProps) {
  if (services.length < 2) return null
  const places = new Set(services.map(({ placeName }) => placeName))
  return (
    <Tabs
      label="看哪一餐"
      tabs={services.map(({ id, meal, placeName }) => ({
        value: id,
        label: `${mealNames[meal]}${places.size > 1 ? ` ${placeName}` : ''}`,
      }))}
      value={value}
      onChange={onChange}
    />
  )
}

const aloud = (service: Service): string => {
  const { day, meal, startsAt, endsAt, placeName, offers } = service
  return [
    `${daySaid(day, today())}的${mealNames[meal]}，${spanSaid(startsAt, endsAt)}，在${placeName}`,
    orderingSaid(service, now()).label,
    ...offers.map((offer) => `${offer.name}，${yuanAloud(offer.price)}，${leftSaid(offer).label}`),
  ].join('。')
}

/** One meal: when and where, what my family has of it, and its dishes. */
function OneMeal({ service, forResident }: { service: Service; forResident?: string }) {
  const meal = useMeal(service.id, forResident)
  const { day, startsAt, endsAt, placeName, offers, state } = service
  const name = `${daySaid(day, today())}的${mealNames[service.meal]}`
  const family = meal.data?.family ?? []
  return (
    <>
      <Card label={name}>
        <Heading label={name} />
        <Figure label="几点" value={spanSaid(startsAt, endsAt)} reason={placeName} />
        <Tag {...orderingSaid(service, now())} />
        {state !== 'calledOff' && !takesOrders(service, now()) && now() < endsAt && (
          <Figure label="还想吃" value="到柜台现买" reason="卖完为止，也按年龄打折" />
        )}
      </Card>
      <Ordered family={family} onBehalf={forResident !== undefined} />
      {takesOrders(service, now()) && (
        <Again meal={service} family={family} {...(forResident !== undefined && { forResident })} />
      )}
      {state !== 'calledOff' && (
        <>
          <Speak label="把菜单读给我听" words={aloud(service)} />
          {offers.map((offer) => (
            <Dish key={offer.dish} offer={offer} />
          ))}
        </>
      )}
    </>
  )
}
