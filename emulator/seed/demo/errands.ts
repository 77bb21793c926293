import type { ErrandKindDraft } from '@/types/errands'
import { addDays, type Day } from '@/types/shared/day'
import type { Phones } from './index'

interface Place {
  today: Day
  community: string
  newKey: () => string
  /** A volunteer whom staff ask. */
  volunteer: string
}

const plain = { whoMay: 'verified', fromAge: null, cost: '', retired: false } as const

/** What neighbours of reports 001 and 002 help with; prices and hours are invented. */
const menuAt = (node: string): ErrandKindDraft[] => [
  {
    ...plain,
    node,
    category: 'repairs',
    place: 1,
    name: '修水龙头',
    about: '换垫圈、换龙头，不改水管（演示）',
    fromAge: 60,
    skills: ['plumbing'],
    minutes: 60,
    atHome: true,
    cost: '换零件的钱自己出',
  },
  {
    ...plain,
    node,
    category: 'repairs',
    place: 2,
    name: '家电小修',
    about: '电扇、电饭锅、换灯泡（演示）',
    fromAge: 60,
    skills: ['appliances'],
    minutes: 60,
    atHome: true,
    cost: '换零件的钱自己出',
  },
  {
    ...plain,
    node,
    category: 'housework',
    place: 1,
    name: '打扫擦窗',
    about: '擦窗户、收拾屋子，不登高（演示）',
    whoMay: 'cannotLeave',
    skills: ['cleaning'],
    minutes: 90,
    atHome: true,
  },
  {
    ...plain,
    node,
    category: 'outings',
    place: 1,
    name: '陪同看病',
    about: '从楼下陪到医院，再陪回来（演示）',
    fromAge: 60,
    skills: ['escort'],
    minutes: 180,
    atHome: false,
    cost: '挂号、车费自己出',
  },
  {
    ...plain,
    node,
    category: 'papers',
    place: 2,
    name: '读信填表',
    about: '读信、填表、写几句话（演示）',
    whoMay: 'anybody',
    skills: ['reading'],
    minutes: 30,
    atHome: false,
  },
  {
    ...plain,
    node,
    category: 'papers',
    place: 1,
    name: '教用手机',
    about: '视频通话、挂号、防诈骗设置（演示）',
    whoMay: 'anybody',
    skills: ['phone'],
    minutes: 60,
    atHome: false,
  },
]

/** The menu, one thing for today that somebody accepted, and one that still looks for two. */
export const openErrands = async (
  as: Phones,
  { today, community, newKey, volunteer }: Place,
): Promise<void> => {
  const staff = as('demo-staff')
  const kinds = new Map<string, string>()
  for (const draft of menuAt(community)) {
    const { id } = await staff('errands', 'saveKind', { key: newKey(), draft })
    kinds.set(draft.name, id)
  }
  const order = async (
    openid: string,
    name: string,
    wish: { what: string; day: Day; part: 'morning' | 'afternoon' | 'evening' },
  ): Promise<string> => {
    const kind = kinds.get(name) ?? ''
    return (await as(openid)('errands', 'order', { key: newKey(), kind, ...wish })).id
  }
  const ask = (errand: string) =>
    staff('errands', 'ask', { key: newKey(), errand, person: volunteer, saidYes: false })

  const lesson = await order('demo-elder', '教用手机', {
    what: '想学和外孙视频通话',
    day: today,
    part: 'afternoon',
  })
  await ask(lesson)
  await as('demo-volunteer')('errands', 'accept', {
    key: newKey(),
    errand: lesson,
    showPhone: true,
  })
  await ask(
    await order('demo-elder', '修水龙头', {
      what: '厨房的水龙头滴水',
      day: addDays(today, 3),
      part: 'morning',
    }),
  )
}
