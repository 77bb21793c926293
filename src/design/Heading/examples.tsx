import type { Example } from '../gallery/example'
import { Heading } from '.'

export const examples: Example[] = [
  { name: '一段的标题', draw: () => <Heading label="这个月的活动" /> },
  { name: '卡片上的名字', draw: () => <Heading label="“小小建筑师”乐高亲子课" level={3} /> },
]
