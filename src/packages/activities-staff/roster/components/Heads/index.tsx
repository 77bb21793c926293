import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Field } from '@/src/design/Field'
import { Heading } from '@/src/design/Heading'
import { Notice } from '@/src/design/Notice'
import { useCountHeads } from '@/src/queries/activitiesStaff'
import { Submitted } from '@/src/queries/Submitted'
import type { Roster } from '../../filters'

type HeadsProps = { activity: string; roster: Roster; session: number }

/** At each departure, where the activity asks for it: how many stand here, against how many were checked in. */
export function Heads({ activity, roster, session }: HeadsProps) {
  const [typed, setTyped] = useState('')
  const count = useCountHeads()
  if (!roster.headCount || roster.card.state !== 'published') return null
  const last = roster.headCounts[session] ?? null
  const heads = Number(typed)
  const here = roster.present[session] ?? 0
  return (
    <Card label="出发前点人数">
      <Heading label="出发前点人数" />
      <Field
        label="点到几个人"
        hint={`签到的有 ${here} 人${last === null ? '' : `，上次点到 ${last} 人`}`}
        kind="number"
        most={3}
        value={typed}
        onChange={setTyped}
      />
      {last !== null && <Verdict heads={last} expected={here} />}
      <Submitted of={count} />
      <Button
        label="记下人数"
        look="secondary"
        off={typed === ''}
        busy={count.busy || count.waiting}
        onTap={() => count.submit({ activity, session, heads })}
      />
    </Card>
  )
}

function Verdict({ heads, expected }: { heads: number; expected: number }) {
  if (heads === expected) return <Notice kind="done" label={`对上了，${heads} 人都在，可以出发`} />
  return heads < expected ? (
    <Notice kind="error" label={`少了 ${expected - heads} 人，先别出发`}>
      对着名单点名，给没在的人打电话。
    </Notice>
  ) : (
    <Notice kind="warn" label={`多了 ${heads - expected} 人`}>
      有人没签到，请对着名单补签。
    </Notice>
  )
}
