import { Image, View } from '@tarojs/components'
import { Card } from '@/src/design/Card'
import { silentPicture } from '@/src/design/picture'
import { Stepper } from '@/src/design/Stepper'
import { Tag } from '@/src/design/Tag'
import { leftSaid } from '@/src/words/canteen'
import { yuanSaid } from '@/src/words/meals'
import type { Service } from '@/types/canteen'
import { Contents } from '../../../components/Contents'
import type { Portions } from '../../portions'
import './index.scss'

/** The contract takes no more of one dish in one order. */
const mostPortions = 20

type DishesProps = {
  offers: Service['offers']
  portions: Portions
  /** What the order that is changed holds already: it is left for itself. */
  own: Portions
  onChange: (portions: Portions) => void
}

/** The dishes of the meal, each with how many portions are wanted. */
export function Dishes({ offers, portions, own, onChange }: DishesProps) {
  return (
    <>
      {offers.map((offer) => {
        const { dish, name, price, photo, soldOut, left } = offer
        const mine = portions[dish] ?? 0
        const most = Math.min(mostPortions, (soldOut ? 0 : left) + (own[dish] ?? 0))
        return (
          <Card key={dish} label={name}>
            {photo !== null && (
              <Image
                className="order-dish__photo"
                src={photo}
                mode="aspectFill"
                {...silentPicture}
              />
            )}
            <Stepper
              label={name}
              unit="份"
              value={mine}
              most={Math.max(most, mine)}
              onChange={(wanted) => onChange({ ...portions, [dish]: wanted })}
            />
            <View>
              <Tag label={yuanSaid(price)} tone="gold" />
              <Tag {...leftSaid(offer)} />
            </View>
            <Contents offer={offer} />
          </Card>
        )
      })}
    </>
  )
}
