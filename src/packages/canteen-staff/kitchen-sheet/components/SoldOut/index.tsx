import { Heading } from '@/src/design/Heading'
import { Switch } from '@/src/design/Switch'
import { useSetSoldOut } from '@/src/queries/canteenStaff'
import { Submitted } from '@/src/queries/Submitted'
import type { Service } from '@/types/canteen'

/** Nothing is left of a dish, whatever the count says: nobody can order or buy it from that moment. */
export function SoldOut({ service: { id: service, offers } }: { service: Service }) {
  const set = useSetSoldOut()
  return (
    <>
      <Heading label="卖完了就关掉，谁也订不到" />
      <Submitted of={set} />
      {offers.map(({ dish, name, soldOut }) => (
        <Switch
          key={dish}
          label={name}
          detail={soldOut ? '卖完了' : '还在卖'}
          on={!soldOut}
          onChange={(selling) => set.submit({ service, dish, soldOut: !selling })}
        />
      ))}
    </>
  )
}
