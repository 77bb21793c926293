import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { DayStrip } from '@/src/design/DayStrip'
import { Tabs } from '@/src/design/Tabs'
import { categories } from '@/src/words/activities'
import { daySaid } from '@/src/words/time'
import type { Category } from '@/types/activities'
import { addDays, type Day } from '@/types/shared/day'

const week = [0, 1, 2, 3, 4, 5, 6]
const kinds = [
  { value: 'all' as const, label: '全部' },
  ...Object.entries(categories).map(([value, { label }]) => ({ value: value as Category, label })),
]

/** What is looked for; neither is everything. */
export interface Wanted {
  day?: Day | undefined
  kind?: Category | undefined
}

/** What is looked for, in words: 明天，健康. */
export const wantedSaid = ({ day, kind }: Wanted, today: Day): string =>
  [day === undefined ? '' : daySaid(day, today), kind === undefined ? '' : categories[kind].label]
    .filter(Boolean)
    .join('，')

type FiltersProps = { wanted: Wanted; today: Day; onChange: (wanted: Wanted) => void }

/** Most people look at the list as it is: what narrows it stands behind one button, which says what is chosen. */
export function Filters({ wanted, today, onChange }: FiltersProps) {
  const [open, setOpen] = useState(false)
  const said = wantedSaid(wanted, today)
  if (!open)
    return (
      <Button
        label={said ? `筛选：${said}` : '筛选：按日子、按类别'}
        look="quiet"
        drawing="calendar"
        onTap={() => setOpen(true)}
      />
    )
  return (
    <>
      <DayStrip
        label="选一天"
        days={week.map((ahead) => addDays(today, ahead))}
        today={today}
        value={wanted.day}
        onChange={(day) => onChange({ ...wanted, day: day === wanted.day ? undefined : day })}
      />
      <Tabs
        label="按类别看"
        tabs={kinds}
        value={wanted.kind ?? 'all'}
        onChange={(kind) => onChange({ ...wanted, kind: kind === 'all' ? undefined : kind })}
      />
      <Button label="筛选好了，收起来" look="quiet" onTap={() => setOpen(false)} />
    </>
  )
}
