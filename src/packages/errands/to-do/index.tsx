import { useState } from 'react'
import { CallButton } from '@/src/design/CallButton'
import { Page } from '@/src/design/Page'
import { Tabs } from '@/src/design/Tabs'
import { SignedIn } from '@/src/pages/residents/components/SignedIn'
import { toTop } from '@/src/platform/toTop'
import { useToday } from '@/src/queries/centre'
import { useErrandsToDo, useOpenErrands } from '@/src/queries/errands'
import { useMe } from '@/src/queries/residents'
import { cachedAt } from '@/src/queries/when'
import { Offers } from './components/Offers'
import { Promised } from './components/Promised'

type View = 'asked' | 'near' | 'mine' | 'past'

const views = [
  { value: 'asked' as const, label: '请我去的' },
  { value: 'near' as const, label: '附近要帮的' },
  { value: 'mine' as const, label: '我答应的' },
  { value: 'past' as const, label: '做过的' },
]

/** For volunteers: who asks for me, who else needs somebody near me, and what I promised. */
export default function ErrandsToDo() {
  const [view, setView] = useState<View>('asked')
  const known = Boolean(useMe().data?.person)
  const offers = useOpenErrands(view === 'asked', {
    enabled: known && (view === 'asked' || view === 'near'),
  })
  const promised = useErrandsToDo(view === 'past', {
    enabled: known && (view === 'mine' || view === 'past'),
  })
  const offered = view === 'asked' || view === 'near'
  const cached = cachedAt(offered ? offers : promised)
  const phone = useToday().data?.phone
  // What I said yes to leaves the offers: among what I promised it is still there.
  const accepted = () => {
    setView('mine')
    toTop()
  }
  return (
    <Page
      title="去帮邻居"
      subtitle="有空就接一件，没空就说没空"
      {...(cached && { cachedAt: cached })}
    >
      <SignedIn failed="没有打开" why="登记了名字，邻居才知道谁来帮忙">
        {() => (
          <>
            <Tabs label="看哪些" tabs={views} value={view} onChange={setView} />
            {offered ? (
              <Offers reading={offers} asked={view === 'asked'} onAccepted={accepted} />
            ) : (
              <Promised reading={promised} past={view === 'past'} />
            )}
          </>
        )}
      </SignedIn>
      {phone && <CallButton label="打电话问问" phone={phone} />}
    </Page>
  )
}
