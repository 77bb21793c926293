import { useRouter } from '@tarojs/taro'
import { Button } from '@/src/design/Button'
import { CallButton } from '@/src/design/CallButton'
import { Empty } from '@/src/design/Empty'
import { Page } from '@/src/design/Page'
import { SignedIn } from '@/src/pages/residents/components/SignedIn'
import { useToday } from '@/src/queries/centre'
import { useMyErrands } from '@/src/queries/errands'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { useMe, usePerson } from '@/src/queries/residents'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { Mine } from './components/Mine'

/** What was ordered for my family, or, by staff, for one person. */
export default function MyErrands() {
  const { forResident, fresh } = useRouter().params
  const me = useMe().data?.person
  const reading = useMyErrands(forResident, { enabled: Boolean(me) })
  const name = usePerson(forResident).data?.name
  const cached = cachedAt(reading)
  const phone = useToday().data?.phone
  return (
    <Page
      title={forResident === undefined ? '我点的帮忙' : `${name ?? '居民'}点的帮忙`}
      {...(cached && { cachedAt: cached })}
      action={
        <Button
          label="再点一项"
          drawing="plus"
          onTap={() => goTo('errandMenu', forResident === undefined ? {} : { forResident })}
        />
      }
    >
      <SignedIn failed="没有打开" why="登记了名字，才知道给谁帮忙">
        {(known) => (
          <Reading of={reading} failed="没有打开">
            {(errands) => (
              <>
                {errands.length === 0 && (
                  <Empty
                    label="还没有点过"
                    detail="修水龙头、陪同看病、读信，都可以请志愿者来帮。"
                    drawing="hand"
                  />
                )}
                {errands.map((errand, i) => (
                  <Mine
                    key={errand.id}
                    errand={errand}
                    self={errand.person.id === known.person.id}
                    fresh={fresh !== undefined && i === 0}
                  />
                ))}
                <ReadOn of={reading} />
              </>
            )}
          </Reading>
        )}
      </SignedIn>
      {phone && <CallButton label="打电话给社区" phone={phone} />}
    </Page>
  )
}
