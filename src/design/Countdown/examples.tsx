import type { Example } from '../gallery/example'
import { Countdown } from '.'

const now = () => 0

export const examples: Example[] = [
  { name: '签到', draw: () => <Countdown label="请在这之前签到" until={849_000} now={now} /> },
  { name: '到了', draw: () => <Countdown label="报名开始还有" until={0} now={now} /> },
]
