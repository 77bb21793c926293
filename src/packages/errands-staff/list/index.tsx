import { View } from '@tarojs/components'
import { useState } from 'react'
import { now, today } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Empty } from '@/src/design/Empty'
import { Page } from '@/src/design/Page'
import { Row } from '@/src/design/Row'
import { spoken } from '@/src/design/spoken'
import { Tabs } from '@/src/design/Tabs'
import { Tag } from '@/src/design/Tag'
import { showToast } from '@/src/design/Toast'
import { Remind } from '@/src/pages/centre/components/Remind'
import { useStaffErrands, type ErrandView } from '@/src/queries/errandsStaff'
import { Printing } from '@/src/queries/Printing'
import { readAll } from '@/src/queries/readAll'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { useHolds } from '@/src/queries/residents'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { errandSaid, errandWhenSaid, troubleSaid } from '@/src/words/errands'
import { whenSaid } from '@/src/words/time'
import type { ErrandForStaff } from '@/types/errands'
import './index.scss'

const views: ReadonlyArray<{ value: ErrandView; label: string }> = [
  { value: 'trouble', label: '要处理的' },
  { value: 'open', label: '在找人的' },
  { value: 'coming', label: '定好的' },
  { value: 'over', label: '办完的' },
]

const empty: Readonly<Record<ErrandView, string>> = {
  trouble: '现在没有要处理的',
  open: '现在没有在找人的',
  coming: '现在没有定好的',
  over: '还没有办完的',
}

/** Nobody works from a longer sheet. */
const mostPrinted = 100

/** Errands of my nodes: what needs me first. */
export default function StaffErrands() {
  const [view, setView] = useState<ErrandView>('trouble')
  const reading = useStaffErrands(view)
  const cached = cachedAt(reading)
  const holds = useHolds()
  const orders = holds('gridWorker', 'communityStaff', 'centreStaff')
  const edits = holds('communityStaff', 'centreStaff')
  // The sheet holds the whole list, also what was not on the screen yet.
  const readOn = async () => {
    const { read, all } = await readAll(reading, mostPrinted)
    if (!all) showToast(`只印前 ${read} 项`, 'warn')
  }
  return (
    <Page
      wide
      title="邻里帮忙"
      subtitle="居民点的、志愿者接的"
      {...(cached && { cachedAt: cached })}
      {...(orders && {
        action: <Button label="替人请帮忙" drawing="person" onTap={() => goTo('errandFor')} />,
      })}
    >
      <Tabs label="看哪些" tabs={views} value={view} onChange={setView} />
      <Reading of={reading} failed="没有打开">
        {(errands) =>
          errands.length === 0 && !reading.hasNextPage ? (
            <Empty
              label={empty[view]}
              detail="居民点了、志愿者接了，马上出现在这里。"
              drawing="hand"
            />
          ) : (
            <>
              <View
                className="staff-errands"
                {...spoken({
                  role: 'group',
                  label: views.find(({ value }) => value === view)?.label ?? '',
                })}
              >
                {errands.map((errand) => (
                  <ErrandRow key={errand.id} errand={errand} />
                ))}
              </View>
              <ReadOn of={reading} />
              <Printing label="打印名单" before={readOn} sheet={sheetOf(errands)} />
            </>
          )
        }
      </Reading>
      <Remind after="errandCare" />
      {edits && (
        <Row
          label="服务菜单"
          detail="能点什么、谁能点、几个人去"
          drawing="book"
          colour="gold"
          onTap={() => goTo('errandKinds')}
        />
      )}
    </Page>
  )
}

function ErrandRow({ errand }: { errand: ErrandForStaff }) {
  const { id, kind, person, homeName, state, trouble, helpers, needed } = errand
  const stands =
    trouble === null
      ? errandSaid(state)
      : { label: troubleSaid[trouble].label, tone: 'brick' as const, drawing: 'warn' as const }
  const names = helpers.map(({ name }) => name).join('、')
  return (
    <Row
      label={`${kind.name} · ${person.name}`}
      detail={[
        errandWhenSaid(errand, today()),
        homeName ?? '住址没有登记',
        names === '' ? `要 ${needed} 人` : `${names}（要 ${needed} 人）`,
      ].join(' · ')}
      drawing="hand"
      colour={trouble === null ? 'pine' : 'brick'}
      saying={stands.label}
      onTap={() => goTo('staffErrand', { errand: id })}
    >
      <Tag {...stands} />
    </Row>
  )
}

const sheetOf = (errands: readonly ErrandForStaff[]) => ({
  title: '邻里帮忙名单',
  notes: [`${whenSaid(now(), now())} 打印`],
  tables: [
    {
      title: null,
      columns: ['日子', '什么事', '姓名', '住址', '电话', '说明', '谁去', '办好'],
      rows: errands.map(({ kind, person, homeName, phoneMasked, what, helpers, ...when }) => [
        errandWhenSaid(when, today()),
        kind.name,
        person.name,
        homeName ?? '没有登记',
        phoneMasked ?? '',
        what,
        helpers.map(({ name }) => name).join('、'),
        '',
      ]),
    },
  ],
})
