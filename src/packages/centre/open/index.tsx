import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { CallError } from '@/src/api/call'
import { chooseCentre } from '@/src/api/centre'
import { wordsFor } from '@/src/api/words'
import { wrongField } from '@/src/api/wrongField'
import { Button } from '@/src/design/Button'
import { Field } from '@/src/design/Field'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { showToast } from '@/src/design/Toast'
import { useOpenCentre } from '@/src/queries/centre'
import { goTo, replaceBy } from '@/src/routes'
import { policyVersion } from '@/src/words/policyVersion'

const empty = { code: '', name: '', adminName: '', setupCode: '' }
type FieldName = keyof typeof empty
type Wrong = Partial<Record<FieldName, string>>

const codeShape = /^[a-z][a-z0-9]{1,7}$/

const missing = ({ code, name, adminName, setupCode }: typeof empty): Wrong => ({
  ...(!codeShape.test(code) && {
    code: '用 2 到 8 个小写字母或数字，第一个要是字母，比如 dl1',
  }),
  ...(!name.trim() && { name: '请写中心的名字' }),
  ...(!adminName.trim() && { adminName: '请写您的名字，您是第一位管理员' }),
  ...(setupCode.trim().length < 8 && { setupCode: '开通码最少 8 位，请向部署的技术人员要' }),
})

const refusedFields: Readonly<Record<string, FieldName>> = {
  CentreExists: 'code',
  WrongSetupCode: 'setupCode',
}

const isField = (name: string): name is FieldName => name in empty

/** The field a refusal is about. The code of the centre travels outside the input. */
const refusedField = (error: CallError | null): FieldName | undefined => {
  if (!error) return undefined
  const field = wrongField(error)
  if (field !== null) return field === 'centre' ? 'code' : isField(field) ? field : undefined
  return refusedFields[error.code]
}

/** Opens a new centre for whoever holds the deployment's setup code; they become its first admin. */
export default function Open() {
  const { code = '' } = useRouter().params
  const [typed, setTyped] = useState({ ...empty, code })
  const [tried, setTried] = useState(false)
  const open = useOpenCentre()
  const at = refusedField(open.error)
  const lacking = missing(typed)
  const wrong: Wrong = {
    ...(at !== undefined && { [at]: wordsFor(open.error) }),
    ...(tried ? lacking : {}),
  }
  const error = (name: FieldName) => (wrong[name] ? { error: wrong[name] } : {})
  const set = (name: FieldName) => (value: string) => {
    open.reset()
    setTyped({ ...typed, [name]: name === 'code' ? value.toLowerCase() : value })
  }
  const send = () => {
    setTried(true)
    if (Object.keys(lacking).length > 0) return
    const { code, name, adminName, setupCode } = typed
    open.mutate(
      {
        code,
        input: {
          name: name.trim(),
          adminName: adminName.trim(),
          setupCode: setupCode.trim(),
          policy: policyVersion,
        },
      },
      {
        onSuccess: () => {
          chooseCentre(code)
          showToast('中心开通了。先写上电话和开门时间，居民好找到您')
          replaceBy('aboutCentre')
        },
      },
    )
  }
  return (
    <Page
      title="开通一个中心"
      subtitle="给负责部署的人用，居民不用填"
      action={<Button label="开通" busy={open.isPending} onTap={send} />}
    >
      {open.error && at === undefined && <Notice kind="error" label={wordsFor(open.error)} />}
      <Field
        label="中心代号"
        hint="印在二维码里，定了不能改。小写字母和数字，2 到 8 个"
        most={8}
        value={typed.code}
        onChange={set('code')}
        {...error('code')}
      />
      <Field
        label="中心名字"
        hint="比如：某某街道党群服务中心"
        most={40}
        value={typed.name}
        onChange={set('name')}
        {...error('name')}
      />
      <Field
        label="您的名字"
        most={20}
        value={typed.adminName}
        onChange={set('adminName')}
        {...error('adminName')}
      />
      <Field
        label="开通码"
        hint="部署时设的那一串，注意大小写"
        most={100}
        value={typed.setupCode}
        onChange={set('setupCode')}
        {...error('setupCode')}
      />
      <View>点“开通”，就是同意我们按《隐私说明》保管您的名字。</View>
      <Button label="看看《隐私说明》" look="quiet" onTap={() => goTo('policy')} />
    </Page>
  )
}
