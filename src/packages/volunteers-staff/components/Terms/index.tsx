import { Field } from '@/src/design/Field'
import { Switch } from '@/src/design/Switch'
import type { TermsTyped } from './typed'

type TermsProps = {
  value: TermsTyped
  onChange: (part: Partial<TermsTyped>) => void
  /** The phone that was typed cannot be one. */
  wrongPhone: boolean
}

/** What to bring, who insures, whom residents call, and whether a swap needs a word. */
export function Terms({ value, onChange, wrongPhone }: TermsProps) {
  const { bring, insurance, phone, approveSwaps } = value
  return (
    <>
      <Field
        label="要带什么"
        hint="比如：小红帽、哨子，穿平底鞋"
        optional
        value={bring}
        onChange={(typed) => onChange({ bring: typed })}
        most={60}
      />
      <Field
        label="保险"
        hint="给志愿者上了什么险，到什么时候"
        optional
        value={insurance}
        onChange={(typed) => onChange({ insurance: typed })}
        most={60}
      />
      <Field
        label="值班电话"
        kind="phone"
        hint="当班的时候居民看得到，不填就是中心的电话"
        optional
        value={phone}
        onChange={(typed) => onChange({ phone: typed })}
        most={12}
        {...(wrongPhone && { error: '这个号码不对，请核对一下，或者不填' })}
      />
      <Switch
        label="换班要我们同意"
        detail="开着：有人愿意替，等社区点同意；关着：有人接就算换好"
        on={approveSwaps}
        onChange={(on) => onChange({ approveSwaps: on })}
      />
    </>
  )
}
