import { View } from '@tarojs/components'
import type { Example } from '../gallery/example'
import { Button } from '../Button'
import { Notice } from '.'

export const examples: Example[] = [
  { name: '办好了', draw: () => <Notice kind="done" label="报名成功，前一天会提醒您" /> },
  {
    name: '说明',
    draw: () => (
      <Notice label="还没有确认居民身份">
        <View>请带上身份证到服务台，一分钟就好。</View>
      </Notice>
    ),
  },
  {
    name: '提醒',
    draw: () => <Notice kind="warn" label="已经满了，您排在第 3 位" />,
  },
  {
    name: '出错',
    draw: () => (
      <Notice kind="error" label="没有提交成功，您填的都还在">
        <Button label="再试一次" look="secondary" onTap={() => undefined} />
      </Notice>
    ),
  },
]
