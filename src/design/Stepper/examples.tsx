import { useState } from 'react'
import type { Example } from '../gallery/example'
import { Stepper } from '.'

function Portions({ from }: { from: number }) {
  const [count, setCount] = useState(from)
  return <Stepper label="红烧狮子头" unit="份" value={count} onChange={setCount} most={5} />
}

export const examples: Example[] = [
  { name: '两份', draw: () => <Portions from={2} /> },
  { name: '还没有要', draw: () => <Portions from={0} /> },
]
