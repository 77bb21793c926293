import { View } from '@tarojs/components'
import { useState } from 'react'
import { today } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Empty } from '@/src/design/Empty'
import { Heading } from '@/src/design/Heading'
import { Page } from '@/src/design/Page'
import { Row, Rows } from '@/src/design/Row'
import { Sheet } from '@/src/design/Sheet'
import { Tag } from '@/src/design/Tag'
import { SignedIn, type KnownMe } from '@/src/pages/residents/components/SignedIn'
import { useEndActing, useMe } from '@/src/queries/residents'
import { Submitted } from '@/src/queries/Submitted'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { fullDay, relationOfActor, relations, residencySaid } from '@/src/words/residents'
import type { MyDependant } from '@/types/residents'
import { Outgrown } from './components/Outgrown'
import { Request } from './components/Request'

/** Whom I act for, who may act for me, and who asked to. */
export default function Family() {
  const reading = useMe()
  const cached = cachedAt(reading)
  return (
    <Page
      title="家人"
      {...(cached && { cachedAt: cached })}
      {...(reading.data?.person && {
        action: <Button label="加一位家人" drawing="plus" onTap={() => goTo('addDependant')} />,
      })}
    >
      <SignedIn failed="家人没有打开" why="加家人要先登记您的名字">
        {(me) => <People me={me} />}
      </SignedIn>
    </Page>
  )
}

/** In the year before a child turns 14, the day is said from which the child agrees in person. */
const whoSaid = ({ relation, age, guardedUntil }: MyDependant): string =>
  [
    relations[relation],
    age === null ? null : `${age} 岁`,
    age === 13 && guardedUntil !== null
      ? `${fullDay(guardedUntil)} 满 14 岁，那天起要他自己同意您替他办事`
      : null,
  ]
    .filter(Boolean)
    .join(' · ')

function People({ me: { dependants, outgrown, actingForMe, askingToAct } }: { me: KnownMe }) {
  return (
    <>
      {askingToAct.map((asking) => (
        <Request key={asking.id} asking={asking} />
      ))}
      {outgrown.map((child) => (
        <Outgrown key={child.id} child={child} />
      ))}
      {dependants.length > 0 ? (
        <>
          <Heading label="您替他们办事" />
          <Rows label="您替他们办事">
            {dependants.map((dependant) => (
              <Dependant key={dependant.id} dependant={dependant} />
            ))}
          </Rows>
        </>
      ) : (
        <Empty
          label="还没有加家人"
          detail="加上父母、孩子，就能替他们报名、出示会员码。"
          drawing="family"
        />
      )}
      {actingForMe.length > 0 && <Actors actors={actingForMe} />}
    </>
  )
}

function Dependant({ dependant }: { dependant: MyDependant }) {
  const standing = residencySaid(dependant.verification?.until, today())
  return (
    <Row
      label={dependant.name}
      detail={whoSaid(dependant)}
      drawing="person"
      colour="pine"
      saying={standing.label}
      onTap={() => goTo('profile', { person: dependant.id })}
    >
      <Tag {...standing} />
    </Row>
  )
}

/** Who may act for me; leave is taken back by a tap and a confirmation. */
function Actors({ actors }: { actors: KnownMe['actingForMe'] }) {
  const [ending, setEnding] = useState<KnownMe['actingForMe'][number]>()
  const end = useEndActing()
  const close = () => setEnding(undefined)
  return (
    <>
      <Heading label="他们可以替您办事" />
      <Submitted of={end} />
      <Rows label="他们可以替您办事">
        {actors.map((actor) => (
          <Row
            key={actor.id}
            label={actor.name}
            detail={`您的${relationOfActor(actor.relation)} · 点这里可以收回`}
            drawing="hand"
            colour="blue"
            onTap={() => setEnding(actor)}
          />
        ))}
      </Rows>
      {ending && (
        <Sheet
          label={`不让${ending.name}替您办事了吗？`}
          yes={{
            label: '不让了',
            danger: true,
            busy: end.busy || end.waiting,
            onTap: () => end.submit({ actor: ending.id }, { done: close, failed: close }),
          }}
          back="还让他办"
          onBack={close}
        >
          <View>收回以后，他不能再替您报名、取消。已经报上的还在。</View>
        </Sheet>
      )}
    </>
  )
}
