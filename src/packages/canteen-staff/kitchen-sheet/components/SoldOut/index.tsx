import { Switch } from '@/src/design/Switch'
import { useSetSoldOut } from '@/src/queries/canteenStaff'
import { Submitted } from '@/src/queries/Submitted'
import type { Service } from '@/types/canteen'

type SoldOutProps = { service: string; offer: Service['offers'][number] }

/** Nothing is left of a dish, whatever the count says: nobody can order or buy it from that moment. */
export function SoldOut({ service, offer: { dish, name, soldOut } }: SoldOutProps) {
  const set = useSetSoldOut()
  return (
    <>
      <Submitted of={set} />
      <Switch
        label={`还卖${name}`}
        detail={soldOut ? '卖完了，谁也订不到' : '卖完了就关掉'}
        on={!soldOut}
        onChange={(selling) => set.submit({ service, dish, soldOut: !selling })}
      />
    </>
  )
}
