import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { Button } from '@/src/design/Button'
import { Choice } from '@/src/design/Choice'
import { Empty } from '@/src/design/Empty'
import { Field } from '@/src/design/Field'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Switch } from '@/src/design/Switch'
import { showToast } from '@/src/design/Toast'
import { toTop } from '@/src/platform/toTop'
import { useDishes, useOperator, useSaveDish } from '@/src/queries/canteenStaff'
import { Reading } from '@/src/queries/Reading'
import { Submitted } from '@/src/queries/Submitted'
import { useUpload } from '@/src/queries/uploads'
import { goBack } from '@/src/routes'
import { allergenNames, markNames } from '@/src/words/canteen'
import type { Allergen, DietMark } from '@/types/canteen'
import { Photo } from '../components/Photo'
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
import './index.scss'

/** A new dish, or changes to one, in two steps: what it is and costs, then whom it suits. */
export default function DishEdit() {
  const { dish } = useRouter().params
  if (dish === undefined) return <Editor begin={emptyForm} />
  return <FromList dish={dish} />
}

/** The list is read on until the dish is in it. */
function FromList({ dish }: { dish: string }) {
  const reading = useDishes()
  const { data, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = reading
  const found = data?.find(({ id }) => id === dish)
  const readsOn = data !== undefined && !found && hasNextPage && !isFetchNextPageError
  useEffect(() => {
    if (readsOn && !isFetchingNextPage) void fetchNextPage()
  }, [readsOn, isFetchingNextPage, fetchNextPage])
  if (found) return <Editor begin={formOf(found)} dish={dish} />
  return (
    <Page title="修改一个菜" action={<Button label="返回" look="quiet" onTap={goBack} />}>
      {data !== undefined && !readsOn ? (
        <Empty label="这个菜没有找到" detail="请返回，在菜品里再找一找。" drawing="rice" />
      ) : (
        <Reading of={{ ...reading, data: undefined }} failed="这个菜没有打开">
          {() => null}
        </Reading>
      )}
    </Page>
  )
}

const allergens = (Object.keys(allergenNames) as Allergen[]).map((value) => ({
  value,
  label: allergenNames[value],
}))

function Editor({ begin, dish }: { begin: Form; dish?: string }) {
  const save = useSaveDish()
  const upload = useUpload('dishPhoto')
  const operator = useOperator().data?.operator
  const [form, setForm] = useState(begin)
  const [second, setSecond] = useState(false)
  const [tried, setTried] = useState(false)
  const [refused, setRefused] = useState<Wrong>({})
  const wrong: Wrong = { ...(tried ? missing(form) : {}), ...refused }
  const change = (part: Partial<Form>) => {
    setRefused({})
    setForm((before) => ({ ...before, ...part }))
  }
  const turn = (to: boolean) => {
    setSecond(to)
    toTop()
  }
  const next = () => {
    setTried(true)
    if (!atFirst(missing(form))) turn(true)
  }
  const send = () =>
    save.submit(
      { ...(dish !== undefined && { dish }), draft: draftOf(form), retired: form.retired },
      {
        done: () => {
          showToast(dish === undefined ? '加好了，排餐的时候就能选' : '存好了，从下次排餐起用新的')
          goBack()
        },
        failed: (error) => {
          const found = refusedAt(error)
          if (!found) return
          setRefused(found)
          turn(!atFirst(found))
        },
      },
    )
  // A canteen that is known to hold no licence cannot mark anything 清真; the mark says why.
  const noHalal = operator !== undefined && operator?.halal !== true
  const marks = (Object.keys(markNames) as DietMark[]).map((value) => ({
    value,
    label: markNames[value],
    ...(value === 'halal' &&
      noHalal && {
        detail: '要有清真食品的经营资格才能标。有的话，请先在“食堂资质”里登记',
        off: true,
      }),
  }))
  const refusedElsewhere = save.error !== null && refusedAt(save.error) === null
  return (
    <Page
      wide
      title={second ? '适合谁吃' : dish === undefined ? '加一个菜' : '修改一个菜'}
      subtitle={`第 ${second ? 2 : 1} 步，共 2 步`}
      action={
        <>
          {(refusedElsewhere || save.waiting) && <Submitted of={save} />}
          <View className="dish-edit__actions">
            {second ? (
              <>
                <Button
                  label="存好"
                  off={upload.busy}
                  busy={save.busy || save.waiting}
                  onTap={send}
                />
                <Button label="上一步" look="quiet" onTap={() => turn(false)} />
              </>
            ) : (
              <Button label="下一步" onTap={next} />
            )}
          </View>
        </>
      }
    >
      <View className="dish-edit__part">
        {second ? (
          <>
            <Choice
              many
              label="这个菜是"
              hint="居民按这个找合适的菜，拿不准就不选"
              options={marks}
              value={form.marks}
              onChange={(chosen) => change({ marks: chosen })}
            />
            {wrong.marks && <Notice kind="error" label={wrong.marks} />}
            <Choice
              many
              label="里面有"
              hint="有人吃了会过敏，请不要漏"
              options={allergens}
              value={form.allergens}
              onChange={(chosen) => change({ allergens: chosen })}
            />
            {dish !== undefined && (
              <Switch
                label="不再做了"
                detail="以后排餐选不到它，已经排好的不变"
                on={form.retired}
                onChange={(retired) => change({ retired })}
              />
            )}
          </>
        ) : (
          <>
            <Field
              label="菜名"
              most={20}
              value={form.name}
              onChange={(name) => change({ name })}
              {...(wrong.name && { error: wrong.name })}
            />
            <Field
              label="一份多少元"
              hint="原价，比如 12.5。老人的优惠会自动算"
              kind="money"
              value={form.price}
              onChange={(price) => change({ price })}
              {...(wrong.price && { error: wrong.price })}
            />
            <Switch
              label="参加老人优惠"
              detail="饮料、整瓶的东西请关掉，按原价卖"
              on={form.discountable}
              onChange={(discountable) => change({ discountable })}
            />
            <Photo
              label="菜的照片"
              why="有照片，老人一看就知道是什么菜。"
              picture={form.photo}
              upload={upload}
              onChange={(photo) => change({ photo })}
              error={wrong.photo}
            />
          </>
        )}
      </View>
    </Page>
  )
}
