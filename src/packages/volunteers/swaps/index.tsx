import { View } from '@tarojs/components'
import { useState } from 'react'
import { now } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { CallButton } from '@/src/design/CallButton'
import { Card } from '@/src/design/Card'
import { Empty } from '@/src/design/Empty'
import { Heading } from '@/src/design/Heading'
import { Page } from '@/src/design/Page'
import { Row } from '@/src/design/Row'
import { Sheet } from '@/src/design/Sheet'
import { Speak } from '@/src/design/Speak'
import { Tag } from '@/src/design/Tag'
import { showToast } from '@/src/design/Toast'
import { SignedIn } from '@/src/pages/residents/components/SignedIn'
import { useToday } from '@/src/queries/centre'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { Submitted } from '@/src/queries/Submitted'
import { useAnswerSwap, useOfferSwap, useSwaps, useTakeSwap } from '@/src/queries/volunteers'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { shiftKinds, shiftWhenSaid } from '@/src/words/volunteers'
import type { Swap } from '@/types/volunteers'
import { Obstacle } from '../components/Obstacle'
import { RegisterFirst } from '../components/RegisterFirst'
import { Terms } from '../components/Terms'
import { useWhose, Who, type Whose } from '../components/Who'

/** Places that others would like to hand on, mine or those of whom I act for among them, and what waits for my word as staff. */
export default function Swaps() {
  const { known, choose, ...whose } = useWhose()
  const { name, forSomeone } = whose
  const reading = useSwaps(forSomeone, { enabled: known })
  const cached = cachedAt(reading)
  const phone = useToday().data?.phone
  return (
    <Page
      title="换班"
      subtitle={`有人来不了，看看${name || '您'}能不能替他来`}
      {...(cached && { cachedAt: cached })}
    >
      <SignedIn failed="换班没有打开" why="登记了名字，才知道是您来替">
        {() => (
          <>
            <Who label="谁来替、谁想换" whose={whose} onChange={choose} />
            <Reading of={reading} failed="换班没有打开">
              {(swaps) => (
                <>
                  {swaps.length === 0 && !reading.hasNextPage && (
                    <Empty
                      label="现在没有人要换班"
                      detail={`${name || '您自己'}来不了，请到“${name || '我'}的班”里点“想换班”。`}
                      drawing="hand"
                    />
                  )}
                  {swaps.map((swap) => (
                    <SwapCard key={`${swap.shift.id} ${swap.from.id}`} swap={swap} whose={whose} />
                  ))}
                  {swaps.length > 0 && (
                    <Speak
                      label="读给我听"
                      words={swaps.map((swap) => said(swap, name)).join('。')}
                    />
                  )}
                  <ReadOn of={reading} />
                </>
              )}
            </Reading>
            <Row
              label={`要人手的班、${name || '我'}的班`}
              detail="挑一班，或者把自己的换出去"
              drawing="heart"
              colour="pine"
              onTap={() => goTo('shifts', forSomeone)}
            />
          </>
        )}
      </SignedIn>
      {phone && <CallButton label="打电话问问" phone={phone} />}
    </Page>
  )
}

/** How a swap stands, to the one who looks at it. */
const standsSaid = ({ role, from, takenBy }: Swap, name: string): string => {
  switch (role) {
    case 'from':
      return takenBy
        ? `${takenBy.name}愿意替${name || '您'}来，等社区同意`
        : '还没有人接，接了会告诉您'
    case 'taker':
      return `${name || '您'}愿意替${from.name}来，等社区同意`
    case 'staff':
      return takenBy ? `${takenBy.name}愿意替${from.name}来，等您同意` : `${from.name}想换班`
    case 'other':
      return `${from.name}想请人替他来`
  }
}

const said = (swap: Swap, name: string): string =>
  [
    swap.shift.title,
    shiftWhenSaid(swap.shift, now()),
    `在${swap.shift.placeName}`,
    standsSaid(swap, name),
  ].join('，')

type SwapProps = { swap: Swap; whose: Whose }

