import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Field } from '@/src/design/Field'
import { Heading } from '@/src/design/Heading'
import { Sheet } from '@/src/design/Sheet'
import { useWithdraw } from '@/src/queries/activitiesStaff'
import { Submitted } from '@/src/queries/Submitted'

type WithdrawProps = {
  activity: string
  /** Called with how many people are told. */
  onDone: (told: number) => void
}

/** Calls a published activity off; everybody signed up is told why, so a reason is needed. */
export function Withdraw({ activity, onDone }: WithdrawProps) {
  const [because, setBecause] = useState('')
  const [missing, setMissing] = useState(false)
  const [asking, setAsking] = useState(false)
  const withdraw = useWithdraw()
  const tap = () => {
    setMissing(!because.trim())
    setAsking(because.trim() !== '')
  }
  const go = () => {
    setAsking(false)
    withdraw.submit({ activity, because: because.trim() }, { done: ({ told }) => onDone(told) })
  }
  return (
    <Card label="取消这次活动">
      <Heading label="取消这次活动" />
      <Field
        label="为什么取消"
        hint="报了名的人都会看到，比如：老师生病了，改到下个月"
        most={100}
        value={because}
        onChange={setBecause}
        {...(missing && !because.trim() && { error: '请写一句原因，大家好知道' })}
      />
      <Submitted of={withdraw} />
      <Button label="取消活动" look="danger" busy={withdraw.busy || withdraw.waiting} onTap={tap} />
      {asking && (
        <Sheet
          label="真的要取消这次活动吗？"
          yes={{ label: '取消活动', danger: true, onTap: go }}
          back="不取消"
          onBack={() => setAsking(false)}
        >
          报了名和排队的人马上会收到通知，取消了不能恢复。
        </Sheet>
      )}
    </Card>
  )
}
