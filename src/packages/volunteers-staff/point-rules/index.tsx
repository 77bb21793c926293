import { View } from '@tarojs/components'
import { useState } from 'react'
import { ruleOn } from '@/domain/volunteers/points'
import { today } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Heading } from '@/src/design/Heading'
import { Page } from '@/src/design/Page'
import { Tag } from '@/src/design/Tag'
import { toTop } from '@/src/platform/toTop'
import { usePointRules } from '@/src/queries/points'
import { Reading } from '@/src/queries/Reading'
import { useHolds } from '@/src/queries/residents'
import { cachedAt } from '@/src/queries/when'
import { fullDay } from '@/src/words/residents'
import { shiftKinds } from '@/src/words/volunteers'
import type { PointRuleDraft } from '@/types/volunteers'
import { RuleForm } from './components/RuleForm'

/** What an hour gives, rule by rule: the one in force, those to come, those of before. */
export default function PointRules() {
  const reading = usePointRules()
  const changes = useHolds()('centreStaff')
  const [entering, setEntering] = useState(false)
  const cached = cachedAt(reading)
  const rules = reading.data?.rules ?? []
  const inForce = ruleOn(rules, today())
  if (entering && inForce)
    return (
      <RuleForm
        like={inForce}
        onDone={() => {
          setEntering(false)
          toTop()
        }}
      />
    )
  return (
    <Page
      wide
      title="积分规则"
      subtitle="按做志愿那天的规则算，确认了就给"
      {...(cached && { cachedAt: cached })}
      {...(changes &&
        reading.data && {
          action: (
            <Button
              label="定新的规则"
              drawing="plus"
              onTap={() => {
                setEntering(true)
                toTop()
              }}
            />
          ),
        })}
    >
      <Reading of={reading} failed="规则没有打开">
        {(read) => (
          <>
            {[...read.rules].reverse().map((rule, i) => (
              <RuleCard key={read.rules.length - i} rule={rule} inForce={rule === inForce} />
            ))}
          </>
        )}
      </Reading>
    </Page>
  )
}

function RuleCard({ rule, inForce }: { rule: PointRuleDraft; inForce: boolean }) {
  const { from, perHour, kinds } = rule
  const coming = from > today()
  return (
    <Card label={`一小时 ${perHour} 分`}>
      {inForce ? (
        <Tag label="现在用的" tone="pine" drawing="check" />
      ) : (
        <Tag
          label={coming ? `${fullDay(from)} 开始用` : '以前用的'}
          {...(coming && { tone: 'blue' as const })}
        />
      )}
      <Heading label={`一小时 ${perHour} 分`} />
      {kinds.map((one) => (
        <View key={one.kind}>
          {shiftKinds[one.kind].label}：一小时 {one.perHour} 分
        </View>
      ))}
      <View>不满一分的零头不算，更正时长会把积分扣回。</View>
    </Card>
  )
}
