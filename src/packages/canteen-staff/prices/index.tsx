import { View } from '@tarojs/components'
import { useState } from 'react'
import { firstRule } from '@/domain/canteen/price'
import { now, today } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Heading } from '@/src/design/Heading'
import { Page } from '@/src/design/Page'
import { Speak } from '@/src/design/Speak'
import { Tag } from '@/src/design/Tag'
import { toTop } from '@/src/platform/toTop'
import { usePriceRules } from '@/src/queries/canteenStaff'
import { Reading } from '@/src/queries/Reading'
import { useHolds } from '@/src/queries/residents'
import { cachedAt } from '@/src/queries/when'
import { yuanSaid } from '@/src/words/meals'
import { fullDay } from '@/src/words/residents'
import { whenSaid } from '@/src/words/time'
import type { PriceRuleDraft } from '@/types/canteen'
import type { OutputOf } from '@/src/api/call'
import { RuleForm } from './components/RuleForm'
import { bandSaid } from './rule'
import './index.scss'

type Rule = OutputOf<'canteen', 'priceRules'>['rules'][number]

/** How a table stands on a day: the one that begins last is in force. */
const standingOf = (rule: Rule, rules: readonly Rule[], day: string) => {
  if (rule.from > day) return { label: `${fullDay(rule.from)} 开始用`, tone: 'blue' as const }
  const inForce = rules
    .filter(({ from }) => from <= day)
    .reduce((best, one) =>
      one.from > best.from || (one.from === best.from && one.enteredAt > best.enteredAt)
        ? one
        : best,
    )
  return rule.id === inForce.id
    ? { label: '现在用的', tone: 'pine' as const, drawing: 'check' as const }
    : { label: '以前用的' }
}

/** Who pays how much, table by table: the one in force, those to come, those of before. */
export default function Prices() {
  const reading = usePriceRules()
  const changes = useHolds()('centreStaff', 'admin')
  const [entering, setEntering] = useState(false)
  const cached = cachedAt(reading)
  const rules = [...(reading.data?.rules ?? [])].sort(
    (a, b) => b.from.localeCompare(a.from) || b.enteredAt - a.enteredAt,
  )
  if (entering)
    return (
      <RuleForm
        like={rules.find(({ from }) => from <= today()) ?? rules[0] ?? firstTable}
        onDone={() => {
          setEntering(false)
          toTop()
        }}
      />
    )
  return (
    <Page
      wide
      title="优惠价钱"
      subtitle="按吃饭那天的年龄算"
      {...(cached && { cachedAt: cached })}
      {...(changes &&
        reading.data && {
          action: (
            <Button
              label="定新的价钱"
              drawing="plus"
              onTap={() => {
                setEntering(true)
                toTop()
              }}
            />
          ),
        })}
    >
      <Reading of={reading} failed="价钱没有打开">
        {() => (
          <View className="prices">
            {rules.map((rule) => (
              <RuleCard key={rule.id} rule={rule} standing={standingOf(rule, rules, today())} />
            ))}
          </View>
        )}
      </Reading>
    </Page>
  )
}

const firstTable: PriceRuleDraft = { ...firstRule, bands: [...firstRule.bands] }

function RuleCard({ rule, standing }: { rule: Rule; standing: ReturnType<typeof standingOf> }) {
  const { from, bands, cap, enteredAt, enteredBy } = rule
  const said = [
    ...bands.map(bandSaid),
    `一餐最多优惠 ${yuanSaid(cap)} 的菜，每个菜一份`,
    '没有确认居民身份的人，付原价',
  ]
  return (
    <Card label={`${fullDay(from)} 起的价钱`}>
      <Tag {...standing} />
      <Heading label={from > firstRule.from ? `${fullDay(from)} 起` : '从开张起'} />
      {said.map((line) => (
        <View key={line}>{line}</View>
      ))}
      {enteredBy && (
        <View className="prices__by">
          {whenSaid(enteredAt, now())} {enteredBy}定的
        </View>
      )}
      <Speak label="读给我听" words={said.join('。')} />
    </Card>
  )
}
