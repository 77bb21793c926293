import { View } from '@tarojs/components'
import { spoken } from '../spoken'
import { Tap } from '../Tap'
import './index.scss'

type TabsProps<Value extends string> = {
  /** What the tabs part: 按人群看活动. */
  label: string
  tabs: ReadonlyArray<{ value: Value; label: string }>
  value: Value
  onChange: (value: Value) => void
}

/** Views of one list, all in sight: they wrap to a second line and are never swiped. */
export function Tabs<Value extends string>({ label, tabs, value, onChange }: TabsProps<Value>) {
  return (
    <View className="tabs" {...spoken({ role: 'tablist', label })}>
      {tabs.map((tab) => (
        <Tap
          small
          key={tab.value}
          className={`tabs__tab ${tab.value === value ? 'tabs__tab--chosen' : ''}`}
          role="tab"
          label={tab.label}
          state={{ selected: tab.value === value }}
          onTap={() => onChange(tab.value)}
        >
          {tab.label}
        </Tap>
      ))}
    </View>
  )
}
