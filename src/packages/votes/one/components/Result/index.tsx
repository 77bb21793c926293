import { View } from '@tarojs/components'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Heading } from '@/src/design/Heading'
import { Notice } from '@/src/design/Notice'
import { goTo } from '@/src/routes'
import { draftSaid, ownersSaid, resultSaid } from '@/src/words/votes'
import type { VoteForMe } from '@/types/votes'

/** What came out, and how to count it again. */
export function Result({ vote }: { vote: VoteForMe }) {
  const { id, result, ownersResult, options, yesNo, cameLater, papersLeft } = vote
  if (ownersResult)
    return (
      <Card label="点算的草稿">
        <Heading label={draftSaid(ownersResult)} />
        <View>参加：{ownersSaid(ownersResult.took)}</View>
        <View>同意：{ownersSaid(ownersResult.yes)}</View>
        <View>一共：{ownersSaid(ownersResult)}</View>
        <Notice label="这是草稿">算数的是业主签了字的那张纸。</Notice>
      </Card>
    )
  if (!result) return null
  return (
    <>
      <Card label={resultSaid(result, options, yesNo)}>
        <Heading label={resultSaid(result, options, yesNo)} />
        {options.map((option, i) => (
          <View key={option}>
            {option}：{result.counts[i] ?? 0} 户
          </View>
        ))}
        {cameLater !== null && cameLater > 0 && (
          <View>开始以后新登记了 {cameLater} 户，没有算在里面。</View>
        )}
        {papersLeft !== null && papersLeft > 0 && (
          <View>有 {papersLeft} 张纸质票到结束也没有核对，没有算。</View>
        )}
      </Card>
      <Button
        label="重新数一遍"
        look="secondary"
        drawing="check"
        onTap={() => goTo('voteRecount', { id })}
      />
    </>
  )
}
