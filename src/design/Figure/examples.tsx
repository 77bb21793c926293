import type { Example } from '../gallery/example'
import { Figure } from '.'

export const examples: Example[] = [
  { name: '时间', draw: () => <Figure label="开始时间" value="下午 2:30" /> },
  {
    name: '价钱和原因',
    draw: () => <Figure label="应付" value="9.00 元" reason="84 岁 · 6 折" />,
  },
]
