import { useState } from 'react'
import { today } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Choice } from '@/src/design/Choice'
import { DayStrip } from '@/src/design/DayStrip'
import { Heading } from '@/src/design/Heading'
import { partNames } from '@/src/words/errands'
import type { PartOfDay } from '@/types/errands'
import { addDays, daysBetween, type Day } from '@/types/shared/day'

const week = 7

const parts = (Object.keys(partNames) as PartOfDay[]).map((value) => ({
  value,
  label: partNames[value].label,
  detail: partNames[value].times,
}))

type WhenProps = {
  from: Day
  until: Day
  day: Day | undefined
  onDay: (day: Day) => void
  part: PartOfDay | undefined
  onPart: (part: PartOfDay) => void
}

/** A day within a month, a week at a time, and a part of it. */
export function When({ from, until, day, onDay, part, onPart }: WhenProps) {
  const [shown, setShown] = useState(week)
  const all = daysBetween(from, until) + 1
  const days = Array.from({ length: Math.min(shown, all) }, (_, n) => addDays(from, n))
  return (
    <>
      <Heading label="哪一天" />
      <DayStrip label="选一天" days={days} value={day} onChange={onDay} today={today()} />
      {shown < all && (
        <Button label="再看后面的日子" look="quiet" onTap={() => setShown(shown + week)} />
      )}
      <Choice label="什么时候" options={parts} value={part} onChange={onPart} />
    </>
  )
}
