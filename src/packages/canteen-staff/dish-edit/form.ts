import type { CallError } from '@/src/api/call'
import { wordsFor } from '@/src/api/words'
import { wrongField } from '@/src/api/wrongField'
import type { Allergen, DietMark, Dish, DishDraft } from '@/types/canteen'
import { yuan } from '@/types/shared/fen'
import type { Picture } from '../components/Photo'
import { fenOf } from '../money'

/** A dish as it is typed; the price in yuan. */
export interface Form {
  name: string
  price: string
  discountable: boolean
  photo: Picture | null
  marks: readonly DietMark[]
  allergens: readonly Allergen[]
  retired: boolean
}

export const emptyForm: Form = {
  name: '',
  price: '',
  discountable: true,
  photo: null,
  marks: [],
  allergens: [],
  retired: false,
}

export const formOf = (dish: Dish): Form => ({
  name: dish.name,
  price: yuan(dish.price),
  discountable: dish.discountable,
  photo: dish.photoFile === null ? null : { file: dish.photoFile, shown: dish.photo ?? '' },
  marks: dish.marks,
  allergens: dish.allergens,
  retired: dish.retired,
})

/** A draft from a form with nothing missing. */
export const draftOf = (form: Form): DishDraft => ({
  name: form.name.trim(),
  price: fenOf(form.price) ?? 0,
  marks: [...form.marks],
  allergens: [...form.allergens],
  photo: form.photo?.file ?? null,
  discountable: form.discountable,
})

/** What is wrong: field of the form → what to do about it. */
export type Wrong = Partial<Record<keyof DishDraft, string>>

const first: ReadonlySet<string> = new Set(['name', 'price', 'discountable', 'photo'])

/** Whether something is wrong on the first of the two pages. */
export const atFirst = (wrong: Wrong): boolean => Object.keys(wrong).some((name) => first.has(name))

export const missing = (form: Form): Wrong => {
  const wrong: Wrong = {}
  if (!form.name.trim()) wrong.name = '请写菜名'
  if (!fenOf(form.price)) wrong.price = '请写一份多少元，比如 12.5'
  return wrong
}

const fileErrors: ReadonlySet<string> = new Set([
  'FileMissing',
  'NotYourFile',
  'WrongFileType',
  'FileTooLarge',
])

/** The field the server's refusal is about, with what to do; null when it is about none. */
export const refusedAt = (error: CallError): Wrong | null => {
  const words = wordsFor(error)
  if (fileErrors.has(error.code)) return { photo: words }
  switch (error.code) {
    case 'InvalidInput': {
      const [, name = ''] = (wrongField(error) ?? '').split('.')
      return name === 'price' ? { price: '一份最少 0.01 元，最多 10000 元' } : { name: words }
    }
    case 'TextRefused':
      return { name: words }
    case 'NoHalalLicence':
      return { marks: words }
    default:
      return null
  }
}
