import type { Example } from '../gallery/example'
import { CallButton } from '../CallButton'
import { Failed } from '.'

const nothing = () => undefined

export const examples: Example[] = [
  {
    name: '没打开',
    draw: () => (
      <Failed
        label="网络不好，没有打开"
        detail="请走到信号好的地方，再试一次。也可以打电话，我们替您办。"
        onRetry={nothing}
      >
        <CallButton label="打电话给社区" phone="010-0000-0000" />
      </Failed>
    ),
  },
  {
    name: '正在再试',
    draw: () => (
      <Failed label="网络不好，没有打开" detail="正在替您再试。" onRetry={nothing} retrying />
    ),
  },
]
