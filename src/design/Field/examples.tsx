import { useState } from 'react'
import type { Example } from '../gallery/example'
import { Field } from '.'

type Shown = Omit<Parameters<typeof Field>[0], 'value' | 'onChange'> & { typed?: string }

function Typed({ typed = '', ...field }: Shown) {
  const [value, setValue] = useState(typed)
  return <Field {...field} value={value} onChange={setValue} />
}

export const examples: Example[] = [
  { name: '文字', draw: () => <Typed label="姓名" typed="李秀英" /> },
  {
    name: '有说明',
    draw: () => <Typed label="忌口" hint="比如：不吃辣、要软烂" optional />,
  },
  {
    name: '手机号填错',
    draw: () => (
      <Typed label="手机号" kind="phone" typed="1380013800" error="手机号要 11 位，还少 1 位" />
    ),
  },
  { name: '数字', draw: () => <Typed label="几个人来" kind="number" typed="2" /> },
  { name: '价钱', draw: () => <Typed label="一份多少元" kind="money" typed="12.5" /> },
  {
    name: '生日',
    draw: () => <Typed label="出生日期" kind="date" typed="1942-03-05" hint="按身份证上的填" />,
  },
  { name: '时间', draw: () => <Typed label="几点开始" kind="time" typed="09:30" /> },
  {
    name: '多行',
    draw: () => <Typed label="想说的话" kind="lines" typed="三楼的灯坏了，晚上看不清台阶。" />,
  },
]
