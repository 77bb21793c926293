import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { Button } from '@/src/design/Button'
import { Choice } from '@/src/design/Choice'
import { Empty } from '@/src/design/Empty'
import { Field } from '@/src/design/Field'
import { Page } from '@/src/design/Page'
import { Switch } from '@/src/design/Switch'
import { showToast } from '@/src/design/Toast'
import { Photo } from '@/src/packages/canteen-staff/components/Photo'
import { toTop } from '@/src/platform/toTop'
import { Reading } from '@/src/queries/Reading'
import { useGoods, useSaveGoods } from '@/src/queries/shopStaff'
import { Submitted } from '@/src/queries/Submitted'
import { useUpload } from '@/src/queries/uploads'
import { goBack, goTo } from '@/src/routes'
import { categoryNames } from '@/src/words/shop'
import type { GoodsCategory, GoodsForStaff } from '@/types/shop'
import {
  atFirst,
  draftOf,
  emptyForm,
  formOf,
  missing,
  refusedAt,
  type Form,
  type Wrong,
} from './form'

/** New goods, or changes to some, in three steps: what it is, what it costs, what is watched. */
export default function GoodsEdit() {
  const { goods } = useRouter().params
  if (goods === undefined) return <Editor begin={emptyForm} />
  return <FromList goods={goods} />
}

/** Both lists are read on until the goods are in one. */
function FromList({ goods }: { goods: string }) {
  const sold = useGoods()
  const retired = useGoods(true)
  const found = [...(sold.data ?? []), ...(retired.data ?? [])].find(({ id }) => id === goods)
  const open = [sold, retired].find(
    ({ data, hasNextPage, isFetchNextPageError }) =>
      data !== undefined && hasNextPage && !isFetchNextPageError,
  )
  const readsOn = !found && open !== undefined && !open.isFetchingNextPage
  useEffect(() => {
    if (readsOn) void open.fetchNextPage()
  }, [readsOn, open])
  if (found) return <Editor begin={formOf(found)} goods={found} />
  const read = sold.data !== undefined && retired.data !== undefined && !open
  return (
    <Page title="修改一样货" action={<Button label="返回" look="quiet" onTap={goBack} />}>
      {read ? (
        <Empty label="这样货没有找到" detail="请返回，在货品里再找一找。" drawing="rice" />
      ) : (
        <Reading of={{ ...sold, data: undefined }} failed="这样货没有打开">
          {() => null}
        </Reading>
      )}
    </Page>
  )
}

const categories = (Object.keys(categoryNames) as GoodsCategory[]).map((value) => ({
  value,
  label: categoryNames[value],
}))

const steps = ['是什么', '怎么换、怎么卖', '要留意的'] as const

function Editor({ begin, goods }: { begin: Form; goods?: GoodsForStaff }) {
  const save = useSaveGoods()
  const upload = useUpload('goodsPhoto')
  const [form, setForm] = useState(begin)
  // Of what the form was opened with: it is read again meanwhile.
  const [edition] = useState(goods?.edition)
  const [step, setStep] = useState(0)
  const [tried, setTried] = useState(false)
  const [refused, setRefused] = useState<Wrong>({})
  const wrong: Wrong = { ...(tried ? missing(form) : {}), ...refused }
  const change = (part: Partial<Form>) => {
    setRefused({})
    setForm((before) => ({ ...before, ...part }))
  }
  const turn = (to: number) => {
    setStep(to)
    toTop()
  }
  const next = () => {
    setTried(true)
    const found = missing(form)
    if (step === 0 ? !atFirst(found) : !found.fen) turn(step + 1)
  }
  const send = () =>
    save.submit(
      { ...(goods && { goods: goods.id, edition }), draft: draftOf(form) },
      {
        done: () => {
          showToast(goods ? '存好了' : '加好了，收到货就能入库')
          goBack()
        },
        failed: (error) => {
          const found = refusedAt(error)
          if (!found) return
          setRefused(found)
          turn(atFirst(found) ? 0 : found.points || found.fen || found.perMonth ? 1 : 2)
        },
      },
    )
  const refusedElsewhere = save.error !== null && refusedAt(save.error) === null
  const at = (field: keyof Wrong) => (wrong[field] ? { error: wrong[field] } : {})
  return (
    <Page
      wide
      title={goods ? `修改${goods.name}` : '加一样货'}
      subtitle={`第 ${step + 1} 步，共 3 步：${steps[step]}`}
      action={
        <>
          {(refusedElsewhere || save.waiting) && <Submitted of={save} />}
          {step < 2 ? (
            <Button label="下一步" off={upload.busy} onTap={next} />
          ) : (
            <Button label="存好" busy={save.busy || save.waiting} onTap={send} />
          )}
          {step > 0 && <Button label="上一步" look="quiet" onTap={() => turn(step - 1)} />}
        </>
      }
    >
      {step === 0 && (
        <>
          <Field
            label="货名"
            most={20}
            value={form.name}
            onChange={(name) => change({ name })}
            {...at('name')}
          />
          <Field
            label="单位"
            hint="袋、瓶、把"
            most={4}
            value={form.unit}
            onChange={(unit) => change({ unit })}
            {...at('unit')}
          />
          <Field
            label="说明"
            hint="规格、怎么用，比如：5 公斤装"
            optional
            most={100}
            value={form.about}
            onChange={(about) => change({ about })}
            {...at('about')}
          />
          <Choice
            label="哪一类"
            options={categories}
            value={form.category}
            onChange={(category) => change({ category })}
          />
          <Photo
            label="货品的照片"
            why="有照片，老人一看就知道是什么。"
            picture={form.photo}
            upload={upload}
            onChange={(photo) => change({ photo })}
            error={wrong.photo}
          />
        </>
      )}
      {step === 1 && (
        <>
          <Field
            label="一份多少积分"
            hint="不填就不能用积分换"
            kind="number"
            optional
            value={form.points}
            onChange={(points) => change({ points })}
            {...at('points')}
          />
          <Field
            label="一份卖多少元"
            hint="义卖的价钱，不填就不卖"
            kind="money"
            optional
            value={form.fen}
            onChange={(fen) => change({ fen })}
            {...at('fen')}
          />
          <Field
            label="每人每月最多换几份"
            hint="不填就不限"
            kind="number"
            optional
            value={form.perMonth}
            onChange={(perMonth) => change({ perMonth })}
            {...at('perMonth')}
          />
        </>
      )}
      {step === 2 && (
        <>
          <Field
            label="剩几份提醒我们"
            kind="number"
            value={form.low}
            onChange={(low) => change({ low })}
            {...at('low')}
          />
          <Field
            label="希望一共有几份"
            hint="不够的时候，居民会看到还缺多少"
            kind="number"
            optional
            value={form.wanted}
            onChange={(wanted) => change({ wanted })}
            {...at('wanted')}
          />
          <Field
            label="架上最早哪天到期"
            kind="date"
            optional
            value={form.bestBefore}
            onChange={(bestBefore) => change({ bestBefore })}
            {...at('bestBefore')}
          />
          {goods && (
            <>
              <Switch
                label="不再卖了"
                detail="货架上看不到，已经留给人的照样给"
                on={form.retired}
                onChange={(retired) => change({ retired })}
              />
              <View>数目不在这里改：收到货点“收捐赠”，对不上就“盘点”。</View>
              <Button
                label="看这样货的出入库"
                look="quiet"
                onTap={() => goTo('shopLedger', { goods: goods.id })}
              />
            </>
          )}
        </>
      )}
    </Page>
  )
}
