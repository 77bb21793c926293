import { useState } from 'react'
import { now } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Field } from '@/src/design/Field'
import { Heading } from '@/src/design/Heading'
import { Sheet } from '@/src/design/Sheet'
import { showToast } from '@/src/design/Toast'
import { useCallOffService, useCloseEarly, useReopenService } from '@/src/queries/canteenStaff'
import { Submitted } from '@/src/queries/Submitted'
import { goBack } from '@/src/routes'
import { takesOrders } from '@/src/words/canteen'
import { whenSaid } from '@/src/words/time'
import type { PlannedMeal } from '../../../meals/components/MealCard'

/** A published meal takes no more orders from now on, takes them again, or is not cooked at all. */
export function CallOff({ meal }: { meal: PlannedMeal }) {
  const { id: service, state, cutOff, ordered } = meal
  const [asking, setAsking] = useState<'close' | 'callOff'>()
  const [because, setBecause] = useState('')
  const [missing, setMissing] = useState(false)
  const close = useCloseEarly()
  const reopen = useReopenService()
  const callOff = useCallOffService()
  const closeNow = () => {
    setAsking(undefined)
    close.submit({ service }, { done: () => showToast('不再接受预订了，订好的照样来吃') })
  }
  const reopenNow = () =>
    reopen.submit({ service }, { done: () => showToast('又可以订了，没卖掉的份数都放回去了') })
  const callOffNow = () => {
    setAsking(undefined)
    callOff.submit(
      { service, because: because.trim() },
      {
        done: ({ told }) => {
          showToast(`这一餐取消了，会告诉 ${told} 个人，付过的钱会退回去`)
          goBack()
        },
      },
    )
  }
  return (
    <>
      {state === 'closed' && now() < cutOff && (
        <Card label="提前截止了">
          <Heading label="提前截止了" />
          不能再订、再改了；{whenSaid(cutOff, now())} 前还能取消。点错了，可以重新开放。
          <Submitted of={reopen} />
          <Button
            label="重新开放预订"
            look="secondary"
            busy={reopen.busy || reopen.waiting}
            onTap={reopenNow}
          />
        </Card>
      )}
      {takesOrders(meal, now()) && (
        <Card label="提前截止预订">
          <Heading label="提前截止预订" />
          <Submitted of={close} />
          <Button
            label="现在就截止"
            look="quiet"
            busy={close.busy || close.waiting}
            onTap={() => setAsking('close')}
          />
        </Card>
      )}
      <Card label="取消这一餐">
        <Heading label="取消这一餐" />
        <Field
          label="为什么取消"
          hint="订了的人都会看到，比如：停水了，明天照常"
          most={100}
          value={because}
          onChange={setBecause}
          {...(missing && !because.trim() && { error: '请写一句原因，大家好知道' })}
        />
        <Submitted of={callOff} />
        <Button
          label="取消这一餐"
          look="danger"
          busy={callOff.busy || callOff.waiting}
          onTap={() => {
            setMissing(!because.trim())
            if (because.trim()) setAsking('callOff')
          }}
        />
      </Card>
      {asking === 'close' && (
        <Sheet
          label="现在就截止预订吗？"
          yes={{ label: '截止', onTap: closeNow }}
          back="不截止"
          onBack={() => setAsking(undefined)}
        >
          从现在起不能再订、再改，取消还可以。没订完的份数都留给柜台卖。点错了，可以重新开放。
        </Sheet>
      )}
      {asking === 'callOff' && (
        <Sheet
          label="真的要取消这一餐吗？"
          yes={{ label: '取消这一餐', danger: true, onTap: callOffNow }}
          back="不取消"
          onBack={() => setAsking(undefined)}
        >
          {ordered > 0 ? `已经有人订了 ${ordered} 份。` : ''}
          订了的人马上会收到通知，微信付过的钱会退回去，柜台付过的请当面退。取消了不能恢复。
        </Sheet>
      )}
    </>
  )
}
