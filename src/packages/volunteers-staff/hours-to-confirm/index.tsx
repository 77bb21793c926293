import { View } from '@tarojs/components'
import { useState } from 'react'
import { now, today } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Empty } from '@/src/design/Empty'
import { Field } from '@/src/design/Field'
import { Figure } from '@/src/design/Figure'
import { Heading } from '@/src/design/Heading'
import { Page } from '@/src/design/Page'
import { Sheet } from '@/src/design/Sheet'
import { Tag } from '@/src/design/Tag'
import { showToast } from '@/src/design/Toast'
import { useConfirmShiftHours } from '@/src/queries/attendance'
import { Printing } from '@/src/queries/Printing'
import { readAll } from '@/src/queries/readAll'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { Submitted } from '@/src/queries/Submitted'
import { useConfirmHours, useHoursToConfirm, useRefuseHours } from '@/src/queries/volunteers'
import { cachedAt } from '@/src/queries/when'
import { enteredSaid, flags } from '@/src/words/attendance'
import { daySaid, whenSaid } from '@/src/words/time'
import { minutesSaid } from '@/src/words/volunteers'
import type { HoursEntry } from '@/types/volunteers'
import './index.scss'

/** Ten sheets of paper. */
const mostPrinted = 300

/** Hours that wait for a second person: neither who entered them nor whose they are. */
export default function HoursToConfirm() {
  const reading = useHoursToConfirm()
  const cached = cachedAt(reading)
  // The sheet holds the whole list, also what was not on the screen yet.
  const readOn = async () => {
    const { read, all } = await readAll(reading, mostPrinted)
    if (!all) showToast(`只印前 ${read} 条`, 'warn')
  }
  return (
    <Page
      wide
      title="确认时长"
      subtitle="确认过的时长才算数，要两个人：一位记，一位确认"
      {...(cached && { cachedAt: cached })}
    >
      <Reading of={reading} failed="时长没有打开">
        {(all) =>
          all.length === 0 ? (
            <Empty
              label="没有要确认的时长"
              detail="签到算出来的、同事记的时长，会出现在这里等您确认。"
              drawing="check"
            />
          ) : (
            <>
              {clearShifts(all).map((shift) => (
                <ConfirmShift key={shift.id} shift={shift} />
              ))}
              <View className="to-confirm">
                {all.map((entry) => (
                  <EntryCard key={entry.id} entry={entry} />
                ))}
              </View>
              <ReadOn of={reading} />
              <Printing
                label="打印"
                before={readOn}
                sheet={{
                  title: '等确认的时长',
                  notes: [`${whenSaid(now(), now())} 打印`],
                  tables: [
                    {
                      title: null,
                      columns: ['姓名', '日子', '时长', '做什么', '怎么记的', '确认签名'],
                      rows: all.map((entry) => [
                        entry.person.name,
                        daySaid(entry.day, today()),
                        minutesSaid(entry.minutes),
                        entry.what,
                        enteredSaid(entry),
                        '',
                      ]),
                    },
                  ],
                }}
              />
            </>
          )
        }
      </Reading>
    </Page>
  )
}

interface ClearShift {
  id: string
  what: string
  names: string[]
}

/** Shifts with several hours that I may confirm and that nothing is flagged of. */
const clearShifts = (all: readonly HoursEntry[]): ClearShift[] => {
  const byShift = new Map<string, ClearShift>()
  for (const { shift, what, person, mayConfirm, attendance } of all) {
    if (shift === null || !mayConfirm || attendance?.flags.length !== 0) continue
    const known = byShift.get(shift) ?? { id: shift, what, names: [] }
    byShift.set(shift, { ...known, names: [...known.names, person.name] })
  }
  return [...byShift.values()].filter(({ names }) => names.length > 1)
}

/** One tap for all of a shift whose times are clear; the others are looked at one by one. */
function ConfirmShift({ shift: { id, what, names } }: { shift: ClearShift }) {
  const confirm = useConfirmShiftHours()
  return (
    <Card label={`${what}，${names.length} 个人的时长都清楚`}>
      <Heading label={`${what}：${names.length} 个人的时长都清楚`} level={3} />
      <View>{names.join('、')}，都是自己签到、签走的。</View>
      <Submitted of={confirm} />
      <Button
        label={`确认这 ${names.length} 个人的`}
        fuller={`确认这 ${names.length} 个人的，${what}`}
        look="secondary"
        drawing="check"
        busy={confirm.busy || confirm.waiting}
        onTap={() =>
          confirm.submit(
            { shift: id },
            { done: ({ confirmed }) => showToast(`${confirmed} 个人的时长确认好了`) },
          )
        }
      />
    </Card>
  )
}

function EntryCard({ entry }: { entry: HoursEntry }) {
  const confirm = useConfirmHours()
  const [refusing, setRefusing] = useState(false)
  const { id, person, day, minutes, what, attendance, mayConfirm } = entry
  return (
    <Card label={`${person.name}，${minutesSaid(minutes)}，${what}`}>
      <Figure
        label={person.name}
        value={minutesSaid(minutes)}
        reason={`${daySaid(day, today())}，${what}`}
      />
      <View>{enteredSaid(entry)}</View>
      {entry.corrects !== null && <Tag label="更正以前记的" tone="blue" drawing="pen" />}
      {attendance?.flags.map((flag) => (
        <View key={flag}>
          <Tag label={flags[flag]} tone="gold" drawing="warn" />
        </View>
      ))}
      <Submitted of={confirm} />
      {mayConfirm ? (
        <View className="to-confirm__pair">
          <Button
            label="确认"
            fuller={`确认，${person.name}，${what}`}
            look="secondary"
            drawing="check"
            busy={confirm.busy || confirm.waiting}
            onTap={() =>
              confirm.submit(
                { entry: id, minutes },
                { done: () => showToast(`${person.name}的 ${minutesSaid(minutes)} 确认好了`) },
              )
            }
          />
          <Button
            label="不对"
            fuller={`不对，${person.name}，${what}`}
            look="quiet"
            onTap={() => setRefusing(true)}
          />
        </View>
      ) : (
        <View>您自己的、您记的或者您点到的，要请另一位同事确认。</View>
      )}
      {refusing && <Refuse entry={entry} onBack={() => setRefusing(false)} />}
    </Card>
  )
}

function Refuse({ entry, onBack }: { entry: HoursEntry; onBack: () => void }) {
  const refuse = useRefuseHours()
  const [because, setBecause] = useState('')
  const [missing, setMissing] = useState(false)
  const send = () => {
    setMissing(!because.trim())
    if (because.trim())
      refuse.submit({ entry: entry.id, because: because.trim() }, { done: onBack })
  }
  return (
    <Sheet
      label={`${entry.person.name}的 ${minutesSaid(entry.minutes)} 不对吗？`}
      yes={{ label: '不通过', danger: true, busy: refuse.busy, onTap: send }}
      back={refuse.waiting ? '知道了' : '返回'}
      onBack={onBack}
    >
      <View>不通过的不算数，他会收到通知，看到原因。对的时长可以重新记一条。</View>
      <Field
        label="哪里不对"
        hint="他会看到，比如：那天提前走了"
        value={because}
        onChange={setBecause}
        most={100}
        {...(missing && !because.trim() && { error: '请写一句，他会看到' })}
      />
      <Submitted of={refuse} />
    </Sheet>
  )
}
