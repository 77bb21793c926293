import { View } from '@tarojs/components'
import type { Example } from '../gallery/example'
import { More } from '.'

export const examples: Example[] = [
  {
    name: '更多说明',
    draw: () => (
      <More label="更多说明">
        <View>书画室备有纸墨，老师现场指点，零基础也可以来。</View>
      </More>
    ),
  },
]
