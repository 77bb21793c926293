import { View } from '@tarojs/components'
import type { Example } from '../gallery/example'
import { Button } from '../Button'
import { Drawing } from '../Drawing'
import { Heading } from '../Heading'
import { Tag } from '../Tag'
import { Card } from '.'

const nothing = () => undefined

export const examples: Example[] = [
  {
    name: '下一件事',
    draw: () => (
      <Card label="您的下一件事" look="now">
        <View>您的下一件事</View>
        <Heading label="今天下午 2:30 书画课" />
        <View>三楼书画室 · 已报名</View>
        <Button label="出示签到码" look="secondary" onTap={nothing} />
      </Card>
    ),
  },
  {
    name: '可以点开',
    draw: () => (
      <Card label="报名，书画课还有 3 个名额" onTap={nothing}>
        <Drawing name="calendar" colour="gold" />
        <Heading label="报名" level={3} />
        <Tag label="书画课还有 3 个名额" tone="gold" />
      </Card>
    ),
  },
]
