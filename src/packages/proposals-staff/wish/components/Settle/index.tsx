import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Choice } from '@/src/design/Choice'
import { Field } from '@/src/design/Field'
import { Page } from '@/src/design/Page'
import { showToast } from '@/src/design/Toast'
import { useSettleWish } from '@/src/queries/proposalsStaff'
import { Submitted } from '@/src/queries/Submitted'
import type { WishForStaff } from '@/types/proposals'

type Way = 'end' | 'extend' | 'free' | 'confirm'

/** What staff can do with a wish as it stands. */
const ways = (state: WishForStaff['state']): { value: Way; label: string; detail: string }[] => [
  ...(state === 'open'
    ? [{ value: 'extend' as const, label: '延长', detail: '再等人认领一段时间' }]
    : [
        { value: 'confirm' as const, label: '替许愿的人确认', detail: '问过了，办好了' },
        ...(state === 'claimed'
          ? [{ value: 'free' as const, label: '换人', detail: '认领的人办不了，重新等人认领' }]
          : []),
      ]),
  { value: 'end' as const, label: '结束', detail: '办不成了，两边都会收到通知' },
]

/** Where nobody else does anything, staff do. */
export function Settle({ wish, onClose }: { wish: WishForStaff; onClose: () => void }) {
  const settle = useSettleWish()
  const options = ways(wish.state)
  const [by, setBy] = useState<Way>(options[0]?.value ?? 'end')
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const send = () => {
    setTried(true)
    if (note.trim() === '') return
    settle.submit(
      { wish: wish.id, by, note: note.trim() },
      {
        done: () => {
          showToast('处理好了')
          onClose()
        },
      },
    )
  }
  return (
    <Page
      title="处理这个心愿"
      subtitle={wish.public?.title ?? ''}
      action={
        <>
          <Submitted of={settle} />
          <Button
            label="就这样处理"
            look={by === 'end' ? 'danger' : 'primary'}
            busy={settle.busy || settle.waiting}
            onTap={send}
          />
          <Button label="返回" look="quiet" onTap={onClose} />
        </>
      }
    >
      <Choice label="怎么处理" options={options} value={by} onChange={setBy} />
      <Field
        label="说明"
        hint="许愿的人会看到"
        value={note}
        onChange={setNote}
        most={100}
        {...(tried && note.trim() === '' && { error: '请写一句说明' })}
      />
    </Page>
  )
}
