import { View } from '@tarojs/components'
import { useState } from 'react'
import { now } from '@/src/api/clock'
import { currentCentre } from '@/src/api/centre'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Choice } from '@/src/design/Choice'
import { Heading } from '@/src/design/Heading'
import { webAddress } from '@/src/platform/webAddress'
import { useStaffActivities } from '@/src/queries/activitiesStaff'
import { useIssueDisplay } from '@/src/queries/centre'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { Submitted } from '@/src/queries/Submitted'
import { address } from '@/src/routes'
import { whenNextSaid } from '@/src/words/activities'
import { NewLink } from '../NewLink'

/** The whole address of a venue screen: it holds the token, which is shown this once. */
const linkOf = (activity: string, token: string): string =>
  `${webAddress()}#${address('venue', {
    centre: currentCentre() ?? '',
    activity,
    display: token,
  })}`

/** A screen is mostly for what comes next: the button stands beneath a few, not beneath all. */
const soonest = 4

/** Makes a link for the screen of one activity and shows it, once. `activity` is chosen already when it is given. */
export function Issue({ activity }: { activity?: string }) {
  const coming = useStaffActivities(false)
  const [chosen, setChosen] = useState(activity)
  const [all, setAll] = useState(false)
  const issue = useIssueDisplay()
  const [link, setLink] = useState<string>()
  const given = coming.data?.find(({ id }) => id === activity)
  const make = () => {
    if (chosen === undefined) return
    issue.submit(
      { shows: 'checkIn', thing: chosen },
      { done: ({ token }) => setLink(linkOf(chosen, token)) },
    )
  }
  if (link !== undefined)
    return <NewLink link={link} shows="签到屏" onClose={() => setLink(undefined)} />
  return (
    <Card label="发一个新链接">
      <Heading label="发一个新链接" />
      <Reading of={coming} failed="活动没有打开">
        {(activities) =>
          activities.length === 0 ? (
            <View>现在没有还没结束的活动，先去发布一个。</View>
          ) : (
            <>
              <Choice
                label="给哪个活动签到"
                options={(given
                  ? [given]
                  : activities.slice(0, all ? activities.length : soonest)
                ).map((one) => ({
                  value: one.id,
                  label: one.title,
                  detail: `${whenNextSaid(one, now())}，${one.placeName}`,
                }))}
                value={chosen}
                onChange={setChosen}
              />
              {!given && all && <ReadOn of={coming} label="再看一些活动" />}
              {!given && !all && activities.length > soonest && (
                <Button label="再看一些活动" look="quiet" onTap={() => setAll(true)} />
              )}
              <Submitted of={issue} />
              <Button
                label={chosen === undefined ? '先选一个活动' : '发链接'}
                off={chosen === undefined}
                busy={issue.busy || issue.waiting}
                onTap={make}
              />
            </>
          )
        }
      </Reading>
    </Card>
  )
}
