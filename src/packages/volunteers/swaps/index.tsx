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
import { useMe } from '@/src/queries/residents'
import { Submitted } from '@/src/queries/Submitted'
import { useAnswerSwap, useOfferSwap, useSwaps, useTakeSwap } from '@/src/queries/volunteers'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { shiftKinds, shiftWhenSaid } from '@/src/words/volunteers'
import type { Swap } from '@/types/volunteers'
import { Obstacle } from '../components/Obstacle'
import { Terms } from '../components/Terms'

/** Places that others would like to hand on, mine among them, and what waits for my word as staff. */
export default function Swaps() {
  const known = Boolean(useMe().data?.person)
  const reading = useSwaps({ enabled: known })
  const cached = cachedAt(reading)
  const phone = useToday().data?.phone
  return (
    <Page
      title="换班"
      subtitle="有人来不了，看看您能不能替他来"
      {...(cached && { cachedAt: cached })}
    >
      <SignedIn failed="换班没有打开" why="登记了名字，才知道是您来替">
        {() => (
          <>
            <Reading of={reading} failed="换班没有打开">
              {(swaps) => (
                <>
                  {swaps.length === 0 && (
                    <Empty
                      label="现在没有人要换班"
                      detail="您自己来不了，请到“我的班”里点“想换班”。"
                      drawing="hand"
                    />
                  )}
                  {swaps.map((swap) => (
                    <SwapCard key={`${swap.shift.id} ${swap.from.id}`} swap={swap} />
                  ))}
                  {swaps.length > 0 && (
                    <Speak label="读给我听" words={swaps.map(said).join('。')} />
                  )}
                  <ReadOn of={reading} />
                </>
              )}
            </Reading>
            <Row
              label="要人手的班、我的班"
              detail="挑一班，或者把自己的换出去"
              drawing="heart"
              colour="pine"
              onTap={() => goTo('shifts')}
            />
          </>
        )}
      </SignedIn>
      {phone && <CallButton label="打电话问问" phone={phone} />}
    </Page>
  )
}

/** How a swap stands, to the one who looks at it. */
const standsSaid = ({ role, from, takenBy }: Swap): string => {
  switch (role) {
    case 'from':
      return takenBy ? `${takenBy.name}愿意替您来，等社区同意` : '还没有人接，接了会告诉您'
    case 'taker':
      return `您愿意替${from.name}来，等社区同意`
    case 'staff':
      return takenBy ? `${takenBy.name}愿意替${from.name}来，等您同意` : `${from.name}想换班`
    case 'other':
      return `${from.name}想请人替他来`
  }
}

const said = (swap: Swap): string =>
  [
    swap.shift.title,
    shiftWhenSaid(swap.shift, now()),
    `在${swap.shift.placeName}`,
    standsSaid(swap),
  ].join('，')

function SwapCard({ swap }: { swap: Swap }) {
  const { shift, role, takenBy } = swap
  const { label, drawing } = shiftKinds[shift.kind]
  return (
    <Card label={said(swap)}>
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
      <View>{standsSaid(swap)}</View>
      <Terms shift={shift} />
      {role === 'other' && <Take swap={swap} />}
      {role === 'taker' && <TakeBack swap={swap} />}
      {role === 'from' && <ComeAfterAll swap={swap} />}
      {role === 'staff' && takenBy && <Answer swap={swap} taker={takenBy.name} />}
    </Card>
  )
}

/** One more tap is asked for: others rely on it from then on. */
function Take({ swap: { shift, from } }: { swap: Swap }) {
  const take = useTakeSwap()
  const [asking, setAsking] = useState(false)
  if (shift.mine) return null
  if (shift.obstacle) return <Obstacle shift={shift} />
  return (
    <>
      <Button
        label="我替他来"
        fuller={`我替他来，${shift.title}，${shiftWhenSaid(shift, now())}`}
        look="secondary"
        drawing="hand"
        onTap={() => setAsking(true)}
      />
      {asking && (
        <Sheet
          label={`替${from.name}来这一班吗？`}
          yes={{
            label: '是的，我来',
            busy: take.busy,
            onTap: () =>
              take.submit(
                { shift: shift.id, from: from.id },
                {
                  done: ({ waits }) => {
                    showToast(waits ? '记下了，社区同意了会告诉您' : '换好了，到时候等您来')
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
        </Sheet>
      )}
    </>
  )
}

function TakeBack({ swap: { shift, from } }: { swap: Swap }) {
  const take = useTakeSwap()
  return (
    <>
      <Submitted of={take} />
      <Button
        label="我还是不去了"
        fuller={`我还是不去了，${shift.title}`}
        look="quiet"
        busy={take.busy || take.waiting}
        onTap={() =>
          take.submit(
            { shift: shift.id, from: from.id, take: false },
            { done: () => showToast('知道了，这一班您不用来') },
          )
        }
      />
    </>
  )
}

function ComeAfterAll({ swap: { shift } }: { swap: Swap }) {
  const offer = useOfferSwap()
  return (
    <>
      <Submitted of={offer} />
      <Button
        label="不换了，我自己来"
        fuller={`不换了，我自己来，${shift.title}`}
        look="quiet"
        busy={offer.busy || offer.waiting}
        onTap={() =>
          offer.submit(
            { shift: shift.id, offer: false },
            { done: () => showToast('好的，到时候等您来') },
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
