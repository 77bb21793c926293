import { Button } from '../Button'
import { Card } from '../Card'
import { Drawing } from '../Drawing'
import type { Example } from '../gallery/example'
import { Heading } from '../Heading'
import { ModeSwitch } from '../ModeSwitch'
import { Tag } from '../Tag'
import { Page } from '.'

const nothing = () => undefined

export const examples: Example[] = [
  {
    name: '一页',
    alone: true,
    draw: () => (
      <Page
        title="李奶奶，早上好"
        subtitle="11 月 21 日 星期六 · 风韵荷都社区"
        aside={<ModeSwitch />}
        cachedAt="今天上午 9:05 "
        action={<Button label="马上报名" onTap={nothing} />}
      >
        {['书画课', '太极拳', '手机课堂', '合唱团', '读报会'].map((course) => (
          <Card key={course} label={`${course}，还有 3 个名额`} onTap={nothing}>
            <Drawing name="calendar" colour="gold" />
            <Heading label={course} />
            <Tag label="还有 3 个名额" tone="gold" />
          </Card>
        ))}
      </Page>
    ),
  },
]
