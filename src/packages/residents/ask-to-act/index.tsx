import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Choice } from '@/src/design/Choice'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { SignedIn } from '@/src/pages/residents/components/SignedIn'
import { useAskToAct, useMe } from '@/src/queries/residents'
import { Submitted } from '@/src/queries/Submitted'
import { replaceBy } from '@/src/routes'
import { relations } from '@/src/words/residents'
import type { Relation } from '@/types/residents'

const everyRelation = Object.keys(relations) as Relation[]

/** Asks the person whose member code was scanned for leave to act for them. They answer on their own phone. */
export default function AskToAct() {
  const { card = '' } = useRouter().params
  const known = useMe().data?.person
  const ask = useAskToAct()
  const [relation, setRelation] = useState<Relation>()
  const [tried, setTried] = useState(false)
  const submit = () => {
    setTried(relation === undefined)
    if (relation !== undefined) ask.submit({ card, relation })
  }
  if (ask.value)
    return (
      <Page
        title="已经告诉他了"
        action={<Button label="回到家人" onTap={() => replaceBy('family')} />}
      >
        <Notice kind="done" label={`${ask.value.name}的手机上会收到消息`}>
          <View>请他打开常回家，在“我的”→“家人”里点“同意”。同意以后您就能替他办事。</View>
        </Notice>
      </Page>
    )
  return (
    <Page
      title="替家人办事"
      subtitle="码扫到了，还差一步"
      {...(known && {
        action: (
          <>
            <Submitted of={ask} />
            <Button label="请他同意" busy={ask.busy || ask.waiting} onTap={submit} />
          </>
        ),
      })}
    >
      <SignedIn failed="没有打开" why="请家人同意，要先写您的名字">
        {() => (
          <Choice
            label="他是您的什么人"
            {...(tried && relation === undefined && { hint: '请选一个' })}
            options={everyRelation.map((value) => ({ value, label: relations[value] }))}
            value={relation}
            onChange={setRelation}
          />
        )}
      </SignedIn>
    </Page>
  )
}
