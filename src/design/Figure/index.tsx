import { View } from '@tarojs/components'
import './index.scss'

type FigureProps = {
  /** What the number is: 排队号, 应付, 开始时间. */
  label: string
  /** The number with its unit: 037, 9.00 元, 上午 9:00. */
  value: string
  /** Why it is so: 84 岁 · 6 折. */
  reason?: string
}

/** A number people act on, the largest thing where it stands, with its reason beside it. */
export function Figure({ label, value, reason }: FigureProps) {
  return (
    <View className="figure">
      <View className="figure__label">{label}</View>
      <View className="figure__value">{value}</View>
      {reason && <View className="figure__label">{reason}</View>}
    </View>
  )
}
