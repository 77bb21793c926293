import { View } from '@tarojs/components'
import { useState } from 'react'
import { now, today } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Empty } from '@/src/design/Empty'
import { Page } from '@/src/design/Page'
import { Row } from '@/src/design/Row'
import { Tabs } from '@/src/design/Tabs'
import { Tag } from '@/src/design/Tag'
import { showToast } from '@/src/design/Toast'
import { Printing } from '@/src/queries/Printing'
import { readAll } from '@/src/queries/readAll'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { useStaffShifts } from '@/src/queries/volunteers'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { whenSaid } from '@/src/words/time'
import { shiftKinds, shiftSaid, shiftWhenSaid } from '@/src/words/volunteers'
import { addDays } from '@/types/shared/day'
import './index.scss'

const views = [
  { value: 'coming' as const, label: '今天起' },
  { value: 'month' as const, label: '最近 30 天的' },
]

/** How far back hours are still written down from a shift. */
const daysBack = 30

/** Ten sheets of paper. */
const mostPrinted = 300

/** Shifts of my nodes: who is missing where, and the way to each roster. */
export default function StaffShifts() {
  const [view, setView] = useState<'coming' | 'month'>('coming')
  const reading = useStaffShifts(view === 'coming' ? today() : addDays(today(), -daysBack))
  const cached = cachedAt(reading)
  // The sheet holds the whole list, also what was not on the screen yet.
  const readOn = async () => {
    const { read, all } = await readAll(reading, mostPrinted)
    if (!all) showToast(`只印前 ${read} 班`, 'warn')
  }
  return (
    <Page
      wide
      title="志愿者的班"
      {...(cached && { cachedAt: cached })}
      action={<Button label="安排一班" drawing="plus" onTap={() => goTo('shiftEdit')} />}
    >
      <Tabs label="看哪些" tabs={views} value={view} onChange={setView} />
      <Reading of={reading} failed="班没有打开">
        {(all) =>
          all.length === 0 ? (
            <Empty
              label="还没有班"
              detail="义剪的班会自动出现。要人手，点下面安排一班，志愿者马上看得到。"
              drawing="heart"
            />
          ) : (
            <>
              <View className="staff-shifts">
                {all.map((shift) => (
                  <Row
                    key={shift.id}
                    label={shift.title}
                    detail={`${shiftWhenSaid(shift, now())}，${shift.placeName}`}
                    drawing={shiftKinds[shift.kind].drawing}
                    colour="pine"
                    saying={shiftSaid(shift).label}
                    onTap={() => goTo('shiftRoster', { shift: shift.id })}
                  >
                    <Tag {...shiftSaid(shift)} />
                    <Tag label={`${shift.confirmed} / ${shift.needed} 人`} />
                  </Row>
                ))}
              </View>
              <ReadOn of={reading} />
              <Printing
                label="打印"
                before={readOn}
                sheet={{
                  title: '志愿者的班',
                  notes: [`${whenSaid(now(), now())} 打印`],
                  tables: [
                    {
                      title: null,
                      columns: ['时间', '做什么', '在哪里', '要几人', '已有'],
                      rows: all.map((shift) => [
                        shiftWhenSaid(shift, now()),
                        `${shift.title}${shift.state === 'calledOff' ? '（取消了）' : ''}`,
                        shift.placeName,
                        String(shift.needed),
                        String(shift.confirmed),
                      ]),
                    },
                  ],
                }}
              />
            </>
          )
        }
      </Reading>
      <Button
        label="固定的岗，自动排班"
        look="quiet"
        drawing="calendar"
        onTap={() => goTo('posts')}
      />
      <Button
        label="打招志愿者的海报"
        look="quiet"
        drawing="qr"
        onTap={() => goTo('servicePoster', { service: 'shifts' })}
      />
    </Page>
  )
}
