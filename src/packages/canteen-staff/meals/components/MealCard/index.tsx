import { View } from '@tarojs/components'
import { now, today } from '@/src/api/clock'
import type { OutputOf } from '@/src/api/call'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Heading } from '@/src/design/Heading'
import { Tag } from '@/src/design/Tag'
import { usePublishService } from '@/src/queries/canteenStaff'
import { Submitted } from '@/src/queries/Submitted'
import { goTo } from '@/src/routes'
import { serviceSaid } from '@/src/words/canteen'
import { mealNames } from '@/src/words/meals'
import { spanSaid, whenSaid } from '@/src/words/time'
import { mealStateSaid } from '../../../words'
import './index.scss'

export type PlannedMeal = OutputOf<'canteen', 'services'>['items'][number]

/** One meal of the week: how it stands, how many portions went, and what is done about it. */
export function MealCard({ meal, plans }: { meal: PlannedMeal; plans: boolean }) {
  const { id: service, placeName, startsAt, endsAt, cutOff, state, offers } = meal
  const publish = usePublishService()
  const at = now()
  const said = serviceSaid(meal, today())
  const soldOut = offers.filter((offer) => offer.soldOut || offer.left === 0).length
  const runs = state === 'published' || state === 'closed'
  return (
    <Card label={said}>
      <Heading label={`${mealNames[meal.meal]} ${spanSaid(startsAt, endsAt)}`} level={3} />
      <View className="meal-card__place">{placeName}</View>
      <View>
        <Tag {...mealStateSaid(meal, at)} />
        {runs && <Tag label={`订了 ${meal.ordered} 份`} />}
        <Tag label={`一共做 ${meal.portions} 份`} />
        {runs && at < cutOff && soldOut > 0 && <Tag label={`${soldOut} 个菜订完了`} tone="gold" />}
      </View>
      <View className="meal-card__dishes">
        {offers.map(({ name }) => name).join('、') || '还没有选菜'}
      </View>
      {runs && at < cutOff && <View>{whenSaid(cutOff, at)} 截止预订</View>}
      {state === 'calledOff' && meal.because && <View>取消的原因：{meal.because}</View>}
      <Submitted of={publish} />
      <View className="meal-card__buttons">
        {state === 'draft' && plans && at < endsAt && (
          <Button
            label="发布"
            fuller={`发布，${said}`}
            look="secondary"
            busy={publish.busy || publish.waiting}
            onTap={() => publish.submit({ service })}
          />
        )}
        {runs && (
          <Button
            label={at < endsAt ? '给餐' : '取餐名单'}
            fuller={`${at < endsAt ? '给餐' : '取餐名单'}，${said}`}
            look="secondary"
            onTap={() => goTo('mealQueue', { service })}
          />
        )}
        {runs && (
          <Button
            label="厨房单"
            fuller={`厨房单，${said}`}
            look="quiet"
            onTap={() => goTo('kitchenSheet', { service })}
          />
        )}
        {plans && state !== 'calledOff' && at < endsAt && (
          <Button
            label="修改"
            fuller={`修改${state === 'draft' ? '' : '或取消'}，${said}`}
            look="quiet"
            onTap={() => goTo('mealEdit', { service, day: meal.day })}
          />
        )}
      </View>
    </Card>
  )
}
