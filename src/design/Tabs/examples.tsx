import { useState } from 'react'
import type { Example } from '../gallery/example'
import { Tabs } from '.'

const audiences = [
  { value: 'all', label: '全部' },
  { value: 'elder', label: '老人' },
  { value: 'child', label: '孩子' },
  { value: 'adult', label: '上班的人' },
  { value: 'party', label: '党员学习' },
]

function Audiences() {
  const [audience, setAudience] = useState('all')
  return <Tabs label="给谁的活动" tabs={audiences} value={audience} onChange={setAudience} />
}

export const examples: Example[] = [{ name: '按人群', draw: () => <Audiences /> }]
