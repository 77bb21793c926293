import { View } from '@tarojs/components'
import { useState } from 'react'
import { now, today } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Empty } from '@/src/design/Empty'
import { Page } from '@/src/design/Page'
import { Tabs } from '@/src/design/Tabs'
import { showToast } from '@/src/design/Toast'
import { toTop } from '@/src/platform/toTop'
import { useHomeVisits } from '@/src/queries/haircuts'
import { Printing } from '@/src/queries/Printing'
import { readAll } from '@/src/queries/readAll'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { useHolds } from '@/src/queries/residents'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { daySaid, whenSaid } from '@/src/words/time'
import type { HomeVisit } from '@/types/haircuts'
import { Plan } from './components/Plan'
import { VisitRow } from './components/VisitRow'
import './index.scss'

const views = [
  { value: 'asked' as const, label: '要安排的' },
  { value: 'planned' as const, label: '定好的' },
  { value: 'done' as const, label: '办完的' },
]

/** Nobody goes to more homes in a month. */
const mostPrinted = 100

/** Haircuts at home: who asked, when two volunteers go, and what is done. */
export default function HomeVisits() {
  const [view, setView] = useState<'asked' | 'planned' | 'done'>('asked')
  const [planning, setPlanning] = useState<HomeVisit>()
  const reading = useHomeVisits(view)
  const cached = cachedAt(reading)
  const finds = useHolds()('communityStaff', 'centreStaff')
  const plan = (visit: HomeVisit | undefined) => {
    setPlanning(visit)
    toTop()
  }
  // The sheet holds the whole list, also what was not on the screen yet.
  const readOn = async () => {
    const { read, all } = await readAll(reading, mostPrinted)
    if (!all) showToast(`只印前 ${read} 家`, 'warn')
  }
  if (planning) return <Plan visit={planning} onClose={() => plan(undefined)} />
  return (
    <Page
      wide
      title="上门理发"
      subtitle="给走不动的居民，两位志愿者一起去"
      {...(cached && { cachedAt: cached })}
      {...(finds && {
        action: (
          <Button
            label="替人申请"
            drawing="person"
            onTap={() => goTo('haircutFor', { visit: '1' })}
          />
        ),
      })}
    >
      <Tabs label="看哪些" tabs={views} value={view} onChange={setView} />
      <Reading of={reading} failed="上门理发没有打开">
        {(all) =>
          all.length === 0 ? (
            <Empty
              label={view === 'asked' ? '现在没有要安排的' : '这里还没有'}
              detail="居民、家人、网格员申请了，马上出现在这里。"
              drawing="house"
            />
          ) : (
            <>
              <View className="home-visits">
                {all.map((visit) => (
                  <VisitRow key={visit.id} visit={visit} onPlan={() => plan(visit)} />
                ))}
              </View>
              <ReadOn of={reading} />
              <Printing
                label="打印名单"
                before={readOn}
                sheet={{
                  title: '上门理发名单',
                  notes: [`${whenSaid(now(), now())} 打印`],
                  tables: [
                    {
                      title: null,
                      columns: ['日子', '姓名', '住址', '电话', '说明', '谁去', '理完'],
                      rows: all.map(({ on, person, homeName, phoneMasked, note, barbers }) => [
                        on === null ? '' : daySaid(on, today()),
                        person.name,
                        homeName ?? '没有登记',
                        phoneMasked ?? '',
                        note,
                        barbers.map(({ name }) => name).join('、'),
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
