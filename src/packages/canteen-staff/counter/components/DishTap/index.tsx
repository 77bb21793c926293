import { Text, View } from '@tarojs/components'
import { Drawing } from '@/src/design/Drawing'
import { Tap } from '@/src/design/Tap'
import { yuanSaid } from '@/src/words/meals'
import './index.scss'

type DishTapProps = {
  name: string
  price: number
  /** Portions the counter can still sell. */
  left: number
  soldOut: boolean
  portions: number
  onChange: (portions: number) => void
}

/** A dish at the counter: one tap is one portion more. */
export function DishTap({ name, price, left, soldOut, portions, onChange }: DishTapProps) {
  const none = soldOut || left <= 0
  const leftSaid = none ? '卖完了' : `还有 ${left} 份`
  const chosen = portions > 0 ? `，${portions} 份` : ''
  const more = !none && portions < left
  return (
    <View className="dish-tap">
      <Tap
        className={`dish-tap__dish ${portions > 0 ? 'dish-tap__dish--chosen' : ''} ${none ? 'dish-tap__dish--none' : ''}`}
        label={`${name}，${yuanSaid(price)}，${leftSaid}${chosen}`}
        off={!more}
        onTap={() => onChange(portions + 1)}
      >
        <View className="dish-tap__words">
          {/* The blanks keep words of different lines apart where a line is not seen. */}
          <View className="dish-tap__name">{name} </View>
          <View>
            <Text className="dish-tap__fact">{yuanSaid(price)}</Text> ·{' '}
            <Text className="dish-tap__fact">{leftSaid}</Text>{' '}
          </View>
        </View>
        {portions > 0 && <View className="dish-tap__portions">{portions} 份</View>}
      </Tap>
      {portions > 0 && (
        <Tap
          className="dish-tap__less"
          label={`${name}，少一份`}
          onTap={() => onChange(portions - 1)}
        >
          <Drawing name="minus" colour="brick" size="small" />
        </Tap>
      )}
    </View>
  )
}
