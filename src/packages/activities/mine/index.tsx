import { View } from '@tarojs/components'
import { useState } from 'react'
import { now } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Empty } from '@/src/design/Empty'
import { Page } from '@/src/design/Page'
import { Sheet } from '@/src/design/Sheet'
import { Tabs } from '@/src/design/Tabs'
import { showToast } from '@/src/design/Toast'
import { SignedIn, type KnownMe } from '@/src/pages/residents/components/SignedIn'
import { useCancelSignUp, useMySignUps } from '@/src/queries/activities'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { Submitted } from '@/src/queries/Submitted'
import { cachedAt } from '@/src/queries/when'
import { useMe } from '@/src/queries/residents'
import { goTo } from '@/src/routes'
import { nextStartOf } from '@/src/words/activities'
import { whenSaid } from '@/src/words/time'
import type { Registration } from '@/types/activities'
import { SignUpCard } from './components/SignUpCard'
import { leaving } from './leaving'

const views = [
  { value: 'coming' as const, label: '还没结束' },
  { value: 'past' as const, label: '以前的' },
]

/** What I and my people are signed up for: how each stands, and the way out. */
export default function MySignUps() {
  const [view, setView] = useState<'coming' | 'past'>('coming')
  const known = Boolean(useMe().data?.person)
  const reading = useMySignUps(view === 'past', { enabled: known })
  const cached = cachedAt(reading)
  return (
    <Page title="我的报名" {...(cached && { cachedAt: cached })}>
      <SignedIn failed="报名没有打开" why="登记了名字，才知道是您的报名">
        {(me) => (
          <>
            <Tabs label="看哪些" tabs={views} value={view} onChange={setView} />
            <List me={me} reading={reading} past={view === 'past'} />
          </>
        )}
      </SignedIn>
    </Page>
  )
}

/** What was left is over for whoever left it: it waits among the past ones. */
const shownOf = (all: readonly Registration[], past: boolean): readonly Registration[] =>
  past ? all : all.filter(({ state }) => state !== 'cancelled')

type ListProps = {
  me: KnownMe
  reading: ReturnType<typeof useMySignUps>
  past: boolean
}

function List({ me, reading, past }: ListProps) {
  const [chosen, setChosen] = useState<Registration>()
  return (
    <Reading of={reading} failed="报名没有打开">
      {(all) => (
        <>
          {shownOf(all, past).length === 0 && (
            <Empty
              label={past ? '还没有参加过活动' : '现在没有报名'}
              detail="看看有什么活动，喜欢就点进去。"
            >
              <Button label="看看活动" look="secondary" onTap={() => goTo('activities')} />
            </Empty>
          )}
          {shownOf(all, past).map((registration) => (
            <SignUpCard
              key={registration.id}
              registration={registration}
              self={registration.person.id === me.person.id}
              onLeave={() => setChosen(registration)}
            />
          ))}
          <ReadOn of={reading} />
          {chosen && (
            <Leave
              registration={chosen}
              self={chosen.person.id === me.person.id}
              onBack={() => setChosen(undefined)}
            />
          )}
        </>
      )}
    </Reading>
  )
}

type LeaveProps = { registration: Registration; self: boolean; onBack: () => void }

/** Asks before a place is given back. */
function Leave({ registration, self, onBack }: LeaveProps) {
  const cancel = useCancelSignUp()
  const { activity, person, title } = registration
  const way = leaving(registration, now())
  if (!way?.label) return null
  const leave = () =>
    cancel.submit(
      { activity, ...(!self && { forResident: person.id }) },
      {
        done: () => {
          showToast('已经取消了')
          onBack()
        },
      },
    )
  return (
    <Sheet
      label={way.question}
      yes={{ label: way.yes, danger: true, busy: cancel.busy, onTap: leave }}
      back={cancel.waiting ? '知道了' : '留着'}
      onBack={onBack}
    >
      <View>
        {self ? '' : `${person.name}的`}
        {title}，{whenSaid(nextStartOf(registration, now()), now())}。
      </View>
      <View>{way.consequence}</View>
      <Submitted of={cancel} />
    </Sheet>
  )
}
