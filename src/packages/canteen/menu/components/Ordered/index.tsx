import { Row, Rows } from '@/src/design/Row'
import { Tag } from '@/src/design/Tag'
import type { Eater } from '@/src/queries/canteen'
import { goTo } from '@/src/routes'
import { orderSaid } from '@/src/words/canteen'
import { dishesSaid } from '@/src/words/meals'

type OrderedProps = {
  family: readonly Eater[]
  /** Staff look after it for them. */
  onBehalf: boolean
}

/** What my family has ordered of this meal; a tap leads to its code. */
export function Ordered({ family, onBehalf }: OrderedProps) {
  const ordered = family.flatMap(({ order, ...member }) => (order ? [{ ...member, order }] : []))
  if (ordered.length === 0) return null
  return (
    <Rows label="家里人订好的">
      {ordered.map(({ id, self, name, order }) => (
        <Row
          key={order.id}
          label={self ? '您订的' : `给${name}订的`}
          detail={dishesSaid(order.lines)}
          drawing="qr"
          saying={orderSaid(order.state).label}
          onTap={() =>
            goTo('meal', {
              order: order.id,
              ...((onBehalf || !self) && { person: id }),
              ...(onBehalf && { staff: '1' }),
            })
          }
        >
          <Tag {...orderSaid(order.state)} />
        </Row>
      ))}
    </Rows>
  )
}
