import type { PostDraft } from '@/types/volunteers'
import type { Day } from '@/types/shared/day'
import type { Phones } from './index'

interface Place {
  today: Day
  community: string
  newKey: () => string
  /** Two neighbours who take turns in the hall. */
  neighbours: readonly [string, string]
  /** The grid worker, who would like to hand a place on. */
  worker: string
}

/** Posts that are filled every day, with somebody on duty today, and a place that its holder would like to hand on. */
export const makePosts = async (
  as: Phones,
  { today, community, newKey, neighbours, worker }: Place,
): Promise<void> => {
  const staff = as('demo-staff')
  const every = {
    node: community,
    from: today,
    until: null,
    carries: null,
    skills: [],
    insurance: '志愿者意外险，街道统一投保（演示）',
    holidays: 'skip' as const,
    skipped: [],
  }
  const save = async (draft: PostDraft): Promise<string> =>
    (await staff('volunteers', 'savePost', { key: newKey(), rev: 0, draft })).post.id
  const hall = await save({
    ...every,
    kind: 'hall',
    title: '一楼大厅值班',
    placeName: '党群服务中心一楼（演示）',
    recurrence: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU',
    startsAt: '08:00',
    endsAt: '20:00',
    needed: 2,
    approveSwaps: true,
    phone: '0371-5550101',
    bring: '红马甲在前台领',
    holidays: 'keep',
  })
  const crossing = await save({
    ...every,
    kind: 'schoolGate',
    title: '早上护学岗',
    placeName: '小学东门路口（演示）',
    recurrence: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
    startsAt: '07:30',
    endsAt: '08:10',
    needed: 3,
    approveSwaps: false,
    phone: null,
    bring: '小红帽、哨子，穿平底鞋',
  })
  await save({
    ...every,
    kind: 'patrol',
    title: '傍晚巡逻',
    placeName: 'A 区南门集合（演示）',
    recurrence: 'FREQ=WEEKLY;BYDAY=TU,SA',
    startsAt: '18:30',
    endsAt: '19:30',
    needed: 4,
    skills: ['order', 'driving'],
    approveSwaps: false,
    phone: null,
    bring: '手电筒',
  })

  const { items } = await staff('volunteers', 'shiftsForStaff', { from: today })
  const of = (post: string) => items.filter((shift) => shift.post === post)
  for (const [n, shift] of of(hall).slice(0, 2).entries())
    await staff('volunteers', 'putOnShift', {
      key: newKey(),
      shift: shift.id,
      person: neighbours[n] ?? neighbours[0],
    })
  const [next] = of(crossing)
  if (!next) return
  await staff('volunteers', 'putOnShift', { key: newKey(), shift: next.id, person: worker })
  await as('demo-grid')('volunteers', 'offerSwap', { key: newKey(), shift: next.id, offer: true })
}
