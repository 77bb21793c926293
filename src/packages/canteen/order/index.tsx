import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { now, today } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Sheet } from '@/src/design/Sheet'
import { SignIn } from '@/src/pages/residents/components/SignIn'
import { pay } from '@/src/platform/pay'
import { toTop } from '@/src/platform/toTop'
import {
  useChangeOrder,
  useMeal,
  useOrder,
  usePlaceOrder,
  useQuote,
  type MealOnOffer,
} from '@/src/queries/canteen'
import { Reading } from '@/src/queries/Reading'
import { Submitted } from '@/src/queries/Submitted'
import { goBack, replaceBy } from '@/src/routes'
import { takesOrders } from '@/src/words/canteen'
import { mealNames, yuanSaid } from '@/src/words/meals'
import { daySaid } from '@/src/words/time'
import type { Order as Placed } from '@/types/canteen'
import { Check } from './components/Check'
import { Dishes } from './components/Dishes'
import { How, type Wish } from './components/How'
import { Total } from './components/Total'
import { Who } from './components/Who'
import { linesOf, portionsOf, type Portions } from './portions'

/** Ordering a meal, or changing an order (`order`): for whom, what, how; then all of it with its price once more. */
export default function Order() {
  const { service = '', order, forResident } = useRouter().params
  const reading = useMeal(service, forResident)
  const meal = reading.data
  if (!meal)
    return (
      <Page title="订餐">
        <Reading of={reading} failed="这一餐没有打开">
          {() => null}
        </Reading>
      </Page>
    )
  if (meal.family.length === 0)
    return (
      <Page title="订餐" subtitle={nameOf(meal)}>
        <SignIn label="取餐要知道您的名字" goOn="写好了，去点菜" />
      </Page>
    )
  return order === undefined ? <Form meal={meal} /> : <Changing meal={meal} order={order} />
}

const nameOf = ({ service: { day, meal } }: MealOnOffer): string =>
  `${daySaid(day, today())}的${mealNames[meal]}`

/** The form of an order that stands begins with what was ordered. */
function Changing({ meal, order }: { meal: MealOnOffer; order: string }) {
  const { person, forResident } = useRouter().params
  const reading = useOrder(order, person ?? forResident)
  if (reading.data) return <Form meal={meal} before={reading.data} />
  return (
    <Page title="改订单">
      <Reading of={reading} failed="订单没有打开">
        {() => null}
      </Reading>
    </Page>
  )
}

type FormProps = {
  meal: MealOnOffer
  /** The order that is to be changed. */
  before?: Placed
}

type Step = 'who' | 'dishes' | 'how' | 'check'

/** A form begins with how it was eaten before, as far as this meal has it and there is a home to bring it to. */
const wishLike = (
  before: Pick<Placed, 'kind' | 'note'> | null,
  { kinds }: MealOnOffer['service'],
  eater: MealOnOffer['family'][number] | undefined,
): Wish => {
  const able = kinds.filter((kind) => kind !== 'delivery' || Boolean(eater?.homeName))
  const kind = able.find((one) => one === before?.kind) ?? able[0] ?? 'eatIn'
  return {
    kind,
    note: before?.note ?? '',
    cannotLeave: before?.kind === 'delivery',
    pay: 'counter',
  }
}

