import { View } from '@tarojs/components'
import { now } from '@/src/api/clock'
import { Sheet } from '@/src/design/Sheet'
import { showToast } from '@/src/design/Toast'
import { Submitted } from '@/src/queries/Submitted'
import { useWithdrawFromShift } from '@/src/queries/volunteers'
import { shiftWhenSaid } from '@/src/words/volunteers'
import type { Shift } from '@/types/volunteers'

/** Asks before others have to be found: of a barber, people who hold a number are told at once. */
export function Withdraw({ shift, onBack }: { shift: Shift; onBack: () => void }) {
  const withdraw = useWithdrawFromShift()
  const send = () =>
    withdraw.submit(
      { shift: shift.id },
      {
        done: () => {
          showToast('知道了，马上告诉社区')
          onBack()
        },
      },
    )
  return (
    <Sheet
      label="这一班来不了了吗？"
      yes={{ label: '是的，来不了', danger: true, busy: withdraw.busy, onTap: send }}
      back={withdraw.waiting ? '知道了' : '我还是来'}
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
      <Submitted of={withdraw} />
    </Sheet>
  )
}
