import { View } from '@tarojs/components'
import { useState } from 'react'
import { now } from '@/src/api/clock'
import { Field } from '@/src/design/Field'
import { Sheet } from '@/src/design/Sheet'
import { showToast } from '@/src/design/Toast'
import { Submitted } from '@/src/queries/Submitted'
import { useWithdrawFromShift } from '@/src/queries/volunteers'
import { shiftWhenSaid } from '@/src/words/volunteers'
import type { Shift } from '@/types/volunteers'
import type { Whose } from '../../../components/Who'

type WithdrawProps = { shift: Shift; whose: Whose; onBack: () => void }

/** Asks before others have to be found: of a barber, people who hold a number are told at once. */
export function Withdraw({ shift, whose, onBack }: WithdrawProps) {
  const withdraw = useWithdrawFromShift()
  const [because, setBecause] = useState('')
  const send = () =>
    withdraw.submit(
      {
        shift: shift.id,
        ...(because.trim() && { because: because.trim() }),
        ...whose.forSomeone,
      },
      {
        done: () => {
          showToast('知道了，马上告诉社区')
          onBack()
        },
      },
    )
  return (
    <Sheet
      label={`这一班${whose.name}来不了了吗？`}
      yes={{ label: '是的，来不了', danger: true, busy: withdraw.busy, onTap: send }}
      back={withdraw.waiting ? '知道了' : whose.name ? '还是来' : '我还是来'}
      onBack={onBack}
    >
      <View>
        {shift.title}，{shiftWhenSaid(shift, now())}。
      </View>
      <View>
        {shift.kind === 'barber'
          ? '排在后面的几个号马上会收到通知，社区也会知道。'
          : '社区马上会知道，好再找人。'}
      </View>
      <Field
        label="为什么"
        optional
        hint="比如：发烧了。社区的人看得到，好安排"
        value={because}
        onChange={setBecause}
        most={60}
      />
      <Submitted of={withdraw} />
    </Sheet>
  )
}
