import { Choice } from '@/src/design/Choice'
import type { Eater } from '@/src/queries/canteen'
import { orderSaid } from '@/src/words/canteen'
import { reasonSaid } from '@/src/words/meals'

type WhoProps = {
  family: readonly Eater[]
  value: string | undefined
  onChange: (person: string) => void
}

/** What choosing somebody means: what they pay and why, and that they have something already. */
const detailOf = ({ reason, order }: Eater): string =>
  [reasonSaid(reason), order && `这一餐${orderSaid(order.state).label}`].filter(Boolean).join('；')

/** Who eats: each of my family with what they pay. Several eat by several orders, each at their own price. */
export function Who({ family, value, onChange }: WhoProps) {
  return (
    <Choice
      label="给谁订"
      hint="一次订一个人的，各按各的年龄算钱"
      options={family.map((member) => {
        const detail = detailOf(member)
        return {
          value: member.id,
          label: member.self ? '我自己' : member.name,
          ...(detail !== '' && { detail }),
        }
      })}
      value={value}
      onChange={onChange}
    />
  )
}
