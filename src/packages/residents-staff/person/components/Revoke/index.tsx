import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Field } from '@/src/design/Field'
import { Sheet } from '@/src/design/Sheet'
import { useRevokeVerification } from '@/src/queries/residents'
import { Submitted } from '@/src/queries/Submitted'
import type { PersonForStaff } from '@/types/residents'
import './index.scss'

/** Takes a verification back. The resident reads the reason, so there has to be one. */
export function Revoke({ person: { id, name } }: { person: PersonForStaff }) {
  const revoke = useRevokeVerification()
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const goOn = () => {
    setTried(reason.trim() === '')
    if (reason.trim() === '') return
    revoke.submit({ person: id, reason: reason.trim() }, { done: () => setAsking(false) })
  }
  return (
    <>
      <Button label="撤销居民身份" look="danger" onTap={() => setAsking(true)} />
      {asking && (
        <Sheet
          label={`撤销${name}的居民身份吗？`}
          yes={{
            label: '撤销',
            danger: true,
            busy: revoke.busy || revoke.waiting,
            onTap: goOn,
          }}
          back="不撤销"
          onBack={() => setAsking(false)}
        >
          <View className="revoke">
            <View>他会收到消息。只给本地居民的活动，以后他报不了。</View>
            <Field
              label="原因"
              hint="他会看到，比如：已经搬走"
              most={100}
              value={reason}
              onChange={setReason}
              {...(tried && reason.trim() === '' && { error: '请写上原因' })}
            />
            <Submitted of={revoke} />
          </View>
        </Sheet>
      )}
    </>
  )
}
