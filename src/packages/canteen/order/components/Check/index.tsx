import { View } from '@tarojs/components'
import { now, today } from '@/src/api/clock'
import { Card } from '@/src/design/Card'
import { Figure } from '@/src/design/Figure'
import { Notice } from '@/src/design/Notice'
import { Speak } from '@/src/design/Speak'
import { payNote } from '@/src/platform/pay'
import type { Eater, useQuote } from '@/src/queries/canteen'
import { Reading } from '@/src/queries/Reading'
import { payLaterSaid, servingNames, yuanAloud } from '@/src/words/canteen'
import { dishesSaid, mealNames, reasonSaid } from '@/src/words/meals'
import { daySaid, spanSaid, whenSaid } from '@/src/words/time'
import type { Price as Priced, Service } from '@/types/canteen'
import { Price } from '../../../components/Price'
import type { Wish } from '../How'

type CheckProps = {
  service: Service
  eater: Eater
  self: boolean
  wish: Wish
  byWechat: boolean
  quote: ReturnType<typeof useQuote>
}

/** All of the order in plain words, before anything is ordered or paid. */
export function Check({ service, eater, self, wish, byWechat, quote }: CheckProps) {
  const { day, meal, startsAt, endsAt, placeName, cutOff } = service
  const when = `${daySaid(day, today())}${mealNames[meal]}`
  const where = wish.kind === 'delivery' ? `送到${eater.homeName ?? '家里'}` : placeName
  const aloud = ({ lines, pays, reason }: Priced): string =>
    [
      `${self ? '' : `给${eater.name}订`}${when}，${dishesSaid(lines)}`,
      `要付${yuanAloud(pays)}`,
      reasonSaid(reason),
      `${servingNames[wish.kind]}，${where}`,
    ].join('。')
  return (
    <Reading of={quote} failed="价钱没有算出来">
      {(price) => (
        <>
          {eater.order && !self && <Notice label={`${eater.name}这一餐已经订过一次了`} />}
          {eater.order && self && <Notice label="您这一餐已经订过一次了" />}
          <Price label={byWechat ? '用微信付' : '要付'} price={price} />
          {byWechat && payNote !== null && <Notice kind="warn" label={payNote} />}
          <Card label="什么时候，在哪里">
            <Figure
              label={self ? '您的餐' : `${eater.name}的餐`}
              value={when}
              reason={spanSaid(startsAt, endsAt)}
            />
            <Figure label={servingNames[wish.kind]} value={where} />
            {wish.note !== '' && <View>跟厨房说：{wish.note}</View>}
            {wish.kind === 'delivery' && (
              <View>{self ? '您' : eater.name}出不了门，请志愿者送到家。</View>
            )}
            {!byWechat && <View>{payLaterSaid(wish.kind)}。</View>}
            <View>
              {whenSaid(cutOff, now())} 前
              {byWechat ? '可以取消，钱原路退回。' : '都可以改，可以取消。'}
            </View>
          </Card>
          <Speak label="读给我听" words={aloud(price)} />
        </>
      )}
    </Reading>
  )
}
