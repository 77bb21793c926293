import type { Skill } from '@/types/shared/skills'

/** What somebody can do, as one says it. */
export const skillNames: Readonly<Record<Skill, string>> = {
  haircut: '理发',
  appliances: '修家电',
  plumbing: '修水管、换灯',
  cleaning: '打扫',
  escort: '陪着看病',
  reading: '读信、写信',
  cooking: '做饭',
  delivery: '送餐、送东西',
  phone: '教用手机',
  teaching: '辅导功课',
  music: '唱歌、跳舞、乐器',
  medical: '量血压、护理',
  law: '法律咨询',
  counselling: '谈心、调解',
  driving: '开车',
  order: '巡逻、维持秩序',
  children: '带孩子',
  photography: '拍照',
}

/** All of them, in the order people read them. */
export const everySkill = Object.keys(skillNames) as Skill[]
