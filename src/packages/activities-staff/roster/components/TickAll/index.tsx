import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Sheet } from '@/src/design/Sheet'
import { showToast } from '@/src/design/Toast'
import { useTickAll } from '@/src/queries/activitiesStaff'
import { Submitted } from '@/src/queries/Submitted'
import type { RosterLine } from '@/types/activities'

/** How many names are read before they are only counted. */
const namesInSight = 8

type TickAllProps = {
  activity: string
  session: number
  /** Those who are in and not ticked yet. */
  lines: readonly RosterLine[]
  /** The server has them: the list that is read next shows it. */
  onTicked: (persons: ReadonlySet<string>) => void
}

/** Everybody is here: one tap instead of one for each name, after a look at whose names they are. */
export function TickAll({ activity, session, lines, onTicked }: TickAllProps) {
  const [asking, setAsking] = useState(false)
  const tick = useTickAll()
  const persons = lines.map(({ person }) => person)
  const names = lines.slice(0, namesInSight).map(({ name }) => name)
  const send = () => {
    setAsking(false)
    tick.submit(
      { activity, session, persons },
      {
        done: ({ present }) => {
          onTicked(new Set(persons))
          showToast(`${present} 人都签到了。谁没来，再点一下他的名字就取消`)
        },
      },
    )
  }
  return (
    <>
      <Submitted of={{ error: tick.error, waiting: false }} />
      {lines.length > 1 && !tick.waiting && (
        <Button
          label={`还没签到的 ${lines.length} 人全部到了`}
          look="secondary"
          drawing="check"
          busy={tick.busy}
          onTap={() => setAsking(true)}
        />
      )}
      {asking && (
        <Sheet
          label={`这 ${lines.length} 人都到了吗？`}
          yes={{ label: '都到了', onTap: send }}
          onBack={() => setAsking(false)}
        >
          {names.join('、')}
          {lines.length > names.length && `，还有 ${lines.length - names.length} 人`}
        </Sheet>
      )}
    </>
  )
}
