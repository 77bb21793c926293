import type { Example } from '../gallery/example'
import { Loading } from '.'

export const examples: Example[] = [
  { name: '打开中', draw: () => <Loading /> },
  { name: '说清在等什么', draw: () => <Loading label="正在找今天的活动" /> },
]
