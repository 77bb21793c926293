import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { now } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Choice } from '@/src/design/Choice'
import { Empty } from '@/src/design/Empty'
import { Page } from '@/src/design/Page'
import { Row } from '@/src/design/Row'
import { spoken } from '@/src/design/spoken'
import { Tabs } from '@/src/design/Tabs'
import { Tag } from '@/src/design/Tag'
import { showToast } from '@/src/design/Toast'
import { useStaffCases, type CasesAsked } from '@/src/queries/feedbackStaff'
import { Printing } from '@/src/queries/Printing'
import { readAll } from '@/src/queries/readAll'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { useHolds } from '@/src/queries/residents'
import { cachedAt } from '@/src/queries/when'
import { goTo } from '@/src/routes'
import { caseSaid, levelNames } from '@/src/words/feedback'
import { whenSaid } from '@/src/words/time'
import type { ListedCase } from '@/types/feedback'
import { askedBy, Filters, filterSaid, type Filter } from './components/Filters'
import { GiveSeveral } from './components/GiveSeveral'
import './index.scss'

type View = CasesAsked['view']

const views: ReadonlyArray<{ value: View; label: string; empty: string }> = [
  { value: 'mine', label: '我的', empty: '现在没有归您办的' },
  { value: 'free', label: '没人接的', empty: '现在没有没人接的' },
  { value: 'late', label: '过期的', empty: '现在没有过期的' },
  { value: 'held', label: '先要看一看的', empty: '现在没有要先看一看的' },
  { value: 'active', label: '都在办的', empty: '现在没有在办的' },
  { value: 'solved', label: '等居民确认', empty: '现在没有等居民确认的' },
  { value: 'toRing', label: '要打电话的', empty: '现在没有要打电话的' },
  { value: 'ended', label: '办完的', empty: '还没有办完的' },
]

/** Nobody works from a longer sheet. */
const mostPrinted = 100

/** What residents said, the next deadline first. */
export default function CasesToDo() {
  const { node, name } = useRouter().params
  const [view, setView] = useState<View>(node === undefined ? 'mine' : 'active')
  const [filter, setFilter] = useState<Filter>(
    node === undefined ? {} : { place: { id: node, name: name ?? '这个地方' } },
  )
  const [picked, setPicked] = useState<readonly string[] | null>(null)
  const reading = useStaffCases({ view, ...askedBy(filter) })
  const cached = cachedAt(reading)
  const leads = useHolds()('communityStaff', 'centreStaff')
  // What WeChat could not judge, those decide on who lead.
  const tabs = views.filter(({ value }) => leads || value !== 'held')
  const { label, empty } = views.find(({ value }) => value === view) ?? views[0]!
  const said = filterSaid(filter)
  // What is not on the screen any more is not given away with what is.
  const look = (change: () => void) => {
    change()
    setPicked((chosen) => chosen && [])
  }
  // The sheet holds the whole list, also what was not on the screen yet.
  const readOn = async () => {
    const { read, all } = await readAll(reading, mostPrinted)
    if (!all) showToast(`只印前 ${read} 件`, 'warn')
  }
  return (
    <Page
      wide
      title="居民反映的事"
      subtitle="先到期的在前面"
      {...(cached && { cachedAt: cached })}
      action={
        picked === null ? (
          <Button label="记一个来电" drawing="phone" onTap={() => goTo('caseByPhone')} />
        ) : (
          <GiveSeveral cases={picked} onDone={() => setPicked(null)} />
        )
      }
    >
      <Tabs
        label="看哪些"
        tabs={tabs}
        value={view}
        onChange={(next) => look(() => setView(next))}
      />
      <Filters filter={filter} onChange={(next) => look(() => setFilter(next))} />
      {leads && picked === null && (
        <Button label="一次转交几件" look="quiet" drawing="person" onTap={() => setPicked([])} />
      )}
      <Reading of={reading} failed="没有打开">
        {(cases) =>
          cases.length === 0 && !reading.hasNextPage ? (
            <NothingHere
              empty={empty}
              view={label}
              filter={filter}
              onClear={() => look(() => setFilter({}))}
            />
          ) : (
            <>
              {picked === null ? (
                <View className="cases-to-do" {...spoken({ role: 'group', label })}>
                  {cases.map((one) => (
                    <CaseRow key={one.id} one={one} />
                  ))}
                </View>
              ) : (
                <Choice
                  many
                  label="转交哪几件"
                  hint="一次最多 20 件"
                  options={cases.map((one) => ({
                    value: one.id,
                    label: `${one.place} · ${one.category}`,
                    detail: [one.number, dueSaid(one), one.ownerName].filter(Boolean).join(' · '),
                    off: picked.length >= mostGiven && !picked.includes(one.id),
                  }))}
                  value={picked}
                  onChange={setPicked}
                />
              )}
              <ReadOn of={reading} />
              <Printing
                label="打印名单"
                before={readOn}
                sheet={sheetOf([label, said].filter(Boolean).join(' · '), cases)}
              />
            </>
          )
        }
      </Reading>
    </Page>
  )
}

const mostGiven = 20

type NothingHereProps = { empty: string; view: string; filter: Filter; onClear: () => void }

/** Nothing of the view, or nothing of it that fits what is looked for: then which that is, and the way back to all. */
function NothingHere({ empty, view, filter, onClear }: NothingHereProps) {
  const said = filterSaid(filter)
  if (said === '')
    return (
      <Empty label={empty} detail="居民说了，或者到了期限，马上出现在这里。" drawing="bubble" />
    )
  return (
    <Empty
      label={filter.number === undefined ? `“${view}”里没有这样的` : '没有找到这个编号'}
      detail={`现在只看：${said}`}
      drawing="bubble"
    >
      <Button label="清除筛选" look="secondary" onTap={onClear} />
    </Empty>
  )
}

const dueSaid = ({ due, late }: ListedCase): string =>
  due === null ? '' : `${late ? '已经过了 ' : ''}${whenSaid(due, now())}${late ? '' : ' 前办'}`

function CaseRow({ one }: { one: ListedCase }) {
  const stands = caseSaid(one.state)
  return (
    <Row
      label={`${one.place || '地点没有写'} · ${one.category || '还没有分类'}`}
      detail={[
        one.number,
        dueSaid(one),
        one.ownerName ?? '没有人接',
        one.joined > 0 ? `另有 ${one.joined} 人也遇到了` : '',
      ]
        .filter(Boolean)
        .join(' · ')}
      drawing="bubble"
      colour={one.late ? 'brick' : 'pine'}
      saying={[stands.label, levelNames[one.level], one.late ? '过期了' : '']
        .filter(Boolean)
        .join('，')}
      onTap={() => goTo('staffCase', { case: one.id })}
    >
      <Tag {...stands} />
      <Tag label={levelNames[one.level]} />
      {one.late && <Tag label="过期了" tone="brick" drawing="warn" />}
    </Row>
  )
}

const sheetOf = (title: string, cases: readonly ListedCase[]) => ({
  title: `居民反映的事 · ${title}`,
  notes: [`${whenSaid(now(), now())} 打印`],
  tables: [
    {
      title: null,
      columns: ['编号', '地点', '类别', '到哪一步', '哪一级', '谁在办', '期限', '办好'],
      rows: cases.map((one) => [
        one.number ?? '',
        one.place,
        one.category,
        caseSaid(one.state).label,
        levelNames[one.level],
        one.ownerName ?? '',
        dueSaid(one),
        '',
      ]),
    },
  ],
})
