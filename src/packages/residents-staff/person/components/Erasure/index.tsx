import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Choice } from '@/src/design/Choice'
import { Notice } from '@/src/design/Notice'
import { Sheet } from '@/src/design/Sheet'
import { showToast } from '@/src/design/Toast'
import { useDeleteAccountFor, useKeepAccountFor } from '@/src/queries/residents'
import { Submitted } from '@/src/queries/Submitted'
import { fullDay } from '@/src/words/residents'
import type { PersonForStaff } from '@/types/residents'

type Wish = NonNullable<PersonForStaff['eraseWish']>['said']

const wishes: Readonly<Record<Wish, string>> = {
  spoken: '他当面说的',
  signedForm: '他签了字',
}

/** That somebody's data are about to go, who noted it, and the way back for people without a phone. */
export function Leaving({ person, mayKeep }: { person: PersonForStaff; mayKeep: boolean }) {
  const keep = useKeepAccountFor()
  const { id, name, erasedOn, eraseWish, hasPhone } = person
  if (erasedOn === null) return null
  return (
    <Notice kind="warn" label={`${name}的资料会在 ${fullDay(erasedOn)} 删除`}>
      {eraseWish && (
        <View>
          {wishes[eraseWish.said]}，{eraseWish.by} {fullDay(eraseWish.on)} 记下
        </View>
      )}
      {hasPhone ? (
        <View>他后悔了，请他在手机的“我的”→“设置”→“注销账号”里留下。</View>
      ) : (
        <>
          <View>他后悔了，在那天以前都可以留下。</View>
          <Submitted of={keep} />
          {mayKeep && (
            <Button
              label="不注销了，留下资料"
              look="secondary"
              busy={keep.busy || keep.waiting}
              onTap={() =>
                keep.submit({ person: id }, { done: () => showToast('留下了，资料都还在') })
              }
            />
          )}
        </>
      )}
    </Notice>
  )
}

/** Notes the wish of somebody without a phone to have their data erased, once it is said how they put it. */
export function Erasure({ person: { id, name } }: { person: PersonForStaff }) {
  const erase = useDeleteAccountFor()
  const [asking, setAsking] = useState(false)
  const [wish, setWish] = useState<Wish>()
  const [tried, setTried] = useState(false)
  const goOn = () => {
    setTried(wish === undefined)
    if (wish === undefined) return
    erase.submit({ person: id, wish }, { done: () => setAsking(false) })
  }
  return (
    <>
      <Button label="他要注销，删掉资料" look="danger" onTap={() => setAsking(true)} />
      {asking && (
        <Sheet
          label={`${name}要注销吗？`}
          yes={{ label: '注销', danger: true, busy: erase.busy || erase.waiting, onTap: goOn }}
          back="不注销"
          onBack={() => setAsking(false)}
        >
          <View>
            名字、电话、生日、住址 15 天内删掉，删了找不回来；还没开始的报名那天一起取消。
          </View>
          <View>替他办事的家人会收到消息；没有家人的，会打电话问一声。</View>
          <Choice
            label={`${name}怎么说的`}
            {...(tried && wish === undefined && { hint: '请选一个' })}
            options={(Object.keys(wishes) as Wish[]).map((value) => ({
              value,
              label: wishes[value],
            }))}
            value={wish}
            onChange={setWish}
          />
          <Submitted of={erase} />
        </Sheet>
      )}
    </>
  )
}
