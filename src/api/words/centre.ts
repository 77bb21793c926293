import type { Words } from '../words'

export const centre: Words = {
  UnknownCentre: '没有找到这个中心。请重新扫一下中心的码，或者从列表里选一个。',
}
