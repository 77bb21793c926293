import { View } from '@tarojs/components'
import { spoken } from '../spoken'
import { Tap } from '../Tap'
import './index.scss'

export type Option<Value extends string> = {
  value: Value
  label: string
  /** A second line: what choosing it means. */
  detail?: string
  /** Cannot be chosen; `detail` says why. */
  off?: boolean
}

type One<Value extends string> = {
  many?: false
  value: Value | undefined
  onChange: (value: Value) => void
}
type Many<Value extends string> = {
  many: true
  value: readonly Value[]
  onChange: (value: Value[]) => void
}

type ChoiceProps<Value extends string> = {
  /** The question. */
  label: string
  hint?: string
  options: ReadonlyArray<Option<Value>>
} & (One<Value> | Many<Value>)

/** One or several of a few answers, each a large target with its mark in front. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { label, hint, options, many } = props
  const isChosen = (value: Value) =>
    props.many ? props.value.includes(value) : props.value === value
  const tap = (value: Value) => {
    if (!props.many) props.onChange(value)
    else if (props.value.includes(value)) props.onChange(props.value.filter((one) => one !== value))
    else props.onChange([...props.value, value])
  }
  const question = hint ? `${label}，${hint}` : label
  return (
    <View className="choice" {...spoken({ role: many ? 'group' : 'radiogroup', label: question })}>
      <View className="choice__label" {...spoken({ hidden: true })}>
        {label}
      </View>
      {hint && (
        <View className="choice__hint" {...spoken({ hidden: true })}>
          {hint}
        </View>
      )}
      <View className="choice__options">
        {options.map((option) => {
          const chosen = isChosen(option.value)
          return (
            <Tap
              key={option.value}
              className={`choice__option ${chosen ? 'choice__option--chosen' : ''} ${option.off ? 'choice__option--off' : ''}`}
              role={many ? 'checkbox' : 'radio'}
              label={option.detail ? `${option.label}，${option.detail}` : option.label}
              state={{ checked: chosen }}
              off={option.off}
              onTap={() => tap(option.value)}
            >
              <View className={`choice__mark ${many ? 'choice__mark--many' : ''}`} />
              <View className="choice__words">
                <View>{option.label}</View>
                {option.detail && <View className="choice__detail">{option.detail}</View>}
              </View>
            </Tap>
          )
        })}
      </View>
    </View>
  )
}
