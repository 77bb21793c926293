import { useCentre } from '@/src/api/centre'
import { useState } from 'react'
import { today } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { DayStrip } from '@/src/design/DayStrip'
import { Empty } from '@/src/design/Empty'
import { More } from '@/src/design/More'
import { Page } from '@/src/design/Page'
import { Tabs } from '@/src/design/Tabs'
import { useActivities } from '@/src/queries/activities'
import { ChooseCentre } from '@/src/pages/centre/components/ChooseCentre'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { categories } from '@/src/words/activities'
import { daySaid } from '@/src/words/time'
import type { Category } from '@/types/activities'
import { addDays, type Day } from '@/types/shared/day'
import { ActivityLine } from './components/ActivityLine'

const week = [0, 1, 2, 3, 4, 5, 6]
const kinds = [
  { value: 'all' as const, label: '全部' },
  ...Object.entries(categories).map(([value, { label }]) => ({ value: value as Category, label })),
]

/** What can be signed up for, soonest first; by day and kind for those who look for something. */
export default function Activities() {
  const centre = useCentre()
  const [day, setDay] = useState<Day>()
  const [kind, setKind] = useState<Category | 'all'>('all')
  const reading = useActivities({
    ...(day !== undefined && { from: day, to: day }),
    ...(kind !== 'all' && { category: kind }),
  })
  const cached = cachedAt(reading)
  const first = today()
  const filtered = day !== undefined || kind !== 'all'
  const showAll = () => {
    setDay(undefined)
    setKind('all')
  }
  if (centre === null)
    return (
      <Page title="可以报名的活动">
        <ChooseCentre />
      </Page>
    )
  return (
    <Page
      title={day === undefined ? '可以报名的活动' : `${daySaid(day, first)}的活动`}
      {...(cached && { cachedAt: cached })}
    >
      <More label="按日子、按类别找" less="不找了，收起来">
        <DayStrip
          label="选一天"
          days={week.map((ahead) => addDays(first, ahead))}
          today={first}
          value={day}
          onChange={(chosen) => setDay(chosen === day ? undefined : chosen)}
        />
        <Tabs label="按类别看" tabs={kinds} value={kind} onChange={setKind} />
      </More>
      <Reading of={reading} failed="活动没有打开">
        {(activities) =>
          activities.length === 0 ? (
            <Empty
              label={filtered ? '这样找没有活动' : '现在还没有活动'}
              detail={
                filtered ? '换一天，或者看看全部活动。' : '有新活动会出现在这里，过几天再来看看。'
              }
            >
              {filtered && <Button label="看全部活动" look="secondary" onTap={showAll} />}
            </Empty>
          ) : (
            <>
              {activities.map((activity) => (
                <ActivityLine
                  key={activity.id}
                  activity={activity}
                  onTap={() => goTo('activityDetail', { activity: activity.id })}
                />
              ))}
              <ReadOn of={reading} />
            </>
          )
        }
      </Reading>
    </Page>
  )
}