function SwapCard({ swap, whose }: SwapProps) {
  const { shift, role, takenBy } = swap
  const { label, drawing } = shiftKinds[shift.kind]
  return (
    <Card label={said(swap, whose.name)}>
      <Heading label={shift.title} />
      <View>
        <Tag label={label} tone="blue" drawing={drawing} />
        <Tag
          label={takenBy ? '等社区同意' : '想换班'}
          tone="gold"
          drawing={takenBy ? 'clock' : 'hand'}
        />
      </View>
      <View>{shiftWhenSaid(shift, now())}</View>
      <View>{shift.placeName}</View>
      <View>{standsSaid(swap, whose.name)}</View>
      <Terms shift={shift} />
      {role === 'other' && <Take swap={swap} whose={whose} />}
      {role === 'taker' && <TakeBack swap={swap} whose={whose} />}
      {role === 'from' && <ComeAfterAll swap={swap} whose={whose} />}
      {role === 'staff' && takenBy && <Answer swap={swap} taker={takenBy.name} />}
    </Card>
  )
}

/** One more tap is asked for: others rely on it from then on. */
function Take({ swap: { shift, from }, whose }: SwapProps) {
  const take = useTakeSwap()
  const [asking, setAsking] = useState(false)
  const { name, forSomeone } = whose
  if (shift.mine) return null
  if (shift.obstacle) return <Obstacle shift={shift} name={name} />
  return (
    <>
      <Button
        label={`${name || '我'}替他来`}
        fuller={`${name || '我'}替他来，${shift.title}，${shiftWhenSaid(shift, now())}`}
        look="secondary"
        drawing="hand"
        onTap={() => setAsking(true)}
      />
      {asking && (
        <Sheet
          label={`${name}替${from.name}来这一班吗？`}
          yes={{
            label: `是的，${name || '我'}来`,
            busy: take.busy,
            onTap: () =>
              take.submit(
                { shift: shift.id, from: from.id, ...forSomeone },
                {
                  done: ({ waits }) => {
                    showToast(
                      waits ? '记下了，社区同意了会告诉您' : `换好了，到时候等${name || '您'}来`,
                    )
                    setAsking(false)
                  },
                },
              ),
          }}
          back={take.waiting ? '知道了' : '返回'}
          onBack={() => setAsking(false)}
        >
          <View>
            {shift.title}，{shiftWhenSaid(shift, now())}，{shift.placeName}。
          </View>
          {shift.approveSwaps && <View>这一班要社区同意才算换好。</View>}
          <Submitted of={take} />
          <RegisterFirst error={take.error} whose={whose} />
        </Sheet>
      )}
    </>
  )
}

function TakeBack({ swap: { shift, from }, whose: { name, forSomeone } }: SwapProps) {
  const take = useTakeSwap()
  return (
    <>
      <Submitted of={take} />
      <Button
        label={`${name || '我'}还是不去了`}
        fuller={`${name || '我'}还是不去了，${shift.title}`}
        look="quiet"
        busy={take.busy || take.waiting}
        onTap={() =>
          take.submit(
            { shift: shift.id, from: from.id, take: false, ...forSomeone },
            { done: () => showToast(`知道了，${name || '您'}不用替他来`) },
          )
        }
      />
    </>
  )
}

function ComeAfterAll({ swap: { shift }, whose: { name, forSomeone } }: SwapProps) {
  const offer = useOfferSwap()
  return (
    <>
      <Submitted of={offer} />
      <Button
        label={`不换了，${name || '我'}自己来`}
        fuller={`不换了，${name || '我'}自己来，${shift.title}`}
        look="quiet"
        busy={offer.busy || offer.waiting}
        onTap={() =>
          offer.submit(
            { shift: shift.id, offer: false, ...forSomeone },
            { done: () => showToast(`好的，到时候等${name || '您'}来`) },
          )
        }
      />
    </>
  )
}

function Answer({ swap: { shift, from }, taker }: { swap: Swap; taker: string }) {
  const answer = useAnswerSwap()
  const send = (agree: boolean) =>
    answer.submit(
      { shift: shift.id, from: from.id, agree },
      {
        done: () => showToast(agree ? '换好了，两个人都会收到通知' : '没有换，两个人都会收到通知'),
      },
    )
  return (
    <>
      <Submitted of={answer} />
      <Button
        label="同意换"
        fuller={`同意换，${taker}替${from.name}，${shift.title}`}
        look="secondary"
        drawing="check"
        busy={answer.busy || answer.waiting}
        onTap={() => send(true)}
      />
      <Button
        label="不同意"
        fuller={`不同意，还是${from.name}来，${shift.title}`}
        look="quiet"
        busy={answer.busy || answer.waiting}
        onTap={() => send(false)}
      />
    </>
  )
}
