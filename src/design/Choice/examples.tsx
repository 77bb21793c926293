import { useState } from 'react'
import type { Example } from '../gallery/example'
import { Choice } from '.'

const people = [
  { value: 'self', label: '我自己' },
  { value: 'mother', label: '李奶奶', detail: '84 岁，您的母亲' },
  { value: 'child', label: '小宝', detail: '这个活动要满 6 岁，小宝 4 岁', off: true },
]

function Who() {
  const [who, setWho] = useState<string>('mother')
  return <Choice label="替谁报名" options={people} value={who} onChange={setWho} />
}

const needs = [
  { value: 'soft', label: '软烂' },
  { value: 'salt', label: '低盐' },
  { value: 'sugar', label: '少糖' },
]

function Diet() {
  const [diet, setDiet] = useState<string[]>(['salt'])
  return (
    <Choice many label="口味" hint="可以选几样" options={needs} value={diet} onChange={setDiet} />
  )
}

export const examples: Example[] = [
  { name: '选一个', draw: () => <Who /> },
  { name: '选几个', draw: () => <Diet /> },
]
