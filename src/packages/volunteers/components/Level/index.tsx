import { Card } from '@/src/design/Card'
import { Figure } from '@/src/design/Figure'
import { minutesSaid } from '@/src/words/volunteers'
import type { Standing } from '@/types/volunteers'

/** What is still missing for the next level, as one says it. */
export const nextSaid = ({ next }: Pick<Standing, 'next'>): string => {
  if (next === null) return '已经是最高的等级'
  const missing = [
    next.minutes > 0 && `${minutesSaid(next.minutes)}`,
    next.trainings > 0 && `${next.trainings} 次培训`,
  ].filter(Boolean)
  return `离${next.name}还差 ${missing.join('和 ')}`
}

/** How far somebody has come: the level, the confirmed hours, and what is missing. */
export function Level({ standing }: { standing: Pick<Standing, 'level' | 'minutes' | 'next'> }) {
  const { level, minutes } = standing
  return (
    <Card label={`${level ?? '还没到第一级'}，一共做了 ${minutesSaid(minutes)}`}>
      <Figure label="等级" value={level ?? '还没到第一级'} reason={nextSaid(standing)} />
      <Figure label="一共做了" value={minutesSaid(minutes)} reason="确认过的才算" />
    </Card>
  )
}
