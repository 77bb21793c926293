import type { Example } from '../gallery/example'
import { Tag } from '.'

export const examples: Example[] = [
  { name: '好消息', draw: () => <Tag label="已报名" tone="pine" drawing="check" /> },
  { name: '等一等', draw: () => <Tag label="候补第 3 位" tone="gold" drawing="clock" /> },
  { name: '现在要办', draw: () => <Tag label="今天截止" tone="brick" drawing="bell" /> },
  { name: '知道一下', draw: () => <Tag label="60 岁以上" tone="blue" /> },
  { name: '平常', draw: () => <Tag label="已经结束" /> },
  {
    name: '很长',
    draw: () => (
      <Tag label="12 月 16 日上午 9:00 起还有 23 个号，先到先得" tone="blue" drawing="scissors" />
    ),
  },
]
