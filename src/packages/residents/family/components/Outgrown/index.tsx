import { View } from '@tarojs/components'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Heading } from '@/src/design/Heading'
import { useRemoveDependant } from '@/src/queries/residents'
import { Submitted } from '@/src/queries/Submitted'
import { goTo } from '@/src/routes'
import { fullDay } from '@/src/words/residents'
import type { Me } from '@/types/residents'

/** A child who turned 14: why the guardian can do nothing for them any more, and how the child agrees. */
export function Outgrown({ child: { id, name, since } }: { child: Me['outgrown'][number] }) {
  const remove = useRemoveDependant()
  const title = `${name}满 14 岁了`
  return (
    <Card label={title}>
      <Heading label={title} />
      <View>{fullDay(since)} 起，要他自己同意，您才能再替他办事。已经报上的还在。</View>
      <View>他有手机：请他打开常回家，点“我的”，您扫他的会员码。</View>
      <View>他没有手机：带他到社区服务台，当面说一声同意就行。</View>
      <Submitted of={remove} />
      <Button
        label={`去扫${name}的会员码`}
        look="secondary"
        drawing="camera"
        onTap={() => goTo('addDependant')}
      />
      <Button
        label="知道了，不用再显示"
        look="quiet"
        fuller={`知道了，不用再显示${name}`}
        busy={remove.busy || remove.waiting}
        onTap={() => remove.submit({ dependant: id })}
      />
    </Card>
  )
}
