import { Input, Textarea, View } from '@tarojs/components'
import { Drawing } from '../Drawing'
import { spoken } from '../spoken'
import { entry } from './entry'
import { Parts, dateParts, timeParts } from './parts'
import './index.scss'

const mosts = { text: 60, number: 60, money: 8, phone: 11, date: 10, time: 5, lines: 500 }

/** What a kind of entry cannot hold is not taken in. */
const foreign: Partial<Record<keyof typeof mosts, RegExp>> = {
  number: /\D/g,
  phone: /\D/g,
  money: /[^\d.]/g,
}

type FieldProps = {
  /** What is asked for; always visible above the field. */
  label: string
  /** Typed so far. date is `YYYY-MM-DD` and time `HH:mm`; both are '' until they are whole. money is yuan: 8.75. */
  value: string
  onChange: (value: string) => void
  kind?: keyof typeof mosts
  /** Help before typing: an example, or why it is asked. */
  hint?: string
  /** What is wrong and how to put it right: 手机号要 11 位，还少 1 位. */
  error?: string
  optional?: boolean
  /** Most characters taken. */
  most?: number
}

/** Typing in one thing. Its spoken name holds the hint and the error, since WeChat links no other element to it. */
export function Field({
  label,
  value,
  onChange,
  kind = 'text',
  hint,
  error,
  optional = false,
  most = mosts[kind],
}: FieldProps) {
  const title = optional ? `${label}（可不填）` : label
  const said = [title, hint, error].filter(Boolean).join('，')
  return (
    <View className={`field ${error ? 'field--wrong' : ''}`}>
      <View className="field__label" {...spoken({ hidden: true })}>
        {title}
      </View>
      {hint && (
        <View className="field__hint" {...spoken({ hidden: true })}>
          {hint}
        </View>
      )}
      <Entry kind={kind} said={said} wrong={Boolean(error)} {...{ value, onChange, most }} />
      {/* Always there: an element that appears together with its words is not announced. */}
      <View className="field__error" {...spoken({ live: 'assertive' })}>
        {error && <Drawing name="warn" colour="brick" size="small" />}
        {error}
      </View>
    </View>
  )
}

type EntryProps = {
  kind: NonNullable<FieldProps['kind']>
  said: string
  wrong: boolean
  value: string
  onChange: (value: string) => void
  most: number
}

function Entry({ kind, said, wrong, value, onChange, most }: EntryProps) {
  const take = ({ detail }: { detail: { value: string } }) =>
    onChange(foreign[kind] ? detail.value.replace(foreign[kind], '') : detail.value)
  switch (kind) {
    case 'date':
      return <Parts parts={dateParts} said={said} wrong={wrong} value={value} onChange={onChange} />
    case 'time':
      return <Parts parts={timeParts} said={said} wrong={wrong} value={value} onChange={onChange} />
    case 'lines':
      return (
        <Textarea
          className="field__entry field__entry--lines"
          value={value}
          maxlength={most}
          onInput={take}
          {...entry(said, wrong)}
        />
      )
    case 'text':
    case 'number':
    case 'money':
    case 'phone':
      return (
        <Input
          className="field__entry"
          value={value}
          maxlength={most}
          onInput={take}
          {...entry(said, wrong, kind)}
        />
      )
  }
}
