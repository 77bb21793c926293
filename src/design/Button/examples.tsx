import type { Example } from '../gallery/example'
import { Button } from '.'

const nothing = () => undefined

export const examples: Example[] = [
  { name: '主要', draw: () => <Button label="马上报名" onTap={nothing} /> },
  { name: '次要', draw: () => <Button label="替家人报名" look="secondary" onTap={nothing} /> },
  {
    name: '平常，带图',
    draw: () => <Button label="加到日历" look="quiet" drawing="calendar" onTap={nothing} />,
  },
  { name: '取消类', draw: () => <Button label="取消报名" look="danger" onTap={nothing} /> },
  { name: '正在办', draw: () => <Button label="马上报名" busy onTap={nothing} /> },
  { name: '现在不能用', draw: () => <Button label="明天 9:00 开始报名" off onTap={nothing} /> },
  {
    name: '很长的字',
    draw: () => (
      <Button
        label="替 84 岁的李奶奶（演示）报名参加十天制糕点培训班"
        drawing="family"
        onTap={nothing}
      />
    ),
  },
  {
    name: '请微信给手机号',
    draw: () => (
      <Button label="用微信手机号" look="secondary" drawing="phone" openType="getPhoneNumber" />
    ),
  },
]
