import type { Example } from '../gallery/example'
import { Button } from '../Button'
import { Empty } from '.'

export const examples: Example[] = [
  {
    name: '还没有',
    draw: () => (
      <Empty label="您还没有报名" detail="看看这个月有什么课，喜欢就点进去。">
        <Button label="看看活动" look="secondary" onTap={() => undefined} />
      </Empty>
    ),
  },
]
