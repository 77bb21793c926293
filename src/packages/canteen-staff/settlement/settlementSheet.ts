import { now } from '@/src/api/clock'
import { channelNames } from '@/src/words/canteen'
import { percentSaid, yuanSaid } from '@/src/words/meals'
import { whenSaid } from '@/src/words/time'
import type { Settlement } from '@/types/canteen'
import type { Printout } from '@/types/centre'
import { yuan } from '@/types/shared/fen'
import { monthSaid } from './month'

/** The month on paper, with room for both to sign. */
export const settlementSheet = ({
  month,
  orders,
  portions,
  gross,
  subsidy,
  pays,
  bands,
  channels,
  refunds,
  waste,
  subsidyBack,
  servedTwice,
  paidTwice,
  closed,
}: Settlement): Printout => ({
  title: `${monthSaid(month)} 食堂月结单`,
  notes: [
    `${whenSaid(now(), now())} 打印，单位：元`,
    `没来取、没付钱：${waste.orders} 单，${waste.portions} 份，原价 ${yuanSaid(waste.gross)}，不补贴`,
    `没来取、钱全退了：${subsidyBack.orders} 单，收回补贴 ${yuanSaid(subsidyBack.amount)}`,
    `给了两次：${servedTwice} 份${paidTwice
      .map(({ paidBy, amount }) => `，${channelNames[paidBy]}多收了 ${yuanSaid(amount)}`)
      .join('')}`,
  ],
  tables: [
    {
      title: null,
      columns: ['', '单数', '原价', '补贴', '实收'],
      rows: [
        ...bands.map((band) => [
          percentSaid(band.percent),
          String(band.orders),
          yuan(band.gross),
          yuan(band.subsidy),
          yuan(band.pays),
        ]),
        [`合计（${portions} 份）`, String(orders), yuan(gross), yuan(subsidy), yuan(pays)],
      ],
    },
    {
      title: null,
      columns: ['收款和退款', '单数', '金额'],
      rows: [
        ...channels.map(({ paidBy, orders: count, amount }) => [
          `${channelNames[paidBy]}收款`,
          String(count),
          yuan(amount),
        ]),
        ...refunds.map(({ paidBy, orders: count, amount }) => [
          `${channelNames[paidBy]}退款`,
          String(count),
          yuan(-amount),
        ]),
      ],
    },
    {
      title: null,
      columns: ['食堂签字', '中心签字'],
      rows: [[closed.operator ?? '', closed.centre ?? '']],
    },
  ],
})
