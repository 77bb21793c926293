import type { ReactNode } from 'react'
import { Button } from '@/src/design/Button'
import { Page } from '@/src/design/Page'
import { Row } from '@/src/design/Row'
import { goTo } from '@/src/routes'
import { yuanSaid } from '@/src/words/meals'
import type { QueueLine } from '@/types/canteen'
import { namesakesOf, type KeptOrders } from '../../lines'
import { ServeCard } from '../ServeCard'

/** How an unpaid meal is paid at the counter. */
export type Paying = 'cash' | 'card'

type ServingProps = {
  line: QueueLine
  lines: readonly QueueLine[]
  kept: KeptOrders
  onGive: (paidBy?: Paying) => void
  onOther: (line: QueueLine) => void
  onBack: () => void
  /** News of the network and of what was given before. */
  children?: ReactNode
}

/** The page between finding an order and handing it over: look at name and tray, take the money, give. */
export function Serving({ line, lines, kept, onGive, onOther, onBack, children }: ServingProps) {
  const { state, paidBy, pays, order, person } = line
  const gives = state === 'placed' && !kept.has(order)
  return (
    <Page
      title="核对一下"
      action={
        <>
          {gives && paidBy !== null && <Button label="给餐" onTap={() => onGive()} />}
          {gives && paidBy === null && (
            <>
              <Button label="收现金，给餐" number={yuanSaid(pays)} onTap={() => onGive('cash')} />
              <Button
                label="刷卡，给餐"
                number={yuanSaid(pays)}
                look="secondary"
                onTap={() => onGive('card')}
              />
            </>
          )}
          <Button label={gives ? '不是这份，返回' : '返回'} look="quiet" onTap={onBack} />
        </>
      }
    >
      {children}
      <ServeCard
        line={line}
        kept={kept.has(order)}
        namesakes={namesakesOf(lines, line)}
        onOther={onOther}
      />
      {person !== null && (
        <Row
          label={gives ? '改一改、取消、先收钱' : '看看这一单'}
          detail={gives ? '现在不取餐，他打电话来也行' : '怎么订的，怎么付的'}
          drawing="pen"
          colour="blue"
          onTap={() => {
            onBack()
            goTo('meal', { order, person, staff: '1' })
          }}
        />
      )}
    </Page>
  )
}
