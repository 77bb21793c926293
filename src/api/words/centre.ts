import type { Words } from '../words'

export const centre: Words = {
  UnknownCentre: '没有找到这个中心。请重新扫一下中心的码，或者从列表里选一个。',
  TemplateTwice: '同一件事只能用一个模板来通知。请去掉重复的那个，再保存。',
  WrongSetupCode: '开通码不对。请向负责部署的技术人员要，注意大小写。',
  CentreExists: '这个代号已经有中心在用了。请换一个代号。',
  TooManyFiles: '一天里传的文件太多了。请先发布填好的，明天再传别的。',
  TooManyTries: '今天试的次数太多了。请明天再试，或者找技术人员。',
}
