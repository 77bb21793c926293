import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Figure } from '@/src/design/Figure'
import { Sheet } from '@/src/design/Sheet'
import { showToast } from '@/src/design/Toast'
import { useMarkPaid } from '@/src/queries/canteen'
import { useHolds } from '@/src/queries/residents'
import { Submitted } from '@/src/queries/Submitted'
import { channelNames } from '@/src/words/canteen'
import { reasonSaid, yuanSaid } from '@/src/words/meals'
import type { Order } from '@/types/canteen'

type Channel = 'cash' | 'card'

const said: Readonly<Record<Channel, { tap: string; asked: string; yes: string }>> = {
  cash: { tap: '他先付，收现金', asked: '现金收到了吗？', yes: '收到了' },
  card: { tap: '他先付，刷卡', asked: '卡刷好了吗？', yes: '刷好了' },
}

/** Somebody pays at the counter before the meal: whoever takes the money puts it down. */
export function TakeMoney({ order: { id, pays, reason } }: { order: Order }) {
  const [asking, setAsking] = useState<Channel>()
  const mark = useMarkPaid()
  const takes = useHolds()('canteenStaff', 'communityStaff', 'centreStaff')
  if (!takes) return null
  const send = (paidBy: Channel) => {
    setAsking(undefined)
    mark.submit(
      { order: id, paidBy },
      { done: () => showToast(`记好了，${channelNames[paidBy]}付了 ${yuanSaid(pays)}`) },
    )
  }
  return (
    <>
      <Submitted of={mark} />
      {(['cash', 'card'] as const).map((channel) => (
        <Button
          key={channel}
          label={said[channel].tap}
          number={yuanSaid(pays)}
          look="secondary"
          busy={mark.busy || mark.waiting}
          onTap={() => setAsking(channel)}
        />
      ))}
      {asking && (
        <Sheet
          label={said[asking].asked}
          yes={{ label: said[asking].yes, onTap: () => send(asking) }}
          back="还没有"
          onBack={() => setAsking(undefined)}
        >
          <Figure label="要收" value={yuanSaid(pays)} reason={reasonSaid(reason)} />
          取餐的时候就不用再收。
        </Sheet>
      )}
    </>
  )
}
