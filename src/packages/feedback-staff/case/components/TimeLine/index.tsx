import { View } from '@tarojs/components'
import { now } from '@/src/api/clock'
import { Card } from '@/src/design/Card'
import { Heading } from '@/src/design/Heading'
import { Tag } from '@/src/design/Tag'
import { levelNames, stepLine } from '@/src/words/feedback'
import { whenSaid } from '@/src/words/time'
import type { CaseForStaff, ShownStep } from '@/types/feedback'
import { Photos } from '../../../components/Photos'
import { Doubt } from '../Doubt'
import { Settle } from '../Settle'

/** All that happened, the last first. */
export function TimeLine({ one }: { one: CaseForStaff }) {
  return (
    <>
      <Heading label="办到哪儿了" />
      {[...one.steps].reverse().map((step, n) => (
        <StepCard key={n} one={one} step={step} />
      ))}
    </>
  )
}

function StepCard({ one, step }: { one: CaseForStaff; step: ShownStep }) {
  const line = stepLine(step, '反映的人')
  return (
    <Card label={line}>
      <Heading label={line} level={3} />
      <View>
        {whenSaid(step.at, now())}
        {step.level !== null && ` · ${levelNames[step.level]}`}
      </View>
      {step.inside && <Tag label="只有工作人员看得到" tone="gold" />}
      {step.on !== undefined && <View>答复的日子：{step.on}</View>}
      {step.words !== '' && <View>{step.words}</View>}
      {step.meet && (
        <View>
          {whenSaid(step.meet.at, now())}，{step.meet.where}
        </View>
      )}
      {step.doubtful && step.toJudge === undefined && (
        <View>居民暂时看不到这几句，等社区的同事看一看。</View>
      )}
      {step.toJudge !== undefined && <Doubt one={one} step={step.toJudge} />}
      <Photos label="照片" photos={step.photos} />
      <Settle one={one} files={step.photos} />
    </Card>
  )
}
