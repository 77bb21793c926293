import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Field } from '@/src/design/Field'
import { Sheet } from '@/src/design/Sheet'
import { showToast } from '@/src/design/Toast'
import { Submitted } from '@/src/queries/Submitted'
import { useCallOffVote } from '@/src/queries/votesStaff'

type CallOffProps = {
  vote: string
  /** 表决, 点算. */
  what: string
  /** Who hears of it. */
  told: string
}

/** Calls a vote off, with a reason that residents read. */
export function CallOff({ vote, what, told }: CallOffProps) {
  const callOff = useCallOffVote()
  const [asking, setAsking] = useState(false)
  const [because, setBecause] = useState('')
  const [tried, setTried] = useState(false)
  const missing = because.trim() === ''
  const send = () => {
    setTried(true)
    if (missing) return
    callOff.submit(
      { vote, because: because.trim() },
      {
        done: () => {
          showToast(`取消了，会告诉${told}`)
          setAsking(false)
        },
      },
    )
  }
  return (
    <>
      <Button label={`取消这次${what}`} look="danger" onTap={() => setAsking(true)} />
      {asking && (
        <Sheet
          label={`取消这次${what}吗？`}
          yes={{
            label: '是的，取消',
            danger: true,
            busy: callOff.busy || callOff.waiting,
            onTap: send,
          }}
          back="不取消"
          onBack={() => setAsking(false)}
        >
          <View>取消以后没有结果，也不能恢复。{told}会收到消息。</View>
          <Field
            label="为什么取消"
            most={60}
            value={because}
            onChange={setBecause}
            {...(tried && missing && { error: '请写一句原因，居民会看到' })}
          />
          <Submitted of={callOff} />
        </Sheet>
      )}
    </>
  )
}
