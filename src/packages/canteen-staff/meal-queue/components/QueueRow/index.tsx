import { View } from '@tarojs/components'
import { Row } from '@/src/design/Row'
import { Tag } from '@/src/design/Tag'
import { servingNames } from '@/src/words/canteen'
import { dishesSaid, reasonSaid, yuanSaid } from '@/src/words/meals'
import { clockSaid } from '@/src/words/time'
import type { QueueLine } from '@/types/canteen'
import { listedSaid, whoSaid } from '../../lines'

type QueueRowProps = {
  line: QueueLine
  /** Given on this phone while the network was away. */
  kept: boolean
  /** Somebody else of this name has an order too. */
  namesake: boolean
  onTap: () => void
}

/** One order of the queue: who, what they eat, and what is still to be paid. */
export function QueueRow({ line, kept, namesake, onTap }: QueueRowProps) {
  const { dishes, kind, pays, reason, paidBy, servedAt } = line
  const pay = paidBy ? `已付 ${yuanSaid(pays)}` : `收 ${yuanSaid(pays)}`
  const given = kept ? '给好了，待上传' : servedAt === null ? '' : `${clockSaid(servedAt)} 给的`
  const what = `${servingNames[kind]}：${dishesSaid(dishes)}`
  return (
    <Row
      label={listedSaid(line)}
      detail={whoSaid(line)}
      saying={[what, namesake && '有同名的人', given || `${pay}，${reasonSaid(reason)}`]
        .filter(Boolean)
        .join('，')}
      onTap={onTap}
    >
      <View>{what} </View>
      {namesake && <Tag label="有同名的人" tone="gold" drawing="warn" />}
      {namesake && ' '}
      {given ? (
        <Tag label={given} tone={kept ? 'gold' : 'pine'} drawing={kept ? 'clock' : 'check'} />
      ) : (
        <>
          <Tag label={pay} {...(paidBy ? {} : { tone: 'blue' as const })} />
          <View>{reasonSaid(reason)}</View>
        </>
      )}
    </Row>
  )
}
