import { View } from '@tarojs/components'
import { today } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Heading } from '@/src/design/Heading'
import { goTo } from '@/src/routes'
import { dishesSaid, mealNames, priceSaid } from '@/src/words/meals'
import { clockSaid, daySaid } from '@/src/words/time'
import type { Order } from '@/types/canteen'

type NextMealProps = {
  order: Order
  /** My own id: a meal of somebody else says whose it is. */
  me: string
}

/** What the one button leads to: the code to hold out, or the money that is still to be paid. */
const doSaid = ({ state, kind }: Pick<Order, 'state' | 'kind'>): string => {
  if (state === 'paying') return '去付钱'
  return kind === 'delivery' ? '看看订单' : '出示取餐码'
}

/** The brick card of a meal that comes next: when and where, what was ordered, and the code it is fetched with. */
export function NextMeal({ order, me }: NextMealProps) {
  const { id, person, day, meal, startsAt, placeName, lines } = order
  const theirs = person !== null && person.id !== me ? person : null
  const what = `${daySaid(day, today())} ${clockSaid(startsAt)} ${theirs ? `${theirs.name}的` : ''}${mealNames[meal]}`
  return (
    <Card label={`您的下一件事：${what}`} look="now">
      <View>您的下一件事</View>
      <Heading label={what} />
      <View>{[placeName, dishesSaid(lines)].join(' · ')}</View>
      <View>{priceSaid(order)}</View>
      <Button
        label={doSaid(order)}
        look="secondary"
        drawing="qr"
        onTap={() => goTo('meal', { order: id, ...(theirs && { person: theirs.id }) })}
      />
    </Card>
  )
}
