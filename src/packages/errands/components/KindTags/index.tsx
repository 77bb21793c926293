import { View } from '@tarojs/components'
import { Tag } from '@/src/design/Tag'
import { minutesSaid } from '@/src/words/volunteers'
import type { Errand } from '@/types/errands'

/** How long it takes, whether somebody comes home, and what it costs. */
export function KindTags({ minutes, atHome, cost }: Omit<Errand['kind'], 'id' | 'name'>) {
  return (
    <View>
      <Tag label={`大约 ${minutesSaid(minutes)}`} drawing="clock" />
      {atHome && <Tag label="两个人一起上门" tone="blue" drawing="house" />}
      <Tag label={cost === '' ? '不收钱' : cost} tone={cost === '' ? 'pine' : 'gold'} />
    </View>
  )
}
