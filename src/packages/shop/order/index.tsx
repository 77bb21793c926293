import { Image, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { now } from '@/src/api/clock'
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
import { useMyShop, useOrderGoods, useShelf } from '@/src/queries/shop'
import { Submitted } from '@/src/queries/Submitted'
import { goBack, goTo } from '@/src/routes'
import { countSaid, keptSaid, leftSaid, pointsSaid, priceSaid } from '@/src/words/shop'
import { mostAtOnce } from '@/types/shop'
import type { Goods } from '@/types/shop'
import './index.scss'

/** One kind of goods, kept for me until the end of the seventh day. */
export default function OrderGoods() {
  const { goods, forResident } = useRouter().params
  const reading = useShelf()
  const { data, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = reading
  const found = data?.goods.find(({ id }) => id === goods)
  const readsOn = data !== undefined && !found && hasNextPage && !isFetchNextPageError
  useEffect(() => {
    if (readsOn && !isFetchingNextPage) void fetchNextPage()
  }, [readsOn, isFetchingNextPage, fetchNextPage])
  if (found) return <Ordering goods={found} {...(forResident !== undefined && { forResident })} />
  return (
    <Page title="兑换" action={<Button label="返回" look="quiet" onTap={goBack} />}>
      {data !== undefined && !readsOn ? (
        <Empty label="这样东西不再兑换了" detail="请返回，看看别的。" drawing="rice" />
      ) : (
        <Reading of={{ ...reading, data: undefined }} failed="这样东西没有打开">
          {() => null}
        </Reading>
      )}
    </Page>
  )
}

function Ordering({ goods, forResident }: { goods: Goods; forResident?: string }) {
  const known = Boolean(useMe().data?.person)
  const mine = useMyShop(forResident, { enabled: known })
  const order = useOrderGoods()
  const [quantity, setQuantity] = useState(1)
  const [asking, setAsking] = useState(false)
  const { id, name, unit, photo, about, points, left, perMonth, bestBefore } = goods
  const expected = (points ?? 0) * quantity
  const most = Math.max(1, Math.min(left, mostAtOnce, perMonth ?? mostAtOnce))
  const have = mine.data?.points
  const short = have !== undefined && have < expected
  const whose: Readonly<Record<string, string>> = forResident === undefined ? {} : { forResident }
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
        action={<Button label="看我订的东西" onTap={() => goTo('shopOrders', whose)} />}
      >
        <Notice
          kind="done"
          label={`${countSaid(name, value.quantity, unit)}，${keptSaid(value.until, now())}`}
        >
          用了 {pointsSaid(value.points)}。来超市取的时候，出示会员码或者会员卡。
        </Notice>
        <Remind after="shop" />
      </Page>
    )
  }
  const open = points !== null && left > 0
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
      {bestBefore !== null && <View>请在 {bestBefore} 以前用完</View>}
      {perMonth !== null && (
        <View>
          每人每月最多 {perMonth} {unit}
        </View>
      )}
      <SignedIn failed="兑换没有打开" why="登记了名字，才知道用谁的积分">
        {() =>
          open ? (
            <>
              {mine.data && (
                <Figure
                  label={forResident === undefined ? '我的积分' : '他的积分'}
                  value={pointsSaid(mine.data.points)}
                />
              )}
              <Stepper
                label="要几份"
                unit={unit}
                least={1}
                most={most}
                value={Math.min(quantity, most)}
                onChange={setQuantity}
              />
            </>
          ) : (
            <Notice label={points === null ? '这样东西不能用积分换' : '现在没有货'}>
              请到超市柜台问一问。
            </Notice>
          )
        }
      </SignedIn>
      {asking && (
        <Sheet
          label={`换${countSaid(name, quantity, unit)}吗？`}
          yes={{ label: '换', onTap: send, busy: order.busy || order.waiting }}
          back="再想想"
          onBack={() => setAsking(false)}
        >
          <Figure label="要用" value={pointsSaid(expected)} />
          <View>给您留 7 天。没来取的话，积分会退回来。</View>
          <Submitted of={order} />
        </Sheet>
      )}
    </Page>
  )
}
