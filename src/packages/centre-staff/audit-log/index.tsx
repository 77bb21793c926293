import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { today } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { DayStrip } from '@/src/design/DayStrip'
import { Empty } from '@/src/design/Empty'
import { Field } from '@/src/design/Field'
import { Heading } from '@/src/design/Heading'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Tabs } from '@/src/design/Tabs'
import { showToast } from '@/src/design/Toast'
import { PersonPicker } from '@/src/packages/residents-staff/components/PersonPicker'
import { useAuditLog, type AuditEntry } from '@/src/queries/centre'
import { Printing } from '@/src/queries/Printing'
import { readAll } from '@/src/queries/readAll'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { cachedAt } from '@/src/queries/when'
import { fullDay } from '@/src/words/residents'
import { clockSaid, daySaid } from '@/src/words/time'
import { addDays, dayOf, type Day } from '@/types/shared/day'
import { entrySaid } from './acts'
import { Entry } from './components/Entry'
import './index.scss'

const ways = [
  { value: 'day' as const, label: '按日子看' },
  { value: 'person' as const, label: '按人看' },
]
const week = [0, 1, 2, 3, 4, 5, 6]

/** Who did what to whom in a staff role: of a day, or all that concerned one person. */
export default function AuditLog() {
  const { person: asked } = useRouter().params
  const [way, setWay] = useState<'day' | 'person'>(asked === undefined ? 'day' : 'person')
  const [day, setDay] = useState<Day>(today)
  const [person, setPerson] = useState<{ id: string; name: string } | undefined>(
    asked === undefined ? undefined : { id: asked, name: '' },
  )
  return (
    <Page wide title="操作记录" subtitle="谁用工作人员的身份，替谁办了什么">
      <Tabs label="怎么看" tabs={ways} value={way} onChange={setWay} />
      {way === 'day' ? (
        <>
          <DayStrip
            label="哪一天"
            days={week.map((back) => addDays(today(), -back)).reverse()}
            today={today()}
            value={day}
            onChange={setDay}
          />
          <View className="audit-log__day">
            <Field
              label="更早的一天"
              kind="date"
              optional
              value={day}
              onChange={(typed) => typed && setDay(typed)}
            />
          </View>
          <Entries key={day} on={day} title={fullDay(day)} />
        </>
      ) : person === undefined ? (
        <PersonPicker label="看谁的记录" onPick={({ id, name }) => setPerson({ id, name })} />
      ) : (
        <>
          <Button label="换一个人" look="quiet" onTap={() => setPerson(undefined)} />
          <Entries key={person.id} person={person.id} title={person.name} />
        </>
      )}
    </Page>
  )
}

/** What fits on some fifteen sheets; a busy day at a centre has a third of it. */
const mostPrinted = 500

type EntriesProps = { title: string } & ({ on: Day } | { person: string })

/** Entries under the day they are of, newest first. */
function Entries({ title, ...filter }: EntriesProps) {
  const reading = useAuditLog(filter)
  const cached = cachedAt(reading)
  // The sheet holds the whole day, also what was not on the screen yet, and says when there is more than fits.
  const readOn = async () => {
    const { read, all } = await readAll(reading, mostPrinted)
    if (!all) showToast(`只印最新的 ${read} 条，更早的没有印`, 'warn')
  }
  return (
    <>
      {cached && <Notice kind="warn" label={`网络不好，这是${cached}的记录`} />}
      <Reading of={reading} failed="记录没有打开">
        {(entries) => {
          const days = [...new Set(entries.map(({ at }) => dayOf(at)))]
          if (entries.length === 0)
            return (
              <Empty
                label="没有记录"
                detail="这一天没有人用工作人员的身份办过事。"
                drawing="book"
              />
            )
          return (
            <>
              <Printing
                label={`打印${title}的记录`}
                look="secondary"
                before={readOn}
                sheet={{
                  title: `操作记录 ${title}`,
                  notes: [
                    reading.hasNextPage
                      ? `最新的 ${entries.length} 条，更早的没有印`
                      : `一共 ${entries.length} 条`,
                  ],
                  tables: [{ title: null, columns: [...columns], rows: entries.map(printed) }],
                }}
              />
              {days.map((day) => (
                <View className="audit-log__entries" key={day}>
                  <Heading label={daySaid(day, today())} />
                  {entries
                    .filter(({ at }) => dayOf(at) === day)
                    .map((entry) => (
                      <Entry key={entry.id} entry={entry} />
                    ))}
                </View>
              ))}
              <ReadOn of={reading} />
            </>
          )
        }}
      </Reading>
    </>
  )
}

const columns = ['时间', '谁办的', '办了什么', '替谁'] as const

const printed = (entry: AuditEntry): string[] => [
  `${fullDay(dayOf(entry.at))} ${clockSaid(entry.at)}`,
  entry.actor,
  entrySaid(entry),
  entry.subject ?? '',
]
