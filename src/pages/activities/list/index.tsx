import { useCentre } from '@/src/api/centre'
import { useState } from 'react'
import { today } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Empty } from '@/src/design/Empty'
import { Page } from '@/src/design/Page'
import { useActivities } from '@/src/queries/activities'
import { ChooseCentre } from '@/src/pages/centre/components/ChooseCentre'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { daySaid } from '@/src/words/time'
import { ActivityLine } from './components/ActivityLine'
import { Filters, type Wanted } from './components/Filters'

/** What can be signed up for, soonest first; by day and kind for those who look for something. */
export default function Activities() {
  const centre = useCentre()
  const [wanted, setWanted] = useState<Wanted>({})
  const { day, kind } = wanted
  const reading = useActivities({
    ...(day !== undefined && { from: day, to: day }),
    ...(kind !== undefined && { category: kind }),
  })
  const cached = cachedAt(reading)
  const first = today()
  const filtered = day !== undefined || kind !== undefined
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
      <Filters wanted={wanted} today={first} onChange={setWanted} />
      <Reading of={reading} failed="活动没有打开">
        {(activities) =>
          activities.length === 0 ? (
            <Empty
              label={filtered ? '这样找没有活动' : '现在还没有活动'}
              detail={
                filtered ? '换一天，或者看看全部活动。' : '有新活动会出现在这里，过几天再来看看。'
              }
            >
              {filtered && (
                <Button label="看全部活动" look="secondary" onTap={() => setWanted({})} />
              )}
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
