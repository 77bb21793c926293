import type { OutputOf } from '@/src/api/call'
import { now } from '@/src/api/clock'
import { channelNames, orderSaid, servingNames } from '@/src/words/canteen'
import { dishesSaid, mealNames, priceSaid } from '@/src/words/meals'
import { fullDay } from '@/src/words/residents'
import { spanSaid, whenSaid } from '@/src/words/time'
import type { Printout } from '@/types/centre'
import { listedSaid } from './lines'

/** The queue on paper, before the day begins: also when phones and network fail, everybody gets their meal once. */
export const queueSheet = ({ service, items }: OutputOf<'canteen', 'queue'>): Printout => ({
  title: `${fullDay(service.day)} ${mealNames[service.meal]} 取餐名单`,
  notes: [
    `${spanSaid(service.startsAt, service.endsAt)} · ${service.placeName} · ${whenSaid(now(), now())} 打印`,
  ],
  tables: [
    {
      title: null,
      columns: ['序号', '姓名', '出生年', '住址', '怎么吃', '菜', '钱', '取了'],
      rows: items
        .filter(({ state }) => state === 'placed' || state === 'served')
        .map((line, index) => [
          String(index + 1),
          listedSaid(line),
          line.birthYear === null ? '' : String(line.birthYear),
          line.homeName ?? '',
          servingNames[line.kind],
          dishesSaid(line.dishes) + (line.note ? `（${line.note}）` : ''),
          `${line.paidBy ? `${channelNames[line.paidBy]}付了` : '收'} ${priceSaid(line)}`,
          line.state === 'served' ? orderSaid(line.state).label : '',
        ]),
    },
  ],
})
