import type { CallError } from '@/src/api/call'
import { wordsFor } from '@/src/api/words'
import { wrongField } from '@/src/api/wrongField'
import type { OperatorInfo } from '@/types/canteen'
import type { Picture } from '../components/Photo'

/** Who runs the canteen, as it is typed. */
export interface Form {
  name: string
  licence: string
  licencePhoto: Picture | null
  halal: boolean
  phone: string
  merchant: string
}

export const formOf = (operator: OperatorInfo | null, photoShown: string | null): Form => ({
  name: operator?.name ?? '',
  licence: operator?.licence ?? '',
  licencePhoto: operator?.licencePhoto
    ? { file: operator.licencePhoto, shown: photoShown ?? '' }
    : null,
  halal: operator?.halal ?? false,
  phone: operator?.phone ?? '',
  merchant: operator?.merchant ?? '',
})

export const infoOf = (form: Form): OperatorInfo => ({
  name: form.name.trim(),
  licence: form.licence.trim(),
  licencePhoto: form.licencePhoto?.file ?? null,
  halal: form.halal,
  phone: form.phone.trim() || null,
  merchant: form.merchant.trim() || null,
})

export type Wrong = Partial<Record<keyof Form, string>>

const sentences: Wrong = {
  name: '请写食堂由谁经营，最多 60 个字',
  licence: '请写许可证上的编号，最多 40 个字',
  phone: '电话只写数字，比如 0411-84000000',
  merchant: '微信商户号是 8 到 10 位数字，没有就空着',
}

export const missing = (form: Form): Wrong => ({
  ...(!form.name.trim() && { name: sentences.name }),
  ...(!form.licence.trim() && { licence: sentences.licence }),
  ...(form.phone.trim() && !/^[\d-]{5,13}$/.test(form.phone.trim()) && { phone: sentences.phone }),
  ...(form.merchant && !/^\d{8,10}$/.test(form.merchant) && { merchant: sentences.merchant }),
})

const fileErrors: ReadonlySet<string> = new Set([
  'FileMissing',
  'NotYourFile',
  'WrongFileType',
  'FileTooLarge',
])

/** The field the server's refusal is about, with what to do; null when it is about none. */
export const refusedAt = (error: CallError): Wrong | null => {
  if (fileErrors.has(error.code)) return { licencePhoto: wordsFor(error) }
  const name = wrongField(error)?.replace(/^operator\./, '') as keyof Form | undefined
  return name && sentences[name] ? { [name]: sentences[name] } : null
}
