import { useState } from 'react'
import { now } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Choice } from '@/src/design/Choice'
import { Empty } from '@/src/design/Empty'
import { Row, Rows } from '@/src/design/Row'
import { Tabs } from '@/src/design/Tabs'
import { Tag } from '@/src/design/Tag'
import { showToast } from '@/src/design/Toast'
import { Printing } from '@/src/queries/Printing'
import { useStaffWishes, type StaffWishView } from '@/src/queries/proposalsStaff'
import { readAll } from '@/src/queries/readAll'
import { Reading } from '@/src/queries/Reading'
import { ReadOn } from '@/src/queries/ReadOn'
import { goTo } from '@/src/routes'
import { categoryNames, forNames, todoSaid, wishSaid } from '@/src/words/proposals'
import { whenSaid } from '@/src/words/time'
import { voiceCategories, type VoiceCategory, type WishForStaff } from '@/types/proposals'

const views: ReadonlyArray<{ value: StaffWishView; label: string }> = [
  { value: 'todo', label: '要处理的' },
  { value: 'open', label: '等认领的' },
  { value: 'claimed', label: '认领了的' },
  { value: 'done', label: '等确认的' },
  { value: 'confirmed', label: '实现了的' },
]

const categories: ReadonlyArray<{ value: VoiceCategory | 'all'; label: string }> = [
  { value: 'all', label: '所有的' },
  ...voiceCategories.map((value) => ({ value, label: categoryNames[value] })),
]

/** Nobody works from a longer sheet. */
const mostPrinted = 100

/** Wishes of my nodes: what needs me first, or one state, or one category. */
export function Wishes({ decides }: { decides: boolean }) {
  const [view, setView] = useState<StaffWishView>('todo')
  const [category, setCategory] = useState<VoiceCategory | 'all'>('all')
  const reading = useStaffWishes(view, category === 'all' ? undefined : category)
  const readOn = async () => {
    const { read, all } = await readAll(reading, mostPrinted)
    if (!all) showToast(`只印前 ${read} 个`, 'warn')
  }
  return (
    <>
      <Tabs label="看哪些心愿" tabs={views} value={view} onChange={setView} />
      <Choice label="哪一类心愿" options={categories} value={category} onChange={setCategory} />
      <Reading of={reading} failed="心愿没有打开">
        {(wishes) =>
          wishes.length === 0 && !reading.hasNextPage ? (
            <Empty label="这里现在没有心愿" detail="居民写了，马上出现在这里。" drawing="heart" />
          ) : (
            <>
              <Rows label="心愿">
                {wishes.map((wish) => (
                  <WishRow key={wish.id} wish={wish} />
                ))}
              </Rows>
              <ReadOn of={reading} />
              {decides && view === 'open' && wishes.length > 1 && (
                <Button
                  label="把几个合成提案"
                  look="secondary"
                  drawing="bubble"
                  onTap={() => goTo('mergeWishes')}
                />
              )}
              <Printing label="打印心愿" before={readOn} sheet={sheetOf(wishes)} />
            </>
          )
        }
      </Reading>
    </>
  )
}

function WishRow({ wish }: { wish: WishForStaff }) {
  const { id, todo, state, original, person, communityName, category, at } = wish
  const stands =
    todo === null
      ? wishSaid(state)
      : { label: todoSaid[todo].label, tone: 'brick' as const, drawing: 'warn' as const }
  return (
    <Row
      label={wish.public?.title ?? original.slice(0, 20)}
      detail={[person.name, communityName, categoryNames[category], whenSaid(at, now())].join(
        ' · ',
      )}
      drawing="heart"
      colour={todo === null ? 'pine' : 'brick'}
      saying={stands.label}
      onTap={() => goTo('staffWish', { wish: id })}
    >
      <Tag {...stands} />
    </Row>
  )
}

const sheetOf = (wishes: readonly WishForStaff[]) => ({
  title: '微心愿名单',
  notes: [`${whenSaid(now(), now())} 打印`],
  tables: [
    {
      title: null,
      columns: ['日子', '心愿', '谁许的', '给谁', '社区', '到哪一步', '谁认领', '办好'],
      rows: wishes.map((wish) => [
        whenSaid(wish.at, now()),
        wish.public?.title ?? wish.original,
        wish.person.name,
        forNames[wish.forWhom],
        wish.communityName,
        wishSaid(wish.state).label,
        wish.claimedBy ? (wish.claimedBy.unit ?? wish.claimedBy.name) : '',
        '',
      ]),
    },
  ],
})
