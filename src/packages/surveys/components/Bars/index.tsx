import { View } from '@tarojs/components'
import { spoken } from '@/src/design/spoken'
import { countSaid } from '@/src/words/surveys'
import './index.scss'

type BarsProps = {
  /** What the bars count. */
  label: string
  bars: readonly { id: string; words: string; count: number }[]
  /** How many all of them are shares of. */
  of: number
}

/** Shares as lines of words and numbers; the bar under each only repeats them. */
export function Bars({ label, bars, of }: BarsProps) {
  return (
    <View className="bars" {...spoken({ role: 'list', label })}>
      {bars.map(({ id, words, count }) => (
        <View key={id} className="bars__line" {...spoken({ role: 'listitem' })}>
          <View className="bars__words">
            <View>{words} </View>
            <View className="bars__count">{countSaid(count, of)}</View>
          </View>
          <View className="bars__track" {...spoken({ hidden: true })}>
            <View
              className="bars__bar"
              style={{ width: `${of === 0 ? 0 : Math.round((count / of) * 100)}%` }}
            />
          </View>
        </View>
      ))}
    </View>
  )
}
