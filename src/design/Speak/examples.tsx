import type { Example } from '../gallery/example'
import { Speak } from '.'

export const examples: Example[] = [
  {
    name: '读通知',
    draw: () => <Speak label="读给我听" words="书画课改到星期六下午两点半，在三楼书画室。" />,
  },
]
