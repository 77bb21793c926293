import { onlineManager } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Button } from '@/src/design/Button'
import { Empty } from '@/src/design/Empty'
import { Heading } from '@/src/design/Heading'
import { Loading } from '@/src/design/Loading'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Rows } from '@/src/design/Row'
import { Reading } from '@/src/queries/Reading'
import { usePersonByCard } from '@/src/queries/residents'
import { replaceBy } from '@/src/routes'
import type { QueueLine } from '@/types/canteen'
import type { KeptOrders } from '../../lines'
import { QueueRow } from '../QueueRow'
import type { Paying } from '../Serving'

type ByCardProps = {
  service: string
  card: string
  lines: readonly QueueLine[]
  /** The list was read after the card was shown. */
  fresh: boolean
  kept: KeptOrders
  /** What to show once it is clear which order it is. */
  found: (line: QueueLine) => ReactNode
  onChoose: (line: QueueLine) => void
  /** Without a network nobody knows whose card it is: given on trust, and looked at when it is sent. */
  onGiveUnseen: (paidBy?: Paying) => void
  onBack: () => void
}

/** A member card was scanned: the order of whoever it belongs to; which one, when they have several. */
export function ByCard({ service, card, lines, fresh, kept, found, onChoose, ...on }: ByCardProps) {
  const reading = usePersonByCard(card)
  const person = reading.data
  const theirs = lines.filter(
    (line) => line.person === person?.id && line.state !== 'cancelled' && line.state !== 'expired',
  )
  const open = theirs.filter(({ state, order }) => state === 'placed' && !kept.has(order))
  const [only] = open.length > 0 ? open : theirs
  if (person && only && open.length < 2) return <>{found(only)}</>

  if (person && open.length > 1)
    return (
      <Page title={person.name} action={<Button label="返回" look="quiet" onTap={on.onBack} />}>
        <Heading label={`订了 ${open.length} 份，先给哪一份？`} />
        <Rows label="订的餐">
          {open.map((line) => (
            <QueueRow
              key={line.order}
              line={line}
              kept={false}
              namesake={false}
              onTap={() => onChoose(line)}
            />
          ))}
        </Rows>
      </Page>
    )

  if (person && fresh)
    return (
      <Page
        title={person.name}
        action={
          <>
            <Button label="当场卖一份给他" onTap={() => replaceBy('counter', { service, card })} />
            <Button label="返回" look="quiet" onTap={on.onBack} />
          </>
        }
      >
        <Empty
          label={`${person.name}没有订这一餐`}
          detail="可以当场买一份。要是家里人替他订过，请看看订在谁的名下。"
          drawing="bowl"
        />
      </Page>
    )

  if (!onlineManager.isOnline())
    return (
      <Page
        title="连不上网"
        action={
          <>
            <Button label="返回，按名字找" onTap={on.onBack} />
            <Button
              label="没有核对，先给：他说付过了"
              look="secondary"
              onTap={() => on.onGiveUnseen()}
            />
            <Button
              label="没有核对，先给：收了现金"
              look="secondary"
              onTap={() => on.onGiveUnseen('cash')}
            />
          </>
        }
      >
        <Notice kind="warn" label="没有网络，认不出这张卡是谁的，也不知道他订没订">
          请问他叫什么，返回在名单里点他的名字：名单这部手机里有。
        </Notice>
        <Notice label="名单里没有，又急着吃饭，才先给">
          请记住是谁。连上网以后才核对：他要是没有订，或者已经取过，这一份就记不上，会在“给餐”这一页提醒您，要去找他说清楚、把钱算对。
        </Notice>
      </Page>
    )

  return (
    <Page title="正在认这张卡" action={<Button label="返回" look="quiet" onTap={on.onBack} />}>
      <Reading of={reading} failed="没有认出这张卡">
        {() => <Loading />}
      </Reading>
    </Page>
  )
}
