import { View } from '@tarojs/components'
import { now } from '@/src/api/clock'
import { Heading } from '@/src/design/Heading'
import { Paper, PaperTable } from '@/src/design/Paper'
import type { OutputOf } from '@/src/api/call'
import { channelNames, orderSaid, servingNames } from '@/src/words/canteen'
import { dishesSaid, mealNames, priceSaid } from '@/src/words/meals'
import { fullDay } from '@/src/words/residents'
import { spanSaid, whenSaid } from '@/src/words/time'
import { listedSaid } from '../../lines'

type Queue = OutputOf<'canteen', 'queue'>

/** The queue on paper, before the day begins: also when phones and network fail, everybody gets their meal once. */
export function PaperQueue({ queue: { service, items } }: { queue: Queue }) {
  const listed = items.filter(({ state }) => state === 'placed' || state === 'served')
  return (
    <Paper label="取餐名单">
      <Heading label={`${fullDay(service.day)} ${mealNames[service.meal]} 取餐名单`} />
      <View>
        {spanSaid(service.startsAt, service.endsAt)} · {service.placeName} ·{' '}
        {whenSaid(now(), now())} 打印
      </View>
      <PaperTable
        columns={['序号', '姓名', '出生年', '住址', '怎么吃', '菜', '钱', '取了']}
        rows={listed.map((line, index) => ({
          key: line.order,
          cells: [
            String(index + 1),
            listedSaid(line),
            line.birthYear === null ? '' : String(line.birthYear),
            line.homeName ?? '',
            servingNames[line.kind],
            dishesSaid(line.dishes) + (line.note ? `（${line.note}）` : ''),
            `${line.paidBy ? `${channelNames[line.paidBy]}付了` : '收'} ${priceSaid(line)}`,
            line.state === 'served' ? orderSaid(line.state).label : '',
          ],
        }))}
      />
    </Paper>
  )
}
