import { Empty } from '@/src/design/Empty'
import { Row, Rows } from '@/src/design/Row'
import { Tag } from '@/src/design/Tag'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { useGoods } from '@/src/queries/shopStaff'
import { categoryDrawings, leftSaid, priceSaid } from '@/src/words/shop'
import type { GoodsForStaff } from '@/types/shop'

type PickGoodsProps = {
  /** Goods that may be chosen; all of them unless said. */
  only?: (goods: GoodsForStaff) => boolean
  onPick: (goods: GoodsForStaff) => void
}

/** All goods on offer, to choose one of. */
export function PickGoods({ only = () => true, onPick }: PickGoodsProps) {
  const reading = useGoods()
  return (
    <Reading of={reading} failed="货品没有打开">
      {(goods) => {
        const shown = goods.filter(only)
        return (
          <>
            {shown.length === 0 && (
              <Empty label="没有这样的货品" detail="可以先在“货品”里加上。" drawing="rice" />
            )}
            <Rows label="货品">
              {shown.map((one) => (
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
            <ReadOn of={reading} />
          </>
        )
      }}
    </Reading>
  )
}
