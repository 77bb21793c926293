import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Empty } from '@/src/design/Empty'
import { Field } from '@/src/design/Field'
import { Heading } from '@/src/design/Heading'
import { Page } from '@/src/design/Page'
import { Tag } from '@/src/design/Tag'
import { showToast } from '@/src/design/Toast'
import { SignedIn } from '@/src/pages/residents/components/SignedIn'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { useMe } from '@/src/queries/residents'
import { useAskPurchase, useCancelPurchase, useMyPurchases } from '@/src/queries/shop'
import { Submitted } from '@/src/queries/Submitted'
import { cachedAt } from '@/src/queries/when'
import { fenOf } from '@/src/packages/canteen-staff/money'
import { yuanSaid } from '@/src/words/meals'
import { purchaseStates } from '@/src/words/shop'
import type { Purchase } from '@/types/shop'
import { Who } from '../components/Who'
import { useWhom } from '../components/Who/whom'

/** What somebody buys for me, or for one of mine: asked, bought, fetched and paid. */
export default function Purchases() {
  const { whose, asStaff } = useWhom()
  const known = Boolean(useMe().data?.person)
  const reading = useMyPurchases(asStaff ? whose.forResident : undefined, { enabled: known })
  const cached = cachedAt(reading)
  return (
    <Page
      title="请人代购"
      subtitle="买好了到超市柜台取，家里人或者志愿者代取也行；按实价付钱，不加钱"
      {...(cached && { cachedAt: cached })}
    >
      <SignedIn failed="代购没有打开" why="登记了名字，才知道替谁买">
        {({ person }) => (
          <>
            <Ask />
            <Reading of={reading} failed="代购没有打开">
              {(purchases) => (
                <>
                  <Heading label="托买过的" />
                  {purchases.length === 0 && <Empty label="还没有托人买过" drawing="house" />}
                  {purchases.map((purchase) => (
                    <PurchaseCard key={purchase.id} purchase={purchase} me={person.id} />
                  ))}
                  <ReadOn of={reading} />
                </>
              )}
            </Reading>
          </>
        )}
      </SignedIn>
    </Page>
  )
}

function Ask() {
  const whom = useWhom()
  const ask = useAskPurchase()
  const [what, setWhat] = useState('')
  const [most, setMost] = useState('')
  const [tried, setTried] = useState(false)
  const limit = most.trim() === '' ? null : fenOf(most)
  const wrongLimit = most.trim() !== '' && !limit
  const send = () => {
    setTried(true)
    if (what.trim() === '' || wrongLimit) return
    ask.submit(
      {
        ...whom.whose,
        what: what.trim(),
        most: limit,
      },
      {
        done: () => {
          setWhat('')
          setMost('')
          setTried(false)
          showToast('记下了，买好了告诉您')
        },
      },
    )
  }
  return (
    <>
      <Who label="替谁买" whom={whom} />
      <Field
        label="要买什么"
        hint="写清楚牌子和数量，比如：止咳糖浆一瓶"
        most={60}
        value={what}
        onChange={setWhat}
        {...(tried && what.trim() === '' && { error: '请写要买什么' })}
      />
      <Field
        label="最多花多少元"
        kind="money"
        optional
        value={most}
        onChange={setMost}
        {...(tried && wrongLimit && { error: '请写多少元，比如 30' })}
      />
      <Submitted of={ask} />
      <Button label="托超市买" busy={ask.busy || ask.waiting} onTap={send} />
    </>
  )
}

function PurchaseCard({ purchase, me }: { purchase: Purchase; me: string }) {
  const cancel = useCancelPurchase()
  const { id, what, most, fen, state, person, by, because } = purchase
  const said = purchaseStates[state]
  const send = () =>
    cancel.submit(
      { ...(person.id !== me && { forResident: person.id }), purchase: id },
      { done: () => showToast('取消了，不买了') },
    )
  return (
    <Card label={[what, said.label].join('，')}>
      <Heading label={what} />
      <View>
        <Tag {...said} />
        {person.id !== me && <Tag label={`${person.name}的`} tone="blue" />}
        {by !== null && <Tag label={`${by}替说的`} tone="blue" />}
      </View>
      {because !== null && <View>超市没有买成：{because}</View>}
      {fen !== null ? (
        <View>
          花了 {yuanSaid(fen)}
          {state === 'bought' && '，到超市柜台取的时候付'}
        </View>
      ) : (
        most !== null && <View>最多花 {yuanSaid(most)}</View>
      )}
      <Submitted of={cancel} />
      {state === 'asked' && (
        <Button
          label="不买了"
          fuller={`不买了，${what}`}
          look="quiet"
          busy={cancel.busy || cancel.waiting}
          onTap={send}
        />
      )}
    </Card>
  )
}
