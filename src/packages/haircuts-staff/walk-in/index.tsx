import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Field } from '@/src/design/Field'
import { Figure } from '@/src/design/Figure'
import { Heading } from '@/src/design/Heading'
import { Page } from '@/src/design/Page'
import { Speak } from '@/src/design/Speak'
import { Switch } from '@/src/design/Switch'
import { Tag } from '@/src/design/Tag'
import { FindPerson } from '@/src/packages/residents-staff/components/FindPerson'
import { toTop } from '@/src/platform/toTop'
import { useHaircutQueue, useHaircutRule, useWalkIn } from '@/src/queries/haircuts'
import { Submitted } from '@/src/queries/Submitted'
import { useHolds } from '@/src/queries/residents'
import { goBack } from '@/src/routes'
import type { QueueLine } from '@/types/haircuts'

/** A number for somebody on the square who has none: a name is enough, a card or a record is better. */
export default function WalkIn() {
  const { session = '' } = useRouter().params
  const walkIn = useWalkIn()
  const left = useHaircutQueue(session).data?.walkInsLeft
  const age = useHaircutRule().data?.rule?.priorityAge
  const elderSaid = age === undefined ? '高龄老人' : `${age} 岁以上`
  const finds = useHolds()('communityStaff', 'centreStaff')
  const [name, setName] = useState('')
  const [elder, setElder] = useState(false)
  const [missing, setMissing] = useState(false)
  const [given, setGiven] = useState<QueueLine>()
  const busy = walkIn.busy || walkIn.waiting
  const show = (line: QueueLine) => {
    setGiven(line)
    setName('')
    setElder(false)
    toTop()
  }
  const byName = () => {
    setMissing(!name.trim())
    if (name.trim()) walkIn.submit({ session, name: name.trim(), elder }, { done: show })
  }
  if (given) return <Given line={given} onMore={() => setGiven(undefined)} />
  return (
    <Page
      title="现场取号"
      {...(left !== undefined && {
        subtitle: left > 0 ? `现场还有 ${left} 个号` : '现场的号发完了，请他看看下一次的日子',
      })}
      action={
        <>
          <Submitted of={walkIn} />
          <Button label="给他号" busy={busy} onTap={byName} />
        </>
      }
    >
      <Card label="写个称呼就行">
        <Field
          label="怎么称呼"
          hint="叫号时喊的名字，比如 王大爷"
          value={name}
          onChange={setName}
          most={20}
          {...(missing && !name.trim() && { error: '请写上怎么称呼' })}
        />
        <Switch
          label={elderSaid}
          detail="看一眼身份证或老年证，到了先理"
          on={elder}
          onChange={setElder}
        />
      </Card>
      {finds && (
        <>
          <Heading label="有会员码，或登记过的" />
          <View>点到他的名字，马上出号，年龄按登记的算。</View>
          <FindPerson
            label="找居民"
            onPick={({ id }) => walkIn.submit({ session, person: id }, { done: show })}
          />
        </>
      )}
    </Page>
  )
}

function Given({ line, onMore }: { line: QueueLine; onMore: () => void }) {
  const { number, name, priority } = line
  return (
    <Page title="号给好了" action={<Button label="给下一位取号" onTap={onMore} />}>
      <Card label={`${name}，${number} 号`}>
        <Figure label={name} value={`${number} 号`} />
        {priority && (
          <View>
            <Tag label="高龄优先，到了先理" tone="blue" drawing="heart" />
          </View>
        )}
        <View>告诉他：听叫号，看大屏幕。</View>
      </Card>
      <Speak label="读给他听" words={`${name}，您是 ${number} 号，请坐一会儿，听叫号`} />
      <Button label="回到叫号" look="quiet" onTap={goBack} />
    </Page>
  )
}
