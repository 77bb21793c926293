import { View } from '@tarojs/components'
import { useState } from 'react'
import type { CallError } from '@/src/api/call'
import { wordsFor } from '@/src/api/words'
import { Button } from '@/src/design/Button'
import { Field } from '@/src/design/Field'
import { Notice } from '@/src/design/Notice'
import { useSignIn } from '@/src/queries/residents'
import { goTo } from '@/src/routes'
import { policyVersion } from '@/src/words/policyVersion'
import type { Me } from '@/types/residents'
import './index.scss'

type SignInProps = {
  /** Why a name is needed now: 报名要登记您的名字. */
  label: string
  /** What the button goes on with: 写好了，报名. */
  goOn: string
  /** Called once the person is known here; goes on with what they wanted. */
  onDone?: (me: Me) => void
  /** What was wanted is on its way: the button goes on waiting. */
  busy?: boolean
}

const nameError = (error: CallError | null): string | undefined =>
  error?.code === 'InvalidInput' && error.data?.field === 'input.name'
    ? '请写您的名字，最多 20 个字'
    : undefined

/** The first sign-in, inside the page that needs it: WeChat says who it is, and only a name is asked. */
export function SignIn({ label, goOn, onDone, busy = false }: SignInProps) {
  const [name, setName] = useState('')
  const [missing, setMissing] = useState(false)
  const signIn = useSignIn()
  const wrongName = missing && !name.trim() ? '请先写上您的名字' : nameError(signIn.error)
  const tap = () => {
    setMissing(!name.trim())
    if (name.trim())
      signIn.submit({ name: name.trim(), policy: policyVersion }, onDone ? { done: onDone } : {})
  }
  return (
    <View className="sign-in">
      <Field
        label="您怎么称呼"
        hint={`${label}，别的都不用填`}
        value={name}
        onChange={setName}
        most={20}
        {...(wrongName && { error: wrongName })}
      />
      {signIn.error && !wrongName && <Notice kind="error" label={wordsFor(signIn.error)} />}
      {signIn.waiting && <Notice kind="warn" label="网络不好，已经替您记下，连上后自动提交" />}
      <Button label={goOn} busy={signIn.busy || busy} onTap={tap} />
      <View className="sign-in__policy">
        点上面的按钮，就是同意我们按《隐私说明》保管您的名字。
      </View>
      <Button label="看看《隐私说明》" look="quiet" onTap={() => goTo('policy')} />
    </View>
  )
}
