import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Sheet } from '@/src/design/Sheet'
import { showToast } from '@/src/design/Toast'
import { useCopyWeek } from '@/src/queries/canteenStaff'
import { Submitted } from '@/src/queries/Submitted'
import { addDays, monthDay, type Day } from '@/types/shared/day'

/** This week's meals as those of the week before: as drafts, so that somebody looks at them before residents do. */
export function CopyWeek({ monday }: { monday: Day }) {
  const [asking, setAsking] = useState(false)
  const copy = useCopyWeek()
  const from = addDays(monday, -7)
  const send = () => {
    setAsking(false)
    copy.submit(
      { from, to: monday },
      {
        done: ({ planned, skipped }) =>
          showToast(
            `照着排好了 ${planned} 餐，都是草稿${skipped > 0 ? `；已经有的 ${skipped} 餐没有动` : ''}`,
          ),
      },
    )
  }
  return (
    <>
      <Submitted of={copy} />
      <Button
        label="照着前一周排"
        look="quiet"
        drawing="calendar"
        busy={copy.busy || copy.waiting}
        onTap={() => setAsking(true)}
      />
      {asking && (
        <Sheet
          label="照着前一周排这一周吗？"
          yes={{ label: '照着排', onTap: send }}
          onBack={() => setAsking(false)}
        >
          {monthDay(from)} 那一周的每一餐，会照样排到 {monthDay(monday)} 这一周，先放成草稿。
          已经排好的、已经过了的，不会动。
        </Sheet>
      )}
    </>
  )
}
