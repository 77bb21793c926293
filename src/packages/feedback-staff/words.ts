import type { CaseAct, CaseLevel, Deadline, Flow, ShownPhoto } from '@/types/feedback'
import type { DrawingName } from '@/src/design/Drawing'

/** What an act is called on its button, and on the page that asks for it. */
export const actNames: Readonly<Record<CaseAct, { label: string; drawing: DrawingName }>> = {
  take: { label: '我来办', drawing: 'hand' },
  solve: { label: '办好了', drawing: 'check' },
  rang: { label: '打电话告诉来电的人', drawing: 'phone' },
  reply: { label: '记下部门的答复', drawing: 'pen' },
  release: { label: '看一看能不能办', drawing: 'check' },
  note: { label: '记一笔', drawing: 'pen' },
  askBack: { label: '问一问居民', drawing: 'bubble' },
  invite: { label: '请居民到现场看', drawing: 'pin' },
  handOver: { label: '转给同事', drawing: 'person' },
  rise: { label: '交给上一级', drawing: 'next' },
  giveBack: { label: '退回下一级', drawing: 'next' },
  refer: { label: '转给外面的部门', drawing: 'house' },
  merge: { label: '和一样的事并起来', drawing: 'plus' },
  unmerge: { label: '并错了，分开', drawing: 'close' },
  split: { label: '分成几件事办', drawing: 'scissors' },
  correct: { label: '改类别或地点', drawing: 'pen' },
  transcribe: { label: '把语音写成文字', drawing: 'speaker' },
  refuse: { label: '不归我们管', drawing: 'close' },
  settlePicture: { label: '看照片', drawing: 'camera' },
}

/** Why a sound message cannot be heard. */
export const unheardSaid: Readonly<Record<ShownPhoto['state'], string>> = {
  waiting: '有一段录音，正在检查。',
  held: '有一段录音，等社区的同事听一听。',
  refused: '有一段录音，没有通过检查。',
  passed: '有一段录音，没有打开。',
}

/** What comes first is what the state asks for; the others wait behind one button. */
const mainActs: readonly CaseAct[] = [
  'release',
  'take',
  'reply',
  'solve',
  'rang',
  'unmerge',
  'note',
]

export const mainAct = (may: readonly CaseAct[]): CaseAct | undefined =>
  mainActs.find((act) => may.includes(act))

export const deadlineSaid = (within: Deadline | null): string =>
  within === null
    ? '不经过'
    : 'hours' in within
      ? `${within.hours} 小时`
      : `${within.workingDays} 个工作日`

const inner: ReadonlyArray<readonly [Exclude<CaseLevel, 'outside'>, string]> = [
  ['grid', '网格员'],
  ['community', '社区'],
  ['street', '街道'],
]

/** 网格员 2 个工作日 → 社区 5 个工作日 → 交警大队 30 个工作日 */
export const flowSaid = (flow: Flow): string =>
  [
    ...inner
      .filter(([level]) => flow[level] !== null)
      .map(([level, name]) => `${name} ${deadlineSaid(flow[level])}`),
    ...(flow.department === null ? [] : [`${flow.department} ${deadlineSaid(flow.outside)}`]),
  ].join(' → ')
