import { wordsOf } from '@/src/api/words'
import type { ErrorData } from '@/types/shared/envelope'

/** Why a scanned card did not count, said to staff, who can do something about it at once. */
export const refusedCardSaid = (code: string, data?: ErrorData): string =>
  code === 'NotSignedUp'
    ? '他没有报名，或者还在排队。还有位子的话，点“替人报名”当场报。'
    : wordsOf('activities', code, data)
