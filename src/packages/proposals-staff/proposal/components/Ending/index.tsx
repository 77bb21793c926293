import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Field } from '@/src/design/Field'
import { Sheet } from '@/src/design/Sheet'
import { showToast } from '@/src/design/Toast'
import { useWithdrawProposal } from '@/src/queries/proposals'
import { useUndoMerge } from '@/src/queries/proposalsStaff'
import { Submitted } from '@/src/queries/Submitted'

type EndingProps = {
  proposal: {
    id: string
    count: number
    person: { id: string; name: string } | null
    mayUndo: boolean
    mayWithdraw: boolean
  }
  decides: boolean
}

/** Taken back for who proposed it; or, where staff made it of wishes by mistake, undone. */
export function Ending({ proposal, decides }: EndingProps) {
  const { id, count, person, mayUndo, mayWithdraw } = proposal
  const [asking, setAsking] = useState(false)
  const ask = (label: string) => <Button label={label} look="quiet" onTap={() => setAsking(true)} />
  const back = () => setAsking(false)
  if (person && mayWithdraw)
    return (
      <>
        {ask(`替${person.name}收回`)}
        {asking && <Withdraw id={id} count={count} person={person} onBack={back} />}
      </>
    )
  if (!mayUndo || !decides) return null
  return (
    <>
      {ask('合错了，撤销这个提案')}
      {asking && <Undo id={id} count={count} onBack={back} />}
    </>
  )
}

type UndoProps = { id: string; count: number; onBack: () => void }

function Undo({ id, count, onBack }: UndoProps) {
  const undo = useUndoMerge()
  const [because, setBecause] = useState('')
  const [tried, setTried] = useState(false)
  const send = () => {
    setTried(true)
    if (because.trim() === '') return
    undo.submit(
      { proposal: id, because: because.trim() },
      {
        done: () => {
          showToast('撤销了，心愿重新等人认领')
          onBack()
        },
      },
    )
  }
  return (
    <Sheet
      label="撤销这个提案吗？"
      yes={{ label: '是的，撤销', danger: true, busy: undo.busy, onTap: send }}
      back={undo.waiting ? '知道了' : '留着'}
      onBack={onBack}
    >
      <View>合进来的心愿重新等人认领，{count} 个人的联名没有了，不能再恢复。</View>
      <Field
        label="为什么撤销"
        hint="许愿的人、联名的人会看到"
        value={because}
        onChange={setBecause}
        most={100}
        {...(tried && because.trim() === '' && { error: '请写一句原因' })}
      />
      <Submitted of={undo} />
    </Sheet>
  )
}

type WithdrawProps = UndoProps & { person: { id: string; name: string } }

function Withdraw({ id, count, person, onBack }: WithdrawProps) {
  const withdraw = useWithdrawProposal()
  return (
    <Sheet
      label={`${person.name}的提案收回吗？`}
      yes={{
        label: '是的，收回',
        danger: true,
        busy: withdraw.busy,
        onTap: () =>
          withdraw.submit(
            { proposal: id, forResident: person.id },
            {
              done: () => {
                showToast('收回了')
                onBack()
              },
            },
          ),
      }}
      back={withdraw.waiting ? '知道了' : '留着'}
      onBack={onBack}
    >
      <View>{count} 个人的联名也没有了，不能再恢复。记录上会写明是您替他收回的。</View>
      <Submitted of={withdraw} />
    </Sheet>
  )
}
