import { View } from '@tarojs/components'
import { useState } from 'react'
import { Empty } from '@/src/design/Empty'
import { Field } from '@/src/design/Field'
import { Row, Rows } from '@/src/design/Row'
import { Tag } from '@/src/design/Tag'
import { Reading } from '@/src/queries/Reading'
import { useGoodsToPick } from '@/src/queries/shopStaff'
import { categoryDrawings, leftSaid, priceSaid } from '@/src/words/shop'
import type { GoodsToPick } from '@/types/shop'

type PickGoodsProps = {
  /** Goods that may be chosen; all of them unless said. */
  only?: (goods: GoodsToPick) => boolean
  onPick: (goods: GoodsToPick) => void
}

/** As many as are looked through at a glance; the others are found by name. */
const mostShown = 30

/** All goods on offer, to choose one of, by name where there are many. */
export function PickGoods({ only = () => true, onPick }: PickGoodsProps) {
  const reading = useGoodsToPick()
  const [typed, setTyped] = useState('')
  return (
    <Reading of={reading} failed="货品没有打开">
      {({ items }) => {
        const fitting = items.filter(only)
        const found = fitting.filter(({ name }) => name.includes(typed.trim()))
        const more = found.length - mostShown
        return (
          <>
            {fitting.length === 0 && (
              <Empty label="没有这样的货品" detail="可以先在“货品”里加上。" drawing="rice" />
            )}
            {fitting.length > mostShown && (
              <Field label="按名字找货品" optional most={20} value={typed} onChange={setTyped} />
            )}
            {fitting.length > 0 && found.length === 0 && (
              <Empty label={`没有找到“${typed.trim()}”`} detail="换一个字再找找。" drawing="rice" />
            )}
            <Rows label="货品">
              {found.slice(0, mostShown).map((one) => (
                <Row
                  key={one.id}
                  label={one.name}
                  detail={priceSaid(one)}
                  drawing={categoryDrawings[one.category]}
                  colour="gold"
                  saying={leftSaid(one)}
                  onTap={() => onPick(one)}
                >
                  <Tag label={leftSaid(one)} tone={one.left > 0 ? 'pine' : 'plain'} />
                </Row>
              ))}
            </Rows>
            {more > 0 && <View>还有 {more} 样没有列出来，写名字就能找到。</View>}
          </>
        )
      }}
    </Reading>
  )
}
