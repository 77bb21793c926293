import { Image, View } from '@tarojs/components'
import { Card } from '@/src/design/Card'
import { Heading } from '@/src/design/Heading'
import { silentPicture } from '@/src/design/picture'
import { Tag } from '@/src/design/Tag'
import { leftSaid } from '@/src/words/canteen'
import { yuanSaid } from '@/src/words/meals'
import type { Service } from '@/types/canteen'
import { Contents } from '../../../components/Contents'
import './index.scss'

type Offer = Service['offers'][number]

/** A dish of the menu: its photo, price, what is left, and what is in it. */
export function Dish({ offer }: { offer: Offer }) {
  const { name, price, photo } = offer
  const left = leftSaid(offer)
  return (
    <Card label={`${name}，${yuanSaid(price)}，${left.label}`}>
      {photo !== null && (
        <Image className="menu-dish__photo" src={photo} mode="aspectFill" {...silentPicture} />
      )}
      <View className="menu-dish__head">
        <View className="menu-dish__name">
          <Heading label={name} level={3} />
        </View>
        <View className="menu-dish__price">{yuanSaid(price)}</View>
      </View>
      <View>
        <Tag {...left} />
      </View>
      <Contents offer={offer} />
    </Card>
  )
}
