import { View } from '@tarojs/components'
import { Drawing } from '../Drawing'
import { spoken } from '../spoken'
import { Tap } from '../Tap'
import './index.scss'

type StepperProps = {
  /** What is counted: 份数, 人数. */
  label: string
  value: number
  onChange: (value: number) => void
  least?: number
  most: number
  /** 份, 人: stands after the number. */
  unit?: string
}

/** A small whole number, one tap more or less; each step is spoken. */
export function Stepper({ label, value, onChange, least = 0, most, unit = '' }: StepperProps) {
  return (
    <View className="stepper" {...spoken({ role: 'group', label })}>
      <View className="stepper__label" {...spoken({ hidden: true })}>
        {label}
      </View>
      <View className="stepper__steps">
        <Tap
          className={`stepper__step ${value <= least ? 'stepper__step--off' : ''}`}
          label={`${label}，减少一${unit || '个'}`}
          off={value <= least}
          onTap={() => onChange(value - 1)}
        >
          <Drawing name="minus" colour={value <= least ? 'soft' : 'brick'} size="small" />
        </Tap>
        <View className="stepper__value" {...spoken({ live: 'polite' })}>
          {value}
          {unit && ` ${unit}`}
        </View>
        <Tap
          className={`stepper__step ${value >= most ? 'stepper__step--off' : ''}`}
          label={`${label}，增加一${unit || '个'}`}
          off={value >= most}
          onTap={() => onChange(value + 1)}
        >
          <Drawing name="plus" colour={value >= most ? 'soft' : 'brick'} size="small" />
        </Tap>
      </View>
    </View>
  )
}
