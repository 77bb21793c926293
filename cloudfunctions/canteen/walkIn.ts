import type { Guest } from '@/domain/canteen/ordering'
import { found } from '../kit/failure'
import { personNow } from '../residents/store'
import { guestOf } from './subject'

/** Who stands at the counter: somebody on record, or nobody in particular, who pays the full price. */
export const walkIn = async (centre: string, person: string | undefined): Promise<Guest | null> =>
  person === undefined ? null : guestOf(found(await personNow(centre, person)).facts)
