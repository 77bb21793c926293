import { View } from '@tarojs/components'
import { useState } from 'react'
import { today } from '@/src/api/clock'
import { Card } from '@/src/design/Card'
import { Field } from '@/src/design/Field'
import { Figure } from '@/src/design/Figure'
import { Page } from '@/src/design/Page'
import { Tabs } from '@/src/design/Tabs'
import { useStatistics } from '@/src/queries/activitiesStaff'
import { Printing } from '@/src/queries/Printing'
import { Reading } from '@/src/queries/Reading'
import { cachedAt } from '@/src/queries/when'
import { fullDay } from '@/src/words/residents'
import { periodOf, periods, type Period } from './period'
import './index.scss'

/** 场次, 人次 and 人数 of a period: what a report asks for, counted from the check-ins. */
export default function Statistics() {
  const [chosen, setChosen] = useState<Period>('thisMonth')
  const [own, setOwn] = useState(() => periodOf('thisMonth', today()))
  const period = chosen === 'own' ? own : periodOf(chosen, today())
  const whole = period.from !== '' && period.to !== '' && period.from <= period.to
  return (
    <Page wide title="活动统计">
      <Tabs label="哪一段时间" tabs={periods} value={chosen} onChange={setChosen} />
      {chosen === 'own' && (
        <View className="statistics__own">
          <Field
            label="从哪天"
            kind="date"
            value={own.from}
            onChange={(from) => setOwn({ ...own, from })}
          />
          <Field
            label="到哪天"
            kind="date"
            value={own.to}
            onChange={(to) => setOwn({ ...own, to })}
            {...(own.from !== '' &&
              own.to !== '' &&
              !whole && { error: '最后一天要在第一天之后，请再看看。' })}
          />
        </View>
      )}
      {whole && <Figures {...period} />}
    </Page>
  )
}

function Figures({ from, to }: { from: string; to: string }) {
  const reading = useStatistics({ from, to })
  const cached = cachedAt(reading)
  const said = `${fullDay(from)} 到 ${fullDay(to)}`
  return (
    <Reading of={reading} failed="统计没有打开">
      {({ sessions, checkIns, people }) => (
        <>
          <Card label={`${said}的统计`}>
            <View className="statistics__period">{said}</View>
            {cached && <View>网络不好，这是{cached}的数字</View>}
            <View className="statistics__figures">
              <Figure label="场次" value={`${sessions} 场`} reason="有人签到的活动场数" />
              <Figure label="人次" value={`${checkIns} 人次`} reason="签到一共多少次" />
              <Figure label="人数" value={`${people} 人`} reason="来过的人，重复来的算一个" />
            </View>
          </Card>
          <View className="statistics__note">数字都是从签到里数出来的，只算您负责的这一片。</View>
          <Printing
            label="打印"
            sheet={{
              title: '活动统计',
              notes: [said],
              tables: [
                {
                  title: null,
                  columns: ['场次', '人次', '人数'],
                  rows: [[`${sessions}`, `${checkIns}`, `${people}`]],
                },
              ],
            }}
          />
        </>
      )}
    </Reading>
  )
}
