import { Image, View } from '@tarojs/components'
import { useState } from 'react'
import { today } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Empty } from '@/src/design/Empty'
import { Page } from '@/src/design/Page'
import { silentPicture } from '@/src/design/picture'
import { Row } from '@/src/design/Row'
import { spoken } from '@/src/design/spoken'
import { Tabs } from '@/src/design/Tabs'
import { Tag } from '@/src/design/Tag'
import { Printing } from '@/src/queries/Printing'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { readAll } from '@/src/queries/readAll'
import { useHolds } from '@/src/queries/residents'
import { useGoods } from '@/src/queries/shopStaff'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { categoryDrawings, leftSaid, priceSaid } from '@/src/words/shop'
import { isDue, isPast } from '@/domain/shop/shelfLife'
import type { Printout } from '@/types/centre'
import { mostGoods } from '@/types/shared/shopLimits'
import type { GoodsForStaff } from '@/types/shop'
import './index.scss'

const views = [
  { value: 'sold' as const, label: '在架上' },
  { value: 'retired' as const, label: '不再卖的' },
]

/** Everything in the shop, what is low first, and the list on paper. */
export default function GoodsList() {
  const [view, setView] = useState<'sold' | 'retired'>('sold')
  const reading = useGoods(view === 'retired')
  const about = useHolds()('centreStaff', 'admin')
  const cached = cachedAt(reading)
  return (
    <Page
      wide
      title="货品"
      subtitle="快没有的排在前面"
      {...(cached && { cachedAt: cached })}
      action={<Button label="加一样货" drawing="plus" onTap={() => goTo('shopGoodsEdit')} />}
    >
      <Tabs label="看哪些" tabs={views} value={view} onChange={setView} />
      <Reading of={reading} failed="货品没有打开">
        {(goods) => (
          <>
            {goods.length === 0 && (
              <Empty label="还没有货品" detail="加好货品，就能收捐赠、兑换。" drawing="rice" />
            )}
            <View className="goods" {...spoken({ role: 'group', label: '货品' })}>
              {goods.map((one) => (
                <GoodsRow key={one.id} goods={one} />
              ))}
            </View>
            <ReadOn of={reading} />
            {goods.length > 0 && (
              <Printing
                label="打印货品单"
                sheet={sheetOf(goods)}
                before={async () => void (await readAll(reading, mostGoods))}
              />
            )}
          </>
        )}
      </Reading>
      {about && <Button label="超市在哪里、几点开" look="quiet" onTap={() => goTo('shopAbout')} />}
    </Page>
  )
}

function GoodsRow({ goods }: { goods: GoodsForStaff }) {
  const { id, name, photo, category, isLow, kept, unit, bestBefore } = goods
  const past = isPast(bestBefore, today())
  const due = !past && isDue(bestBefore, today())
  const tags = [
    isLow && '快没有了',
    kept > 0 && `给人留着 ${kept} ${unit}`,
    past && `${bestBefore} 到期，不能再给人`,
    due && `${bestBefore} 到期`,
  ].filter((tag) => tag !== false)
  return (
    <View className="goods__one">
      {photo && <Image className="goods__photo" src={photo} mode="aspectFill" {...silentPicture} />}
      <View className="goods__row">
        <Row
          label={name}
          detail={priceSaid(goods)}
          {...(!photo && { drawing: categoryDrawings[category], colour: 'gold' as const })}
          saying={[leftSaid(goods), ...tags].join('，')}
          onTap={() => goTo('shopGoodsEdit', { goods: id })}
        >
          <Tag label={leftSaid(goods)} tone={isLow ? 'gold' : 'pine'} />
          {tags.map((tag) => (
            <Tag key={tag} label={tag} tone="gold" />
          ))}
        </Row>
      </View>
    </View>
  )
}

/** The shelves on paper, with room for what is counted. */
const sheetOf = (goods: readonly GoodsForStaff[]): Printout => ({
  title: '慈善超市货品单',
  notes: [`${today()} 打印`],
  tables: [
    {
      title: null,
      columns: ['货品', '单位', '架上', '给人留着', '积分', '到期', '实有'],
      rows: goods.map((one) => [
        one.name,
        one.unit,
        String(one.left),
        String(one.kept),
        one.points === null ? '' : String(one.points),
        one.bestBefore ?? '',
        '',
      ]),
    },
  ],
})
