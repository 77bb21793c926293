import { View } from '@tarojs/components'
import { Tap } from '../Tap'
import './index.scss'

type SwitchProps = {
  label: string
  /** What it changes. */
  detail?: string
  on: boolean
  onChange: (on: boolean) => void
}

/** Something that is on or off and changes at once; the whole line is the target, and the state is a word. */
export function Switch({ label, detail, on, onChange }: SwitchProps) {
  return (
    <Tap
      className="switch"
      role="switch"
      label={detail ? `${label}，${detail}` : label}
      state={{ checked: on }}
      onTap={() => onChange(!on)}
    >
      <View className="switch__words">
        <View className="switch__label">{label}</View>
        {detail && <View className="switch__detail">{detail}</View>}
      </View>
      <View className={`switch__track ${on ? 'switch__track--on' : ''}`}>
        <View className="switch__knob" />
        <View className="switch__state">{on ? '开' : '关'}</View>
      </View>
    </Tap>
  )
}
