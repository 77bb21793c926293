import { addDays, instantOf, type Day, type Instant } from '@/types/shared/day'
import type { Phones } from './index'

interface Place {
  today: Day
  /** The community whose households vote. */
  community: string
  newKey: () => string
  /** Moves the demo's clock on, and says what it is. */
  goOn: (by: number) => Instant
}

const hour = 60 * 60_000
const half = { numerator: 1, denominator: 2 }
const third = { numerator: 1, denominator: 3 }

/** One vote that was counted, one that goes on, and the project that came of the first, with its books. */
export const voteAndBuild = async (
  as: Phones,
  { today, community, newKey, goOn }: Place,
  { owner, giver }: { owner: string; giver: string },
): Promise<void> => {
  const staff = as('demo-staff')
  const begun = goOn(0)
  const { id: lamps } = await staff('votes', 'open', {
    key: newKey(),
    draft: {
      node: community,
      question: '楼道灯全部换成声控的，好不好？',
      explanation: '现在的灯坏了一半，晚上回家看不见台阶。换灯的钱，居民自筹一半，街道配一半。',
      options: [],
      from: begun,
      until: begun + 2 * hour,
      rules: { quorum: third, majority: half, moreThan: true },
    },
  })
  for (const openid of ['demo-resident', 'demo-elder', 'demo-volunteer', 'demo-grid', 'demo-admin'])
    await as(openid)('votes', 'cast', { key: newKey(), vote: lamps, choice: 0 })
  goOn(3 * hour)
  await as('demo-resident')('votes', 'get', { vote: lamps })

  const { id: trees } = await staff('votes', 'open', {
    key: newKey(),
    draft: {
      node: community,
      question: '小广场种什么树？',
      explanation: '老槐树去年冬天倒了，春天补种一棵。',
      options: ['桂花', '玉兰', '石榴'],
      from: goOn(0),
      until: instantOf(addDays(today, 6), '18:00'),
      rules: {
        quorum: third,
        majority: half,
        moreThan: true,
      },
    },
  })
  await as('demo-volunteer')('votes', 'cast', { key: newKey(), vote: trees, choice: 1 })

  const { id: project } = await staff('projects', 'save', {
    key: newKey(),
    draft: {
      node: community,
      title: '楼道换声控灯',
      words: '居民表决通过的：三栋楼的楼道灯全部换成声控的。',
      owner,
      vote: lamps,
    },
  })
  const step = async (name: string, due: Day): Promise<string> => {
    const { milestones } = await staff('projects', 'saveMilestone', {
      ...{ key: newKey(), project, name, due },
    })
    return milestones.find((one) => one.name === name)?.id ?? ''
  }
  const measured = await step('量尺寸、定灯', addDays(today, -1))
  await step('装灯', addDays(today, 10))
  await step('居民一起验收', addDays(today, 14))
  await staff('projects', 'report', {
    key: newKey(),
    ...{ project, milestone: measured, done: true, note: '一共要 36 盏', before: [], after: [] },
  })
  await staff('projects', 'startFund', {
    key: newKey(),
    project,
    rule: {
      partner: '街道公益基金',
      ...{ numerator: 1, denominator: 1, cap: 300_000, perDonation: 20_000 },
      ...{ from: addDays(today, -2), until: addDays(today, 30) },
    },
  })
  const give = (receiptNo: string, fen: number, who: object) =>
    staff('projects', 'recordDonation', {
      key: newKey(),
      ...{ project, fen, receiptNo, day: addDays(today, -1), how: 'cash', named: true },
      ...who,
    })
  await give('2026-001', 5000, { person: giver })
  await give('2026-002', 30_000, { name: '街角面包房', unit: true })
  await give('2026-003', 2000, { named: false })
  await staff('projects', 'recordExpense', {
    key: newKey(),
    ...{ project, what: '声控灯样品六盏', fen: 10_800, day: addDays(today, -1), receiptNo: 'F-21' },
  })
}
