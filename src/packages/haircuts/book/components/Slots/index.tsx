import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Choice } from '@/src/design/Choice'
import { clockSaid, spanSaid } from '@/src/words/time'
import type { HaircutSession } from '@/types/haircuts'

type SlotsProps = {
  session: HaircutSession
  /** The slot asked for; undefined takes the earliest that is free. */
  value: number | undefined
  onChange: (slot: number | undefined) => void
}

const earliest = 'earliest'

/** When to come: the earliest unless somebody wants another time, so that most people need no tap for it. */
export function Slots({ session: { slots, left }, value, onChange }: SlotsProps) {
  const [open, setOpen] = useState(false)
  const first = slots.find((slot) => slot.left > 0)
  if (left === 0 || !first) return null
  if (!open)
    return (
      <Button
        label={`最早有空的是${clockSaid(first.startsAt)}，想换个时间`}
        look="quiet"
        drawing="clock"
        onTap={() => setOpen(true)}
      />
    )
  return (
    <Choice
      label="几点来"
      hint="高龄老人到了先理"
      options={[
        { value: earliest, label: `最早有空的：${clockSaid(first.startsAt)}` },
        ...slots.map((slot) => ({
          value: String(slot.slot),
          label: spanSaid(slot.startsAt, slot.endsAt),
          detail: slot.left > 0 ? `还有 ${slot.left} 个号` : '满了',
          off: slot.left === 0,
        })),
      ]}
      value={value === undefined ? earliest : String(value)}
      onChange={(chosen) => onChange(chosen === earliest ? undefined : Number(chosen))}
    />
  )
}
