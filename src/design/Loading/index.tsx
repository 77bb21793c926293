import { View } from '@tarojs/components'
import { spoken } from '../spoken'
import './index.scss'

/** Something is on its way; `label` says what. Empty lines show where it will stand. */
export function Loading({ label = '正在打开，请稍候' }: { label?: string }) {
  return (
    <View className="loading">
      <View {...spoken({ role: 'status', live: 'polite' })}>{label}…</View>
      <View {...spoken({ hidden: true })}>
        <View className="loading__line" />
        <View className="loading__line loading__line--short" />
        <View className="loading__line" />
      </View>
    </View>
  )
}
