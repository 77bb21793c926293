import { Field } from '@/src/design/Field'
import type { InputOf } from '@/src/api/call'

export type Guardian = NonNullable<InputOf<'activities', 'signUp'>['guardian']>

type GuardianFieldsProps = {
  value: Guardian
  onChange: (value: Guardian) => void
  /** The field that is wrong. */
  wrong: keyof Guardian | undefined
}

const errors: Readonly<Record<keyof Guardian, string>> = {
  emergencyName: '请写上有急事找谁',
  emergencyPhone: '请写 11 位手机号，或者带区号的座机',
  mayCollect: '请写上谁来接孩子',
}

/** Under 14: whom to call and who may collect the child. */
export function GuardianFields({ value, onChange, wrong }: GuardianFieldsProps) {
  const shared = (name: keyof Guardian) => ({
    value: value[name],
    onChange: (text: string) => onChange({ ...value, [name]: text }),
    ...(wrong === name && { error: errors[name] }),
  })
  return (
    <>
      <Field
        label="有急事找谁"
        hint="活动时能接电话的大人"
        most={20}
        {...shared('emergencyName')}
      />
      <Field label="电话" kind="phone" {...shared('emergencyPhone')} />
      <Field label="谁来接孩子" hint="比如：爸爸张强，或者外婆" {...shared('mayCollect')} />
    </>
  )
}
