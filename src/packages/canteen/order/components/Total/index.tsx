import { View } from '@tarojs/components'
import { Reading } from '@/src/queries/Reading'
import type { useQuote } from '@/src/queries/canteen'
import { portionsIn } from '@/src/words/canteen'
import { reasonSaid, yuanSaid } from '@/src/words/meals'
import { spoken } from '@/src/design/spoken'
import './index.scss'

type TotalProps = { quote: ReturnType<typeof useQuote> }

/** What it comes to so far, beside the thumb; said again after each dish. */
export function Total({ quote }: TotalProps) {
  return (
    <View className="total" {...spoken({ role: 'status', live: 'polite' })}>
      <Reading of={quote} failed="价钱没有算出来">
        {({ lines, pays, reason }) => (
          <>
            <View className="total__sum">
              {portionsIn(lines)} 份，{yuanSaid(pays)}
            </View>
            <View className="total__reason">{reasonSaid(reason)}</View>
          </>
        )}
      </Reading>
    </View>
  )
}
