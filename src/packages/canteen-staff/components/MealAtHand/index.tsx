import { useState, type ReactNode } from 'react'
import { now, today } from '@/src/api/clock'
import { Empty } from '@/src/design/Empty'
import { Page } from '@/src/design/Page'
import { Tabs } from '@/src/design/Tabs'
import { useServices } from '@/src/queries/canteenStaff'
import { Reading } from '@/src/queries/Reading'
import { mealNames } from '@/src/words/meals'
import { daySaid } from '@/src/words/time'
import { addDays } from '@/types/shared/day'
import { mealNow } from './mealNow'

type MealAtHandProps = {
  /** The page's title while there is no meal to show. */
  title: string
  /** The meal the page was opened for; else the one at hand. */
  asked: string | undefined
  children: (service: string, others: ReactNode) => ReactNode
}

/** Which meal a page is about: the one on or next, with those of today and tomorrow a tap away. */
export function MealAtHand({ title, asked, children }: MealAtHandProps) {
  const day = today()
  const reading = useServices(day, addDays(day, 1))
  const [chosen, setChosen] = useState(asked)
  const meals = (reading.data?.items ?? []).filter(
    ({ state }) => state === 'published' || state === 'closed',
  )
  const service = chosen ?? mealNow(meals, now())?.id
  if (service === undefined)
    return (
      <Page wide title={title}>
        <Reading of={reading} failed="今天的餐没有打开">
          {() => (
            <Empty
              label="今天和明天都没有开餐"
              detail="在“排餐”里排好、发布，这里就能用了。"
              drawing="bowl"
            />
          )}
        </Reading>
      </Page>
    )
  const places = new Set(meals.map(({ placeName }) => placeName))
  const tabs = meals.map((meal) => ({
    value: meal.id,
    label: `${daySaid(meal.day, day)}${mealNames[meal.meal]}${places.size > 1 ? ` ${meal.placeName}` : ''}`,
  }))
  const others =
    tabs.length > 1 && tabs.some(({ value }) => value === service) ? (
      <Tabs label="哪一餐" tabs={tabs} value={service} onChange={setChosen} />
    ) : null
  return <>{children(service, others)}</>
}
