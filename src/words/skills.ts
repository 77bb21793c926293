import type { Skill } from '@/types/shared/skills'

/** What somebody can do, as it is said. */
export const skillNames: Readonly<Record<Skill, string>> = {
  haircut: '理发',
  appliances: '修家电',
  plumbing: '修水管水龙头',
  cleaning: '打扫',
  escort: '陪同看病办事',
  reading: '读信写字',
  cooking: '做饭',
  delivery: '送东西',
  phone: '教用手机',
  teaching: '辅导功课',
  music: '音乐',
  medical: '医护',
  law: '法律',
  counselling: '谈心',
  driving: '开车',
  order: '维持秩序',
  children: '带孩子',
  photography: '拍照',
}
