import { View } from '@tarojs/components'
import { useState } from 'react'
import { now, today } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Empty } from '@/src/design/Empty'
import { Heading } from '@/src/design/Heading'
import { Page } from '@/src/design/Page'
import { Sheet } from '@/src/design/Sheet'
import { spoken } from '@/src/design/spoken'
import { showToast } from '@/src/design/Toast'
import { usePublishService, useServices } from '@/src/queries/canteenStaff'
import { Reading } from '@/src/queries/Reading'
import { useHolds } from '@/src/queries/residents'
import { Submitted } from '@/src/queries/Submitted'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { mealNames } from '@/src/words/meals'
import { daySaid } from '@/src/words/time'
import { addDays, monthDay, weekdayOf, type Day } from '@/types/shared/day'
import { mondayOf, weekFrom } from '../week'
import { CopyWeek } from './components/CopyWeek'
import { MealCard, type PlannedMeal } from './components/MealCard'
import './index.scss'

const dayTitle = (day: Day, now: Day): string => {
  const said = daySaid(day, now)
  const dated = `${monthDay(day)} ${weekdayOf(day)}`
  return said === dated ? dated : `${said} ${dated}`
}

/** A day that went by without a meal is no news. */
const daysShown = (monday: Day, meals: readonly PlannedMeal[]): readonly Day[] =>
  weekFrom(monday).filter((day) => day >= today() || meals.some((meal) => meal.day === day))

/** The meals of a week, day by day: planned, published, and how far each is. */
export default function Meals() {
  const [monday, setMonday] = useState(() => mondayOf(today()))
  const sunday = addDays(monday, 6)
  const reading = useServices(monday, sunday)
  const holds = useHolds()
  const plans = holds('canteenStaff', 'centreStaff')
  const cached = cachedAt(reading)
  const begin = monday > today() ? monday : today()
  return (
    <Page
      wide
      title="排餐"
      subtitle={`${monthDay(monday)} 到 ${monthDay(sunday)}`}
      {...(cached && { cachedAt: cached })}
      {...(plans &&
        sunday >= today() && {
          action: (
            <Button label="加一餐" drawing="plus" onTap={() => goTo('mealEdit', { day: begin })} />
          ),
        })}
    >
      <View className="meals__turn">
        <Button label="上一周" look="quiet" onTap={() => setMonday(addDays(monday, -7))} />
        <Button label="下一周" look="quiet" onTap={() => setMonday(addDays(monday, 7))} />
      </View>
      <Reading of={reading} failed="这一周的餐没有打开">
        {({ items }) => (
          <>
            {plans && <Drafts key={monday} meals={items} />}
            {plans && sunday >= today() && (
              <View className="meals__copy">
                <CopyWeek monday={monday} />
              </View>
            )}
            {sunday < today() && items.length === 0 && (
              <Empty label="这一周没有开餐" drawing="bowl" />
            )}
            {daysShown(monday, items).map((day) => (
              <View
                key={day}
                className="meals__day"
                {...spoken({ role: 'group', label: dayTitle(day, today()) })}
              >
                <Heading label={dayTitle(day, today())} />
                <OneDay
                  day={day}
                  meals={items.filter((meal) => meal.day === day)}
                  plans={plans && day >= today()}
                />
              </View>
            ))}
          </>
        )}
      </Reading>
    </Page>
  )
}

function OneDay({
  day,
  meals,
  plans,
}: {
  day: Day
  meals: readonly PlannedMeal[]
  plans: boolean
}) {
  if (meals.length === 0)
    return (
      <View className="meals__none">
        <View>这一天没有开餐</View>
        {plans && (
          <Button
            label="排这一天"
            fuller={`排这一天，${monthDay(day)}`}
            look="quiet"
            onTap={() => goTo('mealEdit', { day })}
          />
        )}
      </View>
    )
  return (
    <View className="meals__cards">
      {meals.map((meal) => (
        <MealCard key={meal.id} meal={meal} plans={plans} />
      ))}
    </View>
  )
}

/** All drafts of the week published one after another: the week was looked through, and goes out at once. */
function Drafts({ meals }: { meals: readonly PlannedMeal[] }) {
  const [asking, setAsking] = useState(false)
  const publish = usePublishService()
  const drafts = meals.filter(({ state, endsAt }) => state === 'draft' && now() < endsAt)
  const send = ([first, ...rest]: readonly PlannedMeal[]) => {
    if (!first) {
      showToast('都发布了，居民现在就能订')
      return
    }
    publish.submit({ service: first.id }, { done: () => send(rest) })
  }
  if (drafts.length < 2 && !publish.error) return null
  return (
    <>
      <Submitted of={publish} />
      <Button
        label={`这一周的 ${drafts.length} 餐草稿都发布`}
        look="secondary"
        busy={publish.busy || publish.waiting}
        onTap={() => setAsking(true)}
      />
      {asking && (
        <Sheet
          label={`${drafts.length} 餐都发布吗？`}
          yes={{
            label: '都发布',
            onTap: () => {
              setAsking(false)
              send(drafts)
            },
          }}
          back="再看看"
          onBack={() => setAsking(false)}
        >
          {drafts.map(({ day, meal }) => `${daySaid(day, today())}${mealNames[meal]}`).join('、')}
          。发布以后居民马上能看到、能订。
        </Sheet>
      )}
    </>
  )
}
