import { View } from '@tarojs/components'
import type { Example } from '../gallery/example'
import { Sheet } from '.'

const nothing = () => undefined

export const examples: Example[] = [
  {
    name: '取消报名',
    alone: true,
    draw: () => (
      <Sheet
        label="取消这次报名吗？"
        yes={{ label: '取消报名', onTap: nothing, danger: true }}
        back="不取消"
        onBack={nothing}
      >
        <View>书画课 11 月 28 日 星期六 下午 2:30。名额会马上让给候补的人，想再来要重新排队。</View>
      </Sheet>
    ),
  },
  {
    name: '正在取消',
    alone: true,
    draw: () => (
      <Sheet
        label="取消这次报名吗？"
        yes={{ label: '取消报名', onTap: nothing, danger: true, busy: true }}
        back="不取消"
        onBack={nothing}
      >
        <View>名额会马上让给候补的人。</View>
      </Sheet>
    ),
  },
]
