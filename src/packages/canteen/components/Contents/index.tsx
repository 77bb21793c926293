import { View } from '@tarojs/components'
import { Tag } from '@/src/design/Tag'
import { allergenNames, markNames } from '@/src/words/canteen'
import type { Service } from '@/types/canteen'

type ContentsProps = {
  offer: Pick<Service['offers'][number], 'marks' | 'allergens' | 'discountable'>
}

/** What people with a diet or an allergy must know of a dish, in words. */
export function Contents({ offer: { marks, allergens, discountable } }: ContentsProps) {
  return (
    <>
      {marks.length > 0 && (
        <View>
          {marks.map((mark) => (
            <Tag key={mark} label={markNames[mark]} tone="pine" />
          ))}
        </View>
      )}
      {allergens.length > 0 && (
        <View>过敏的请注意，里面有：{allergens.map((one) => allergenNames[one]).join('，')}</View>
      )}
      {!discountable && <View>这一样不打折</View>}
    </>
  )
}
