import { Image, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { now, today } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Empty } from '@/src/design/Empty'
import { Figure } from '@/src/design/Figure'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { tellingPicture } from '@/src/design/picture'
import { Sheet } from '@/src/design/Sheet'
import { Stepper } from '@/src/design/Stepper'
import { Remind } from '@/src/pages/centre/components/Remind'
import { SignedIn } from '@/src/pages/residents/components/SignedIn'
import { Reading } from '@/src/queries/Reading'
import { useMe } from '@/src/queries/residents'
import { useGoodsOnShelf, useMyShop, useOrderGoods } from '@/src/queries/shop'
import { Submitted } from '@/src/queries/Submitted'
import { goBack, goTo } from '@/src/routes'
import { countSaid, leftSaid, pointsSaid, priceSaid } from '@/src/words/shop'
import { keptSaid } from '@/src/words/time'
import { isPast } from '@/domain/shop/shelfLife'
import { mostAtOnce } from '@/types/shared/shopLimits'
import type { Goods } from '@/types/shop'
import { Who } from '../components/Who'
import { useWhom } from '../components/Who/whom'
import './index.scss'

/** One kind of goods: what it is, and kept for me or one of mine until the end of the seventh day. */
export default function OrderGoods() {
  const { goods = '' } = useRouter().params
  const reading = useGoodsOnShelf(goods)
  if (reading.data) return <Ordering goods={reading.data.goods} opens={reading.data.shop.opens} />
  return (
    <Page title="兑换" action={<Button label="返回" look="quiet" onTap={goBack} />}>
      {reading.error?.code === 'NotFound' ? (
        <Empty label="这样东西不在货架上了" detail="请返回，看看别的。" drawing="rice" />
      ) : (
        <Reading of={reading} failed="这样东西没有打开">
          {() => null}
        </Reading>
      )}
    </Page>
  )
}

function Ordering({ goods, opens }: { goods: Goods; opens: string }) {
  const whom = useWhom()
  const { whose, called } = whom
  const known = Boolean(useMe().data?.person)
  const mine = useMyShop(whose.forResident, { enabled: known })
  const order = useOrderGoods()
  const [asked, setAsked] = useState(1)
  const [asking, setAsking] = useState(false)
  const { id, name, unit, photo, about, points, left, perMonth, bestBefore } = goods
  const most = Math.max(1, Math.min(left, mostAtOnce, perMonth ?? mostAtOnce))
  // Others take some while this page is open.
  const quantity = Math.min(asked, most)
  const expected = (points ?? 0) * quantity
  const have = mine.data?.points
  const short = have !== undefined && have < expected
  const send = () =>
    order.submit(
      { ...whose, goods: id, quantity, expected },
      {
        done: () => setAsking(false),
        failed: () => setAsking(false),
      },
    )
  if (order.value) {
    const { value } = order
    return (
      <Page
        title="留好了"
        action={<Button label="看订好的东西" onTap={() => goTo('shopOrders', whose)} />}
      >
        <Notice
          kind="done"
          label={`${countSaid(name, value.quantity, unit)}，${keptSaid(value.until, now())}`}
        >
          用了 {pointsSaid(value.points)}。超市开门的时候来取{opens && `（${opens}）`}
          ，出示会员码或者会员卡。
        </Notice>
        <Remind after="shop" />
      </Page>
    )
  }
  const past = isPast(bestBefore, today())
  const open = points !== null && left > 0 && !past
  return (
    <Page
      title={name}
      subtitle={[priceSaid(goods), leftSaid(goods)].join('，')}
      {...(open &&
        known && {
          action: (
            <>
              <Submitted of={order} />
              {short && (
                <Notice kind="warn" label={`积分不够，还差 ${expected - (have ?? 0)}`}>
                  做志愿服务，时长确认以后，积分会增加。
                </Notice>
              )}
              <Button
                label={`用 ${pointsSaid(expected)}换`}
                off={short || !mine.data}
                busy={order.busy || order.waiting}
                onTap={() => setAsking(true)}
              />
            </>
          ),
        })}
    >
      {photo && (
        <Image
          className="order-goods__photo"
          src={photo}
          mode="aspectFit"
          {...tellingPicture(name)}
        />
      )}
      {about !== '' && <View>{about}</View>}
      {bestBefore !== null && !past && <View>请在 {bestBefore} 以前用完</View>}
      {perMonth !== null && (
        <View>
          每人每月最多 {perMonth} {unit}
        </View>
      )}
      <SignedIn failed="兑换没有打开" why="登记了名字，才知道用谁的积分">
        {() =>
          open ? (
            <>
              <Who label="给谁换" whom={whom} />
              {mine.data && (
                <Figure label={`${called}的积分`} value={pointsSaid(mine.data.points)} />
              )}
              <Stepper
                label="要几份"
                unit={unit}
                least={1}
                most={most}
                value={quantity}
                onChange={setAsked}
              />
            </>
          ) : (
            <NotNow goods={goods} />
          )
        }
      </SignedIn>
      {asking && (
        <Sheet
          label={`${called === '我' ? '' : `给${called}`}换${countSaid(name, quantity, unit)}吗？`}
          yes={{ label: '换', onTap: send, busy: order.busy || order.waiting }}
          back="再想想"
          onBack={() => setAsking(false)}
        >
          <Figure label="要用" value={pointsSaid(expected)} />
          <View>留 7 天。没来取的话，积分会退回来。</View>
          <Submitted of={order} />
        </Sheet>
      )}
    </Page>
  )
}

/** What somebody does who cannot order it ahead. */
function NotNow({ goods: { category, points, fen, left, bestBefore } }: { goods: Goods }) {
  if (isPast(bestBefore, today()))
    return (
      <Notice label="这样东西过了保质期，先不换">
        请看看别的，或者到超市柜台问问什么时候有新的。
      </Notice>
    )
  if (left === 0) return <Notice label="现在没有货">过几天再来看看，或者到超市柜台问一问。</Notice>
  if (category === 'lending')
    return <Notice label="可以借，不收钱">请到超市柜台登记，用好了还回来。</Notice>
  if (points === null && fen !== null)
    return <Notice label="这样东西到柜台买">请到超市柜台，按标的价付钱。</Notice>
  return <Notice label="这样东西送给有需要的人">家里有困难，请到超市柜台或者社区说一声。</Notice>
}
