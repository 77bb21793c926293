import { useState } from 'react'
import type { Example } from '../gallery/example'
import { Switch } from '.'

function Reminders({ from }: { from: boolean }) {
  const [on, setOn] = useState(from)
  return <Switch label="开课前一天提醒我" detail="在微信里告诉您" on={on} onChange={setOn} />
}

export const examples: Example[] = [
  { name: '开着', draw: () => <Reminders from /> },
  { name: '关着', draw: () => <Reminders from={false} /> },
]
