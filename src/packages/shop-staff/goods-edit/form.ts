import type { CallError } from '@/src/api/call'
import { wordsFor } from '@/src/api/words'
import { wrongField } from '@/src/api/wrongField'
import type { Picture } from '@/src/packages/canteen-staff/components/Photo'
import { fenOf } from '@/src/packages/canteen-staff/money'
import { yuan } from '@/types/shared/fen'
import type { GoodsCategory, GoodsDraft, GoodsForStaff } from '@/types/shop'

/** Goods as they are typed; money in yuan. */
export interface Form {
  name: string
  unit: string
  about: string
  category: GoodsCategory
  photo: Picture | null
  points: string
  fen: string
  low: string
  perMonth: string
  wanted: string
  bestBefore: string
  retired: boolean
}

export const emptyForm: Form = {
  name: '',
  unit: '',
  about: '',
  category: 'food',
  photo: null,
  points: '',
  fen: '',
  low: '3',
  perMonth: '',
  wanted: '',
  bestBefore: '',
  retired: false,
}

const typed = (value: number | null): string => (value === null ? '' : String(value))

export const formOf = (goods: GoodsForStaff): Form => ({
  name: goods.name,
  unit: goods.unit,
  about: goods.about,
  category: goods.category,
  photo: goods.photoFile === null ? null : { file: goods.photoFile, shown: goods.photo ?? '' },
  points: typed(goods.points),
  fen: goods.fen === null ? '' : yuan(goods.fen),
  low: String(goods.low),
  perMonth: typed(goods.perMonth),
  wanted: typed(goods.wanted),
  bestBefore: goods.bestBefore ?? '',
  retired: goods.retired,
})

/** Nothing typed, or 0, is no number here. */
const wholeOf = (text: string): number | null => Number(text) || null

export const draftOf = (form: Form): GoodsDraft => ({
  name: form.name.trim(),
  category: form.category,
  unit: form.unit.trim(),
  about: form.about.trim(),
  photo: form.photo?.file ?? null,
  points: wholeOf(form.points),
  fen: fenOf(form.fen) || null,
  low: Number(form.low) || 0,
  perMonth: wholeOf(form.perMonth),
  wanted: wholeOf(form.wanted),
  bestBefore: form.bestBefore || null,
  retired: form.retired,
})

/** What is wrong: field of the form → what to do about it. */
export type Wrong = Partial<Record<keyof GoodsDraft, string>>

const first: ReadonlySet<string> = new Set(['name', 'unit', 'about', 'category', 'photo'])

/** Whether something is wrong on the first of the two pages. */
export const atFirst = (wrong: Wrong): boolean => Object.keys(wrong).some((name) => first.has(name))

export const missing = (form: Form): Wrong => {
  const wrong: Wrong = {}
  if (!form.name.trim()) wrong.name = '请写货名，比如：大米'
  if (!form.unit.trim()) wrong.unit = '请写单位，比如：袋'
  if (form.fen.trim() !== '' && fenOf(form.fen) === null) wrong.fen = '请写多少元，比如 12.5'
  return wrong
}

const fileErrors: ReadonlySet<string> = new Set([
  'FileMissing',
  'NotYourFile',
  'WrongFileType',
  'FileTooLarge',
])

const atMost: Wrong = {
  points: '积分是 1 到 100000 的整数',
  fen: '价钱最多 10000 元',
  low: '最多写 10000',
  perMonth: '每月最多写 100',
  wanted: '最多写 10000',
}

/** The field the server's refusal is about, with what to do; null when it is about none. */
export const refusedAt = (error: CallError): Wrong | null => {
  const words = wordsFor(error)
  if (fileErrors.has(error.code)) return { photo: words }
  if (error.code === 'TextRefused') return { name: words }
  if (error.code !== 'InvalidInput') return null
  const [, name = 'name'] = (wrongField(error) ?? '').split('.')
  return { [name]: atMost[name as keyof Wrong] ?? words }
}
