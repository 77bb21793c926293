import { View } from '@tarojs/components'
import { Choice } from '@/src/design/Choice'
import { Notice } from '@/src/design/Notice'
import { Switch } from '@/src/design/Switch'
import type { By } from '../..'

export interface Agreed {
  listed: boolean
  contact: boolean
  honours: boolean
  adult: boolean
  said: 'spoken' | 'signedForm' | undefined
}

type AgreementsProps = {
  by: By
  name: string
  /** Null while nobody knows. */
  minor: boolean | null
  value: Agreed
  onChange: (value: Agreed) => void
}

const choices = [
  {
    field: 'listed',
    label: '进能人库',
    detail: '别的工作人员要找人帮忙时，找得到',
  },
  {
    field: 'contact',
    label: '可以看电话',
    detail: '工作人员找来帮忙时能看到号码，谁看过、为什么，都记着',
  },
  { field: 'honours', label: '上风采墙', detail: '名字可以上风采墙和排名' },
] as const

/** What is agreed to, each by itself; for a minor, that the guardian agrees. */
export function Agreements({ by, name, minor, value, onChange }: AgreementsProps) {
  const change = (changes: Partial<Agreed>) => onChange({ ...value, ...changes })
  const who = by === 'self' ? '您' : name
  if (minor === true)
    return (
      <>
        <Notice label={`${name}没满 18 岁，要监护人同意`}>
          不进能人库，不给人看电话，不上风采墙，也不派去别人家里。
        </Notice>
        {by === 'staff' && (
          <Switch
            label="监护人签了同意书"
            detail="同意书请收好"
            on={value.said === 'signedForm'}
            onChange={(on) => change({ said: on ? 'signedForm' : undefined })}
          />
        )}
      </>
    )
  return (
    <>
      {minor === null && (
        <Switch
          label="满 18 岁了"
          detail="没满 18 岁，要监护人来登记"
          on={value.adult}
          onChange={(adult) => change({ adult })}
        />
      )}
      {by === 'family' ? (
        <View>
          进能人库、给人看电话、上风采墙，要{name}自己同意：用自己的手机选，或者到服务台当面说。
        </View>
      ) : (
        choices.map(({ field, label, detail }) => (
          <Switch
            key={field}
            label={label}
            detail={detail}
            on={value[field]}
            onChange={(on) => change({ [field]: on })}
          />
        ))
      )}
      {by === 'staff' && (
        <Choice
          label={`${name}是怎么同意的`}
          options={[
            { value: 'spoken', label: '当面说的' },
            { value: 'signedForm', label: '签了同意书' },
          ]}
          value={value.said}
          onChange={(said) => change({ said })}
        />
      )}
      <View>{who}随时可以再来改，关掉马上就不算了。</View>
    </>
  )
}
