import { useRouter } from '@tarojs/taro'
import { useEffect } from 'react'
import { Page } from '@/src/design/Page'
import { Loading } from '@/src/design/Loading'
import { Reading } from '@/src/queries/Reading'
import { useMe } from '@/src/queries/residents'
import { replaceBy } from '@/src/routes'
import type { Me } from '@/types/residents'

/** Staff look the person up, somebody known here asks to act for them, and a first phone takes the card over. */
const follow = ({ person, roles }: Me, card: string): void => {
  if (!person) replaceBy('takeOver', { card })
  else if (roles.some(({ role }) => role !== 'volunteer')) replaceBy('person', { card })
  else replaceBy('askToAct', { card })
}

/** Where a scanned member card leads depends on who scans it. */
export default function Card() {
  const { card = '' } = useRouter().params
  const reading = useMe()
  const me = reading.isFetchedAfterMount ? reading.data : undefined
  useEffect(() => {
    if (me) follow(me, card)
  }, [me, card])
  return (
    <Page title="正在打开">
      <Reading of={reading} failed="没有打开">
        {() => <Loading />}
      </Reading>
    </Page>
  )
}
