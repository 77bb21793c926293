import { View } from '@tarojs/components'
import { Card } from '@/src/design/Card'
import { Figure } from '@/src/design/Figure'
import { Heading } from '@/src/design/Heading'
import { Notice } from '@/src/design/Notice'
import { Row, Rows } from '@/src/design/Row'
import { channelNames, orderSaid, servingNames } from '@/src/words/canteen'
import { reasonSaid, yuanSaid } from '@/src/words/meals'
import { clockSaid } from '@/src/words/time'
import type { QueueLine } from '@/types/canteen'
import { nameSaid, whoSaid } from '../../lines'
import './index.scss'

type ServeCardProps = {
  line: QueueLine
  /** Given on this phone already, while the network was away. */
  kept: boolean
  namesakes: readonly QueueLine[]
  /** It is the other one of this name. */
  onOther: (line: QueueLine) => void
}

/** The order in hand: to whom, what goes on the tray, and what is to be paid, large enough for a glance. */
export function ServeCard({ line, kept, namesakes, onOther }: ServeCardProps) {
  const { dishes, kind, note, pays, reason, paidBy, by, state, servedAt } = line
  const name = nameSaid(line)
  return (
    <>
      {kept && <Notice kind="warn" label={`${name}的餐刚才给过了，还没上传`} />}
      {!kept && state === 'served' && (
        <Notice
          kind="error"
          label={`${name}的餐${servedAt === null ? '' : ` ${clockSaid(servedAt)} `}已经给过了`}
        >
          请不要再给。对方说没拿到，就问问旁边的同事。
        </Notice>
      )}
      {state !== 'served' && state !== 'placed' && (
        <Notice kind="error" label={`${name}的这份不能给：${orderSaid(state).label}`}>
          想吃，可以在柜台当场买一份。
        </Notice>
      )}
      <Card label={`${name}订的餐`}>
        <View className="serve-card__name">{name}</View>
        <View className="serve-card__who">{whoSaid(line)}</View>
        {by && <View className="serve-card__who">{by}替他订的</View>}
        <View className="serve-card__dishes">
          <Heading label={servingNames[kind]} />
          {dishes.map((dish) => (
            <View className="serve-card__dish" key={dish.name}>
              <View className="serve-card__what">{dish.name}</View>
              <View>{dish.portions} 份</View>
            </View>
          ))}
        </View>
        {note && <Notice kind="warn" label={`留言：${note}`} />}
        {paidBy ? (
          <Figure
            label="不用再收"
            value="已经付了"
            reason={`${channelNames[paidBy]}付了 ${yuanSaid(pays)}，${reasonSaid(reason)}`}
          />
        ) : (
          <Figure label="要收" value={yuanSaid(pays)} reason={reasonSaid(reason)} />
        )}
      </Card>
      {namesakes.length > 0 && (
        <>
          <Heading label={`还有 ${namesakes.length} 位也叫${name}，是哪一位？`} />
          <Rows label="同名的人">
            {namesakes.map((other) => (
              <Row
                key={other.order}
                label={nameSaid(other)}
                detail={whoSaid(other)}
                drawing="person"
                colour="gold"
                onTap={() => onOther(other)}
              />
            ))}
          </Rows>
        </>
      )}
    </>
  )
}
