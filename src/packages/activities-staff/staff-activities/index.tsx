import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Empty } from '@/src/design/Empty'
import { Page } from '@/src/design/Page'
import { Tabs } from '@/src/design/Tabs'
import { useStaffActivities } from '@/src/queries/activitiesStaff'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { QueueState } from '../components/QueueState'
import { ActivityRow } from './components/ActivityRow'
import './index.scss'

const tabs = [
  { value: 'coming' as const, label: '还没结束' },
  { value: 'past' as const, label: '已经结束' },
]

/** What my nodes run, next first: how full it is, the way to its list, and to another like it. */
export default function StaffActivities() {
  const [tab, setTab] = useState<'coming' | 'past'>('coming')
  const past = tab === 'past'
  const reading = useStaffActivities(past)
  const cached = cachedAt(reading)
  return (
    <Page
      wide
      title="我们的活动"
      {...(cached && { cachedAt: cached })}
      action={<Button label="发布新活动" drawing="plus" onTap={() => goTo('publish')} />}
    >
      <QueueState />
      <Tabs label="按时间看" tabs={tabs} value={tab} onChange={setTab} />
      <Reading of={reading} failed="活动没有打开">
        {(activities) =>
          activities.length === 0 ? (
            <Empty
              label={past ? '还没有结束的活动' : '现在没有活动'}
              detail={past ? '办过的活动会在这里。' : '点下面的按钮发布一个，居民马上就能看到。'}
              drawing="calendar"
            />
          ) : (
            <>
              <View className="staff-activities">
                {activities.map((activity) => (
                  <ActivityRow key={activity.id} activity={activity} />
                ))}
              </View>
              <ReadOn of={reading} />
            </>
          )
        }
      </Reading>
    </Page>
  )
}
