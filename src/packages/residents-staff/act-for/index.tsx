import { useRouter } from '@tarojs/taro'
import { now } from '@/src/api/clock'
import { Empty } from '@/src/design/Empty'
import { Page } from '@/src/design/Page'
import { Row, Rows } from '@/src/design/Row'
import { Tag } from '@/src/design/Tag'
import { useActivities } from '@/src/queries/activities'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { usePerson } from '@/src/queries/residents'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { categories, signUpSaid, whenNextSaid } from '@/src/words/activities'

/** What can be signed up for on behalf of the resident who stands at the desk. */
export default function ActFor() {
  const { person = '' } = useRouter().params
  const name = usePerson(person).data?.name ?? '居民'
  const reading = useActivities({})
  const cached = cachedAt(reading)
  const at = now()
  return (
    <Page
      wide
      title={`替${name}报名`}
      subtitle="两个人的名字都会记下"
      {...(cached && { cachedAt: cached })}
    >
      <Reading of={reading} failed="活动没有打开">
        {(activities) =>
          activities.length === 0 ? (
            <Empty label="现在没有活动" drawing="calendar" />
          ) : (
            <>
              <Rows label="活动">
                {activities.map((activity) => {
                  const said = signUpSaid(activity, at)
                  const { id, title, placeName, category } = activity
                  return (
                    <Row
                      key={id}
                      label={title}
                      detail={`${whenNextSaid(activity, at)}，${placeName}`}
                      drawing={categories[category].drawing}
                      colour="gold"
                      saying={said.label}
                      onTap={() => goTo('activityDetail', { activity: id, forResident: person })}
                    >
                      <Tag {...said} />
                    </Row>
                  )
                })}
              </Rows>
              <ReadOn of={reading} />
            </>
          )
        }
      </Reading>
    </Page>
  )
}
