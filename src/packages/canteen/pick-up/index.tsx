import { useRouter } from '@tarojs/taro'
import { useEffect } from 'react'
import { Loading } from '@/src/design/Loading'
import { Page } from '@/src/design/Page'
import { useMyMeals } from '@/src/queries/myMeals'
import { Reading } from '@/src/queries/Reading'
import { useHolds, useMe } from '@/src/queries/residents'
import { replaceBy } from '@/src/routes'

/** Where the scanned code of an order leads: those who hand out meals serve it, its people see it. */
export default function PickUp() {
  const { order = '' } = useRouter().params
  const reading = useMe()
  const me = reading.isFetchedAfterMount ? reading.data : undefined
  const serves = useHolds()('canteenStaff', 'communityStaff', 'centreStaff')
  const asks = Boolean(me?.person) && !serves
  const mine = useMyMeals({ enabled: asks })
  const settled = me !== undefined && (!asks || mine.isFetchedAfterMount)
  const found = mine.data?.find(({ id }) => id === order)
  const person = found?.person && found.person.id !== me?.person?.id ? found.person.id : undefined
  useEffect(() => {
    if (!settled) return
    if (serves) replaceBy('mealQueue', { order })
    else replaceBy('meal', { order, ...(person !== undefined && { person }) })
  }, [settled, serves, order, person])
  return (
    <Page title="正在打开">
      <Reading of={reading} failed="没有打开">
        {() => <Loading />}
      </Reading>
    </Page>
  )
}
