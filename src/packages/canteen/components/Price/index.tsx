import { View } from '@tarojs/components'
import { Card } from '@/src/design/Card'
import { Figure } from '@/src/design/Figure'
import { Notice } from '@/src/design/Notice'
import { reasonStepSaid } from '@/src/words/canteen'
import { reasonSaid, yuanSaid } from '@/src/words/meals'
import type { Price as Priced } from '@/types/canteen'
import './index.scss'

type PriceProps = {
  /** What the sum is: 要付, 付了. */
  label: string
  price: Pick<Priced, 'lines' | 'gross' | 'subsidy' | 'pays' | 'reason'>
}

/** A price with its reason, dish by dish, and what somebody at full price can do about it. */
export function Price({ label, price: { lines, gross, subsidy, pays, reason } }: PriceProps) {
  const step = reasonStepSaid(reason)
  const several = subsidy > 0 && lines.some(({ portions }) => portions > 1)
  return (
    <>
      <Card label="价钱">
        <Figure label={label} value={yuanSaid(pays)} reason={reasonSaid(reason)} />
        {lines.map((line) => (
          <View className="price__line" key={line.dish}>
            <View className="price__what">
              {line.name} {line.portions} 份
            </View>
            <View className="price__sum">{yuanSaid(line.pays)}</View>
          </View>
        ))}
        {subsidy > 0 && (
          <View>
            原价 {yuanSaid(gross)}，优惠了 {yuanSaid(subsidy)}
          </View>
        )}
        {several && <View>同一个菜优惠一份，多要的按原价。</View>}
      </Card>
      {step !== null && (
        <Notice kind="warn" label={reasonSaid(reason)}>
          {step}
        </Notice>
      )}
    </>
  )
}
