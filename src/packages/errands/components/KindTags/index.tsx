import { View } from '@tarojs/components'
import { Tag } from '@/src/design/Tag'
import { minutesSaid } from '@/src/words/volunteers'
import type { Errand } from '@/types/errands'

type Kind = Omit<Errand['kind'], 'id' | 'name'>

/** What the tags say, in one breath. */
export const kindSaid = ({ minutes, atHome, cost }: Kind): string =>
  [`大约 ${minutesSaid(minutes)}`, atHome && '两个人一起上门', cost === '' ? '不收钱' : cost]
    .filter(Boolean)
    .join('，')

/** How long it takes, whether somebody comes home, and what it costs. */
export function KindTags({ minutes, atHome, cost }: Kind) {
  return (
    <View>
      <Tag label={`大约 ${minutesSaid(minutes)}`} drawing="clock" />
      {atHome && <Tag label="两个人一起上门" tone="blue" drawing="house" />}
      <Tag label={cost === '' ? '不收钱' : cost} tone={cost === '' ? 'pine' : 'gold'} />
    </View>
  )
}
