import { View } from '@tarojs/components'
import { now } from '@/src/api/clock'
import { Heading } from '@/src/design/Heading'
import { Paper, PaperTable } from '@/src/design/Paper'
import { channelNames } from '@/src/words/canteen'
import { percentSaid, yuanSaid } from '@/src/words/meals'
import { whenSaid } from '@/src/words/time'
import type { Settlement } from '@/types/canteen'
import { yuan } from '@/types/shared/fen'
import { monthSaid } from '../../month'

/** The month on paper, with room for both to sign. */
export function PaperSettlement({ settlement }: { settlement: Settlement }) {
  const { month, orders, portions, gross, subsidy, pays, bands, channels, refunds, waste, closed } =
    settlement
  const { subsidyBack, servedTwice, paidTwice } = settlement
  return (
    <Paper label="月结单">
      <Heading label={`${monthSaid(month)} 食堂月结单`} />
      <View>{whenSaid(now(), now())} 打印，单位：元</View>
      <PaperTable
        columns={['', '单数', '原价', '补贴', '实收']}
        rows={[
          ...bands.map((band) => ({
            key: String(band.percent),
            cells: [
              percentSaid(band.percent),
              String(band.orders),
              yuan(band.gross),
              yuan(band.subsidy),
              yuan(band.pays),
            ],
          })),
          {
            key: 'all',
            cells: [
              `合计（${portions} 份）`,
              String(orders),
              yuan(gross),
              yuan(subsidy),
              yuan(pays),
            ],
          },
        ]}
      />
      <PaperTable
        columns={['收款和退款', '单数', '金额']}
        rows={[
          ...channels.map(({ paidBy, orders: count, amount }) => ({
            key: paidBy,
            cells: [`${channelNames[paidBy]}收款`, String(count), yuan(amount)],
          })),
          ...refunds.map(({ paidBy, orders: count, amount }) => ({
            key: `back ${paidBy}`,
            cells: [`${channelNames[paidBy]}退款`, String(count), yuan(-amount)],
          })),
        ]}
      />
      <View>
        没来取、没付钱：{waste.orders} 单，{waste.portions} 份，原价 {yuanSaid(waste.gross)}
        ，不补贴。 没来取、钱全退了：{subsidyBack.orders} 单，收回补贴{' '}
        {yuanSaid(subsidyBack.amount)}。 给了两次：{servedTwice} 份
        {paidTwice.map(
          ({ paidBy, amount }) => `，${channelNames[paidBy]}多收了 ${yuanSaid(amount)}`,
        )}
        。
      </View>
      <PaperTable
        columns={['食堂签字', '中心签字']}
        rows={[{ key: 'signed', cells: [closed.operator ?? '', closed.centre ?? ''] }]}
      />
    </Paper>
  )
}