function Form({ meal, before }: FormProps) {
  const { person, again, forResident } = useRouter().params
  const { service, family, operator } = meal
  const place = usePlaceOrder()
  const change = useChangeOrder()
  const sending = before ? change : place
  // An order says whose it is by the id they had then: whom the page was opened for is known by the one they have now.
  const [chosen, setChosen] = useState(
    before && person === undefined ? family.find(({ self }) => self)?.id : person,
  )
  const eater =
    family.find(({ id }) => id === chosen) ??
    family.find(({ order }) => order === null) ??
    family[0]
  const last = again === undefined ? null : (eater?.again ?? null)
  const [portions, setPortions] = useState<Portions>(() =>
    portionsOf(before?.lines ?? last?.lines ?? []),
  )
  const [wish, setWish] = useState<Wish>(() => wishLike(before ?? last, service, eater))
  const [asking, setAsking] = useState(false)
  const steps: Step[] = [
    ...(family.length > 1 && !before ? (['who'] as const) : []),
    'dishes',
    'how',
    'check',
  ]
  const lines = linesOf(portions)
  // What was had last time is shown with its price at once; everything can still be changed by going back.
  const [at, setAt] = useState(again !== undefined && lines.length > 0 ? steps.length - 1 : 0)
  const step = steps[at] ?? 'dishes'
  const self = forResident === undefined && eater?.self === true
  const unsaid = wish.kind === 'delivery' && !wish.cannotLeave
  const subject = eater && !self ? { forResident: eater.id } : {}
  const quote = useQuote(
    { service: service.id, lines, ...subject, ...(before && { order: before.id }) },
    { enabled: eater !== undefined && step !== 'who' },
  )
  const price = lines.length > 0 ? quote.data : undefined
  const mayPayByWechat = !before && forResident === undefined && operator?.payByWechat === true

  const goTo = (next: number) => {
    setAsking(false)
    setAt(next)
    toTop()
  }
  const goOn = () => {
    if (step === 'how' && unsaid) setAsking(true)
    else goTo(at + 1)
  }
  const show = (order: Placed, extra: Readonly<Record<string, string>>) =>
    replaceBy('meal', {
      order: order.id,
      ...(!self && eater && { person: eater.id }),
      ...(forResident !== undefined && { staff: '1' }),
      ...extra,
    })
  const send = () => {
    if (!price) return
    const wanted = {
      ...subject,
      lines,
      kind: wish.kind,
      note: wish.note,
      cannotLeave: wish.kind === 'delivery' && wish.cannotLeave,
      expected: price.pays,
    }
    if (before)
      return change.submit({ ...wanted, order: before.id }, { done: (order) => show(order, {}) })
    place.submit(
      { ...wanted, service: service.id, pay: mayPayByWechat ? wish.pay : 'counter' },
      {
        done: ({ order, payment }) => {
          if (!payment) return show(order, { fresh: '1' })
          void pay(payment).then((paid) => show(order, { fresh: '1', ...(paid && { paid: '1' }) }))
        },
      },
    )
  }

  if (!takesOrders(service, now()))
    return (
      <Page title={nameOf(meal)} action={<Button label="返回" onTap={goBack} />}>
        <Notice kind="warn" label="订餐的时间过了">
          还想吃，请到餐厅柜台看看，现场也卖。
        </Notice>
      </Page>
    )
  const title = before ? '改订单' : self || !eater ? '订餐' : `给${eater.name}订餐`
  return (
    <Page
      title={step === 'check' ? '请您看一看，对不对' : title}
      subtitle={`${nameOf(meal)} · 第 ${at + 1} 步，共 ${steps.length} 步`}
      action={
        step === 'check' ? (
          <>
            <Submitted of={sending} />
            <Button
              label={
                before ? '就这样改' : wish.pay === 'wechat' && mayPayByWechat ? '用微信付' : '订好'
              }
              {...(price && { number: yuanSaid(price.pays) })}
              busy={sending.busy || sending.waiting}
              off={!price}
              onTap={send}
            />
            <Button label="返回改一改" look="quiet" onTap={() => goTo(at - 1)} />
          </>
        ) : (
          <>
            {step !== 'who' && lines.length > 0 && <Total quote={quote} />}
            <Button
              label="下一步"
              off={step === 'who' ? eater === undefined : lines.length === 0}
              onTap={goOn}
            />
          </>
        )
      }
    >
      {step === 'who' && <Who family={family} value={eater?.id} onChange={setChosen} />}
      {step === 'dishes' && (
        <Dishes
          offers={service.offers}
          portions={portions}
          own={portionsOf(before?.lines ?? [])}
          onChange={setPortions}
        />
      )}
      {step === 'how' && (
        <How
          kinds={service.kinds}
          home={eater?.homeName ?? null}
          homeOf={forResident === undefined ? eater : undefined}
          mayPayByWechat={mayPayByWechat}
          value={wish}
          onChange={setWish}
        />
      )}
      {asking && eater && (
        <Sheet
          label={`${self ? '您' : eater.name}出不了门吗？`}
          yes={{
            label: '是的，请送到家',
            onTap: () => {
              setWish({ ...wish, cannotLeave: true })
              goTo(at + 1)
            },
          }}
          back="能出门，我再选"
          onBack={() => setAsking(false)}
        >
          送餐的是志愿者，人手不多，只送给出不了门的人。
        </Sheet>
      )}
      {step === 'check' && eater && (
        <Check
          service={service}
          eater={eater}
          self={self}
          wish={wish}
          byWechat={mayPayByWechat && wish.pay === 'wechat'}
          quote={quote}
        />
      )}
      {/* Not beside the thumb: on a small phone with large text the foot would leave no room for dishes. */}
      {at > 0 && step !== 'check' && (
        <Button label="上一步" look="quiet" onTap={() => goTo(at - 1)} />
      )}
    </Page>
  )
}
