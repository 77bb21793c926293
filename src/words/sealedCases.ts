import type { MediatorStep, SealedContentShown } from '@/types/shared/sealedCases'

/** What a mediator did, as they choose it. */
export const mediatorSteps: Readonly<Record<MediatorStep, { label: string; detail: string }>> = {
  intake: { label: '登记', detail: '问清楚是什么事、跟谁有关' },
  visit: { label: '走访', detail: '上门看了、问了' },
  talk: { label: '谈话', detail: '请两边坐下来谈' },
  agreement: { label: '签协议', detail: '写成纸，双方签字，拍照留存' },
  followUp: { label: '回访', detail: '过几天再看看，有没有照办' },
}

const others: Readonly<Record<string, string>> = {
  received: '居民反映',
  edited: '居民补充',
  corrected: '改了类别或地点',
  answered: '居民回答',
  transcribed: '听写了录音',
  taken: '调解员接了',
  handedOver: '换了调解员',
  rose: '过了期限，告诉了上面',
  solved: '调解员说办好了',
  confirmed: '居民说解决了',
  lapsed: '十四天没有回音，算办完',
  reopened: '居民说没有解决',
  withdrawn: '居民撤回了',
  opened: '街道看了是谁反映的',
  noted: '记了一笔',
}

/** A line of the time line, in words. */
export const sealedStepSaid = (kind: string): string =>
  (mediatorSteps as Readonly<Record<string, { label: string }>>)[kind]?.label ??
  others[kind] ??
  '有变化'

const states: Readonly<Record<string, string>> = {
  // Its reader mediates in it: also one that was not solved and came back.
  open: '正在办',
  taken: '正在办',
  solved: '等居民确认',
}

export const sealedStateSaid = ({ state }: Pick<SealedContentShown, 'state'>): string =>
  states[state] ?? '办完了'
