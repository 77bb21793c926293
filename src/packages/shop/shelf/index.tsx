import { Image, View } from '@tarojs/components'
import { useState } from 'react'
import { today } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { CallButton } from '@/src/design/CallButton'
import { Empty } from '@/src/design/Empty'
import { Figure } from '@/src/design/Figure'
import { Heading } from '@/src/design/Heading'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { silentPicture } from '@/src/design/picture'
import { Row, Rows } from '@/src/design/Row'
import { Speak } from '@/src/design/Speak'
import { spoken } from '@/src/design/spoken'
import { Tabs } from '@/src/design/Tabs'
import { Tag } from '@/src/design/Tag'
import { showToast } from '@/src/design/Toast'
import { copyText } from '@/src/platform/copyText'
import { useToday } from '@/src/queries/centre'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { useMe } from '@/src/queries/residents'
import { useMyShop, useShelf } from '@/src/queries/shop'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import {
  categoryDrawings,
  categoryNames,
  countSaid,
  leftSaid,
  pointsSaid,
  priceSaid,
} from '@/src/words/shop'
import { isPast } from '@/domain/shop/shelfLife'
import type { Goods, GoodsCategory, Needed, ShopAbout } from '@/types/shop'
import { Who } from '../components/Who'
import { useWhom } from '../components/Who/whom'
import './index.scss'

const categories: ReadonlyArray<{ value: GoodsCategory | 'all'; label: string }> = [
  { value: 'all', label: '全部' },
  ...(Object.keys(categoryNames) as GoodsCategory[]).map((value) => ({
    value,
    label: categoryNames[value],
  })),
]

/** What the charity shop has, what it costs in points, and what is still needed there. */
export default function Shelf() {
  const whom = useWhom()
  const { whose, called } = whom
  const [category, setCategory] = useState<GoodsCategory | 'all'>('all')
  const reading = useShelf(category === 'all' ? undefined : category)
  const known = Boolean(useMe().data?.person)
  const mine = useMyShop(whose.forResident, { enabled: known })
  const phone = useToday().data?.phone
  const cached = cachedAt(reading)
  const about = reading.data?.about
  return (
    <Page
      title="慈善超市"
      subtitle={
        [about?.placeName, about?.opens].filter(Boolean).join('，') || '做志愿攒积分，来换东西'
      }
      {...(cached && { cachedAt: cached })}
    >
      <Who label="给谁换" whom={whom} />
      {mine.data && <Figure label={`${called}的积分`} value={pointsSaid(mine.data.points)} />}
      <Tabs label="看哪一类" tabs={categories} value={category} onChange={setCategory} />
      <Reading of={reading} failed="慈善超市没有打开">
        {({ goods, needed }) =>
          goods.length === 0 ? (
            <Empty
              label={category === 'all' ? '货架上还没有东西' : '这一类现在没有'}
              detail="过几天再来看看。"
              drawing="rice"
            />
          ) : (
            <>
              <View className="shelf" {...spoken({ role: 'group', label: '货架' })}>
                {goods.map((one) => (
                  <OnShelf
                    key={one.id}
                    goods={one}
                    onTap={() => goTo('shopOrder', { goods: one.id, ...whose })}
                  />
                ))}
              </View>
              <Speak label="读给我听" words={goods.map(said).join('。')} />
              <ReadOn of={reading} />
              <StillNeeded needed={needed} />
            </>
          )
        }
      </Reading>
      <Rows label="别的事">
        <Row
          label="我订的东西"
          detail="来取的时候出示会员码"
          drawing="qr"
          colour="pine"
          onTap={() => goTo('shopOrders', whose)}
        />
        <Row
          label="请人代购"
          detail="自己买不了，托超市替您买"
          drawing="house"
          colour="pine"
          onTap={() => goTo('shopPurchases', whose)}
        />
        <Row
          label="超市月报"
          detail="收了多少，发了多少"
          drawing="book"
          colour="blue"
          onTap={() => goTo('shopStatements')}
        />
      </Rows>
      {about?.charity && <Charity charity={about.charity} />}
      {phone && <CallButton label="打电话问问" phone={phone} />}
    </Page>
  )
}

/** What can be had of it now. */
const nowSaid = (goods: Goods): string =>
  isPast(goods.bestBefore, today()) ? '过了保质期，先不换' : leftSaid(goods)

const said = (goods: Goods): string => [goods.name, priceSaid(goods), nowSaid(goods)].join('，')

function OnShelf({ goods, onTap }: { goods: Goods; onTap: () => void }) {
  const { name, photo, category, left } = goods
  return (
    <View className="shelf__goods">
      {photo && <Image className="shelf__photo" src={photo} mode="aspectFill" {...silentPicture} />}
      <View className="shelf__row">
        <Row
          label={name}
          detail={priceSaid(goods)}
          {...(!photo && { drawing: categoryDrawings[category], colour: 'gold' as const })}
          saying={nowSaid(goods)}
          onTap={onTap}
        >
          <Tag
            label={nowSaid(goods)}
            tone={nowSaid(goods) === leftSaid(goods) && left > 0 ? 'pine' : 'plain'}
          />
        </Row>
      </View>
    </View>
  )
}

/** What is needed, in goods: money is nobody's business here. */
function StillNeeded({ needed }: { needed: readonly Needed[] }) {
  if (needed.length === 0) return null
  return (
    <>
      <Heading label="还缺这些，您有多的可以送来" />
      <Notice label={needed.map((one) => countSaid(one.name, one.missing, one.unit)).join('、')}>
        送到超市柜台，我们给您开收据。只收东西，不收钱。
      </Notice>
    </>
  )
}

/** A licensed charity's own page: copied, since money has no place in this program. */
function Charity({ charity: { name, url } }: { charity: NonNullable<ShopAbout['charity']> }) {
  const copy = () =>
    void copyText(url).then((copied) =>
      copied
        ? showToast('网址复制好了，到浏览器里打开')
        : showToast('没有复制成，请再点一次', 'warn'),
    )
  return (
    <Notice label={`想捐钱，请到${name}自己的网页`}>
      <Button label="复制网址" look="quiet" onTap={copy} />
    </Notice>
  )
}
