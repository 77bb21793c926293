import type { CaseLevel, CaseState, ShownPhoto, ShownStep, StepKind } from '@/types/feedback'
import type { Said } from './activities'

/** How a case stands, for everybody who reads of it. */
export const caseSaid = (state: CaseState): Said => {
  switch (state) {
    case 'received':
      return { label: '收到了', tone: 'gold', drawing: 'clock' }
    case 'held':
      return { label: '工作人员先看一看', tone: 'gold', drawing: 'clock' }
    case 'open':
      return { label: '等着处理', tone: 'gold', drawing: 'clock' }
    case 'taken':
      return { label: '处理中', tone: 'blue', drawing: 'hand' }
    case 'askedBack':
      return { label: '等居民回答', tone: 'brick', drawing: 'bubble' }
    case 'referred':
      return { label: '转给外单位了', tone: 'blue', drawing: 'clock' }
    case 'invited':
      return { label: '请到现场看看', tone: 'brick', drawing: 'pin' }
    case 'solved':
      return { label: '办好了，等居民确认', tone: 'brick', drawing: 'check' }
    case 'confirmed':
      return { label: '居民说办好了', tone: 'pine', drawing: 'check' }
    case 'lapsed':
      return { label: '办好了，没有回音', tone: 'plain', drawing: 'check' }
    case 'merged':
      return { label: '并到一起办了', tone: 'plain', drawing: 'info' }
    case 'split':
      return { label: '分成几件办了', tone: 'plain', drawing: 'info' }
    case 'withdrawn':
      return { label: '撤回了', tone: 'plain', drawing: 'close' }
    case 'refused':
      return { label: '这里办不了', tone: 'plain', drawing: 'close' }
  }
}

/** Who answers at a level. */
export const levelNames: Readonly<Record<CaseLevel, string>> = {
  grid: '网格员',
  community: '社区',
  street: '街道',
  outside: '外单位',
}

/** What happened in a step, after who did it: 网格员 赵* 接下了这件事. */
export const stepSaid: Readonly<Record<StepKind, string>> = {
  received: '收到了，记成一件事',
  edited: '补充了情况',
  corrected: '改了类别或地点',
  joined: '也遇到了',
  taken: '接下了这件事',
  handedOver: '转给了别的同事',
  askedBack: '想问一问',
  answered: '回答了',
  rose: '过了期限，升到上一级',
  referred: '转给了外单位',
  replied: '记下了外单位的答复',
  noted: '说了新情况',
  invited: '请到现场看一看',
  comes: '说了来不来看',
  solved: '说办好了',
  confirmed: '确认办好了',
  rated: '也说办好了',
  reopened: '说没有办好，升到上一级重新办',
  merged: '和另一件一样的事并到一起办',
  split: '分成了几件事办',
  withdrawn: '撤回了',
  refused: '说这里办不了',
  lapsed: '十四天没有回音，这件事先收起来',
  givenBack: '交回了下一级',
  resumed: '问的话没有等到回答，接着办',
  late: '过了期限还没有办好，街道知道了',
  transcribed: '听写了录音',
  unmerged: '分开来单独办',
  released: '看过了，可以办',
  intake: '听您说了情况',
  visit: '上门看了',
  talk: '请两边谈了',
  agreement: '帮着写下了协议',
  followUp: '回头问了一次',
  opened: '街道按规定查看了是谁反映的',
}

/** 网格员 赵* · 接下了这件事; who sent it is 您 to themselves and 反映的人 to others. */
export const stepLine = ({ kind, who }: ShownStep, sender: string): string => {
  const bySender: readonly StepKind[] = [
    'edited',
    'answered',
    'comes',
    'confirmed',
    'rated',
    'reopened',
    'withdrawn',
  ]
  const name = who || (bySender.includes(kind) ? sender : '')
  return [name, stepSaid[kind]].filter(Boolean).join(' ')
}

/** Why a picture is not seen, or not by others yet; empty for one that passed. */
export const photoSaid: Readonly<Record<ShownPhoto['state'], string>> = {
  waiting: '正在检查，通过了别人才看得到',
  held: '等工作人员看一看，通过了别人才看得到',
  refused: '没有通过检查，别人看不到',
  passed: '',
}

/** What stars say of how it was done. */
export const ratingNames: Readonly<Record<1 | 2 | 3 | 4 | 5, string>> = {
  5: '很满意',
  4: '满意',
  3: '一般',
  2: '不太满意',
  1: '很不满意',
}

/** 很满意，修得快 */
export const caseRatingSaid = ({ stars, words }: { stars: number; words: string }): string => {
  const said = Object.entries(ratingNames).find(([value]) => Number(value) === stars)?.[1] ?? ''
  return [said, words].filter(Boolean).join('，')
}
