import { useState } from 'react'
import { addDays } from '@/types/shared/day'
import type { Example } from '../gallery/example'
import { DayStrip } from '.'

const today = '2026-11-21'
const days = [0, 1, 2, 3, 4, 5, 6].map((ahead) => addDays(today, ahead))
const words = { [today]: '3 场', [addDays(today, 1)]: '已满', [addDays(today, 2)]: '休息' }

function Week() {
  const [day, setDay] = useState(today)
  return <DayStrip label="选一天" {...{ days, today, words }} value={day} onChange={setDay} />
}

export const examples: Example[] = [{ name: '一个星期', draw: () => <Week /> }]
