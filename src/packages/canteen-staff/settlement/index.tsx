import { View } from '@tarojs/components'
import { useState } from 'react'
import { now, today } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Figure } from '@/src/design/Figure'
import { Heading } from '@/src/design/Heading'
import { More } from '@/src/design/More'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Row, Rows } from '@/src/design/Row'
import { showToast } from '@/src/design/Toast'
import { openFile } from '@/src/platform/openFile'
import { useExportSettlement, useSettlement } from '@/src/queries/canteenStaff'
import { Printing } from '@/src/queries/Printing'
import { Reading } from '@/src/queries/Reading'
import { Submitted } from '@/src/queries/Submitted'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { channelNames } from '@/src/words/canteen'
import { percentSaid, yuanSaid } from '@/src/words/meals'
import { whenSaid } from '@/src/words/time'
import type { Settlement } from '@/types/canteen'
import { monthOf } from '@/types/shared/day'
import { goneSaid } from '../meal-queue/lines'
import { Closing } from './components/Closing'
import { settlementSheet } from './settlementSheet'
import { monthAfter, monthBefore, monthSaid } from './month'
import './index.scss'

/** The canteen's month: what was eaten, what was subsidised, what was paid and how; exported, and signed by both sides. */
export default function SettlementPage() {
  const thisMonth = monthOf(today())
  const [month, setMonth] = useState(thisMonth)
  const reading = useSettlement(month)
  const exporting = useExportSettlement()
  const cached = cachedAt(reading)
  const turn = (to: string) => {
    exporting.reset()
    setMonth(to)
  }
  const exportNow = () =>
    exporting.submit(
      { month },
      {
        done: ({ url }) =>
          void openFile(url, `${monthSaid(month)}食堂月结.xlsx`).catch(() =>
            showToast('表格做好了，但是没有打开。请再点一次', 'warn'),
          ),
      },
    )
  return (
    <Page
      wide
      title={`${monthSaid(month)}的账`}
      subtitle="按吃饭的日子算"
      {...(cached && { cachedAt: cached })}
      action={
        <>
          <Submitted of={exporting} />
          <Button
            label="导出 Excel 表格"
            off={!reading.data}
            busy={exporting.busy || exporting.waiting}
            onTap={exportNow}
          />
        </>
      }
    >
      <View className="settlement__turn">
        <Button label="上个月" look="quiet" onTap={() => turn(monthBefore(month))} />
        <Button
          label="下个月"
          look="quiet"
          off={month >= thisMonth}
          onTap={() => turn(monthAfter(month))}
        />
      </View>
      <Reading of={reading} failed="这个月的账没有打开">
        {(settlement) => (
          <>
            {exporting.value && (
              <Notice kind="done" label="表格做好了，一天之内都能打开">
                <Button
                  label="再打开一次"
                  look="quiet"
                  onTap={() =>
                    void openFile(
                      exporting.value?.url ?? '',
                      `${monthSaid(month)}食堂月结.xlsx`,
                    ).catch(() => showToast('没有打开，请再点一次', 'warn'))
                  }
                />
              </Notice>
            )}
            <Totals settlement={settlement} />
            <Parts settlement={settlement} />
            <Closing key={month} settlement={settlement} over={month < thisMonth} />
            <Card label="还可以做">
              <Button label="退钱给居民" look="quiet" onTap={() => goTo('mealRefund', { month })} />
              <More label="更多">
                <Printing label="打印月结单" sheet={settlementSheet(settlement)} />
              </More>
            </Card>
          </>
        )}
      </Reading>
    </Page>
  )
}

function Totals({
  settlement: { orders, portions, gross, subsidy, pays },
}: {
  settlement: Settlement
}) {
  return (
    <Card label="一共">
      <View className="settlement__figures">
        <Figure label="原价" value={yuanSaid(gross)} reason={`${orders} 单，${portions} 份`} />
        <Figure label="补贴" value={yuanSaid(subsidy)} />
        <Figure label="实收" value={yuanSaid(pays)} reason="原价减补贴" />
      </View>
    </Card>
  )
}

/** The same sums in parts: by discount, by how it was paid; and what needs a look. */
function Parts({ settlement }: { settlement: Settlement }) {
  const { bands, channels, refunds, waste, subsidyBack, servedTwice, paidTwice } = settlement
  const { month, refusedScans, unsettled } = settlement
  return (
    <View className="settlement__parts">
      <View className="settlement__part">
        <Heading label="按优惠分" />
        {bands.length === 0 && <View>这个月还没有人吃过。</View>}
        <Rows label="按优惠分">
          {bands.map(({ percent, orders, gross, subsidy, pays }) => (
            <Row
              key={percent}
              label={`${percentSaid(percent)}，${orders} 单`}
              detail={`原价 ${yuanSaid(gross)}，补贴 ${yuanSaid(subsidy)}，实收 ${yuanSaid(pays)}`}
            />
          ))}
        </Rows>
      </View>
      <View className="settlement__part">
        <Heading label="收的钱和退的钱" />
        {channels.length + refunds.length === 0 && <View>这个月还没有收过钱。</View>}
        <Rows label="收的钱和退的钱">
          {channels.map(({ paidBy, orders, amount }) => (
            <Row
              key={paidBy}
              label={`${channelNames[paidBy]}收了 ${yuanSaid(amount)}`}
              detail={`${orders} 单`}
            />
          ))}
          {refunds.map(({ paidBy, orders, amount }) => (
            <Row
              key={paidBy}
              label={`${channelNames[paidBy]}退了 ${yuanSaid(amount)}`}
              detail={`${orders} 单，算在退的那个月`}
            />
          ))}
        </Rows>
      </View>
      <View className="settlement__part">
        <Heading label="要留意的" />
        <Rows label="要留意的">
          <Row
            label={`没来取、没付钱：${waste.orders} 单`}
            detail={`${waste.portions} 份，原价 ${yuanSaid(waste.gross)}，不补贴`}
          />
          {subsidyBack.orders > 0 && (
            <Row
              label={`没来取、钱全退了：${subsidyBack.orders} 单`}
              detail={`收回补贴 ${yuanSaid(subsidyBack.amount)}`}
            />
          )}
          <Row label={`给了两次：${servedTwice} 份`} detail="断网时两部手机都给了，只算一次钱" />
          {paidTwice.map(({ paidBy, orders, amount }) => (
            <Row
              key={paidBy}
              label={`${channelNames[paidBy]}多收了 ${yuanSaid(amount)}`}
              detail={`${orders} 份给了两次，也收了两次，请退给付钱的人`}
              drawing="warn"
              colour="gold"
            />
          ))}
          {refusedScans.scans > 0 && (
            <Row
              label={`断网时扫了、没对上订单：${refusedScans.scans} 次`}
              detail={`其中 ${refusedScans.paid} 次收了钱。请到那一餐的给餐页面核对`}
              drawing="warn"
              colour="gold"
            />
          )}
          {unsettled.map(({ order, refund, name, amount, at }) => (
            <Row
              key={`${order} ${refund ?? at}`}
              label={
                refund === null
                  ? `${name || goneSaid}微信付的 ${yuanSaid(amount)} 对不上`
                  : `退给${name || goneSaid}的 ${yuanSaid(amount)} 微信没退成`
              }
              detail={`${whenSaid(at, now())} 的，点开办好`}
              drawing="warn"
              colour="gold"
              onTap={() => goTo('mealRefund', { month })}
            />
          ))}
        </Rows>
      </View>
    </View>
  )
}
