import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Sheet } from '@/src/design/Sheet'
import { showToast } from '@/src/design/Toast'
import { Submitted } from '@/src/queries/Submitted'
import { useResign } from '@/src/queries/volunteerRecords'
import { goBack } from '@/src/routes'

/** The way out: said before what becomes of shifts and hours. */
export function Resign({ who, forResident }: { who: string; forResident: string | undefined }) {
  const resign = useResign()
  const [asking, setAsking] = useState(false)
  const send = () =>
    resign.submit(forResident === undefined ? {} : { forResident }, {
      done: () => {
        showToast(`记下了，谢谢${who}做过的事`)
        goBack()
      },
    })
  return (
    <>
      <Button label="不做志愿者了" look="quiet" onTap={() => setAsking(true)} />
      {asking && (
        <Sheet
          label="不做志愿者了吗？"
          yes={{ label: '是的，不做了', danger: true, busy: resign.busy, onTap: send }}
          back={resign.waiting ? '知道了' : '接着做'}
          onBack={() => setAsking(false)}
        >
          <View>{who}说好要来的班会空出来，社区马上知道；志愿队也会退出。</View>
          <View>做过的时长都还在。以后想回来，再登记就行。</View>
          <Submitted of={resign} />
        </Sheet>
      )}
    </>
  )
}
