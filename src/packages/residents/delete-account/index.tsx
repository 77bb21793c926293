import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Heading } from '@/src/design/Heading'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Sheet } from '@/src/design/Sheet'
import { showToast } from '@/src/design/Toast'
import { SignedIn } from '@/src/pages/residents/components/SignedIn'
import { useDeleteMyAccount, useKeepMyAccount, useMe } from '@/src/queries/residents'
import { Submitted } from '@/src/queries/Submitted'
import { fullDay } from '@/src/words/residents'

/** Says what goes and what stays before anything is asked for; afterwards the way back is the main action. */
export default function DeleteAccount() {
  const me = useMe().data
  const remove = useDeleteMyAccount()
  const keep = useKeepMyAccount()
  const [asking, setAsking] = useState(false)
  const close = () => setAsking(false)
  const erasedOn = me?.erasedOn ?? null
  const action =
    erasedOn === null ? (
      <>
        <Submitted of={remove} />
        <Button
          label="注销我的账号"
          look="danger"
          busy={remove.busy || remove.waiting}
          onTap={() => setAsking(true)}
        />
      </>
    ) : (
      <>
        <Submitted of={keep} />
        <Button
          label="不注销了，留下我的账号"
          busy={keep.busy || keep.waiting}
          onTap={() => keep.submit({}, { done: () => showToast('账号留下了，资料都还在') })}
        />
      </>
    )
  return (
    <Page title="注销账号" {...(me?.person && { action })}>
      <SignedIn failed="没有打开" why="您还没有账号">
        {() => (
          <>
            {erasedOn !== null && (
              <Notice kind="warn" label={`您的资料会在 ${fullDay(erasedOn)} 删除`}>
                <View>在这以前都能用，也随时可以留下来。</View>
              </Notice>
            )}
            <Card label="会删掉、会取消的">
              <Heading label="15 天内删掉" />
              <View>名字、手机号、出生日期、住址、照片。</View>
              <View>还没开始的报名到那天自动取消，位子让给排队的人。</View>
              <View>您加的家人不会删，只是您不能再替他们办事。</View>
            </Card>
            <Card label="会留下的">
              <Heading label="换成没有名字的编号留着" />
              <View>报名和签到的记录，到了该删的时候再删，好对账。别人看不出是您。</View>
            </Card>
          </>
        )}
      </SignedIn>
      {asking && (
        <Sheet
          label="真的要注销吗？"
          yes={{
            label: '注销',
            danger: true,
            busy: remove.busy || remove.waiting,
            onTap: () => remove.submit({}, { done: close, failed: close }),
          }}
          back="不注销"
          onBack={close}
        >
          <View>您的资料 15 天内会删掉。后悔了，在这之前打开这一页就能留下；过了就找不回来。</View>
        </Sheet>
      )}
    </Page>
  )
}
