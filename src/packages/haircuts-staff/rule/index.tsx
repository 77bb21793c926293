import { View } from '@tarojs/components'
import { useState } from 'react'
import { today } from '@/src/api/clock'
import type { OutputOf } from '@/src/api/call'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Empty } from '@/src/design/Empty'
import { Figure } from '@/src/design/Figure'
import { Heading } from '@/src/design/Heading'
import { Page } from '@/src/design/Page'
import { usePublishers } from '@/src/queries/publishers'
import { toTop } from '@/src/platform/toTop'
import { useHaircutRule } from '@/src/queries/haircuts'
import { Printing } from '@/src/queries/Printing'
import { Reading } from '@/src/queries/Reading'
import { useHolds } from '@/src/queries/residents'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { holidaySaid, recurrenceSaid, warningsSaid } from '@/src/words/haircuts'
import { spanSaid } from '@/src/words/time'
import type { HaircutRule, Upcoming } from '@/types/haircuts'
import { instantOf, monthDay, weekdayOf } from '@/types/shared/day'
import { AddDate } from './components/AddDate'
import { ChangeDate } from './components/ChangeDate'
import { DateList } from './components/DateList'
import { Editor } from './components/Editor'
import { emptyForm, formOf } from './form'

type Shown = OutputOf<'haircuts', 'rule'>

/** What of the arrangement is being changed. */
type Changing = { what: 'rule' } | { what: 'add' } | { what: 'date'; date: Upcoming }

/** How the haircuts recur, the dates that follow from it, and what differs from the rule. */
export default function Rule() {
  const reading = useHaircutRule()
  const cached = cachedAt(reading)
  const { nodes } = usePublishers()
  const edits = useHolds()('communityStaff', 'centreStaff')
  const [changing, setChanging] = useState<Changing>()
  const change = (next: Changing | undefined) => {
    setChanging(next)
    toTop()
  }
  const close = () => change(undefined)
  const shown = reading.data
  if (shown && changing?.what === 'rule') {
    const begin = shown.rule ? formOf(shown.rule) : emptyForm(nodes[0]?.id ?? '')
    return <Editor begin={begin} rev={shown.rev} onClose={close} />
  }
  if (shown?.rule && changing?.what === 'add')
    return <AddDate rule={shown.rule} rev={shown.rev} onClose={close} />
  if (shown?.rule && changing?.what === 'date')
    return <ChangeDate rule={shown.rule} rev={shown.rev} date={changing.date} onClose={close} />
  return (
    <Page
      wide
      title="义剪安排"
      subtitle="定一次，以后每个月自动开放取号"
      {...(cached && { cachedAt: cached })}
      {...(shown &&
        edits && {
          action: (
            <Button
              label={shown.rule ? '改规律' : '定下义剪的日子'}
              drawing="pen"
              onTap={() => change({ what: 'rule' })}
            />
          ),
        })}
    >
      <Reading of={reading} failed="义剪安排没有打开">
        {(value) =>
          value.rule ? (
            <Arranged rule={value.rule} dates={value.dates} {...(edits && { onChange: change })} />
          ) : (
            <Empty
              label="还没有定下义剪的日子"
              detail="比如每月 16 号，定好以后不用每个月再填。"
              drawing="scissors"
            />
          )
        }
      </Reading>
    </Page>
  )
}

type ArrangedProps = {
  rule: HaircutRule
  dates: Shown['dates']
  /** Absent where my role only looks. */
  onChange?: (changing: Changing) => void
}

function Arranged({ rule, dates, onChange }: ArrangedProps) {
  const { recurrence, placeName, startsAt, endsAt, barbers, minutesPerCut } = rule
  const at = (time: string) => instantOf(today(), time)
  return (
    <>
      <Card label="现在的规律">
        <Figure
          label="现在的规律"
          value={recurrenceSaid(recurrence)}
          reason={`${spanSaid(at(startsAt), at(endsAt))}，${placeName}`}
        />
        <View>
          要 {barbers} 位理发师，{minutesPerCut} 分钟剪一位，计划剪 {rule.planned} 位
        </View>
        <View>
          {rule.walkInPercent}% 留给现场来的人，{rule.priorityAge} 岁以上先理
        </View>
        <View>
          提前 {rule.opensDaysBefore} 天的早上 8 点开始取号，碰上法定假日
          {holidaySaid[rule.holidays]}
        </View>
      </Card>
      <Button label="叫号、看名单" look="secondary" onTap={() => goTo('haircutQueue')} />
      <Heading label={onChange ? '接下来的日子，点一次可以改' : '接下来的日子'} />
      <DateList
        dates={dates}
        {...(onChange && { onOpen: (date: Upcoming) => onChange({ what: 'date', date }) })}
      />
      {onChange && (
        <Button
          label="加一次"
          look="quiet"
          drawing="plus"
          onTap={() => onChange({ what: 'add' })}
        />
      )}
      {onChange && (
        <Button
          label="打门口的海报"
          look="quiet"
          drawing="qr"
          onTap={() => goTo('servicePoster', { service: 'haircuts' })}
        />
      )}
      <Printing
        label="打印日子"
        sheet={{
          title: '义剪的日子',
          notes: [`${placeName}，${startsAt} 到 ${endsAt}`],
          tables: [
            {
              title: null,
              columns: ['日子', '农历', '说明'],
              rows: dates.map((date) => [
                `${monthDay(date.day)} ${weekdayOf(date.day)}`,
                date.lunar,
                [date.calledOff && '不办', date.because, warningsSaid(date)]
                  .filter(Boolean)
                  .join('；'),
              ]),
            },
          ],
        }}
      />
    </>
  )
}
