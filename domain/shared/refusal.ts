import type { ErrorData } from '@/types/shared/envelope'

/** Why a rule says no: a named error of the contract, and the facts its words need. */
export interface Refusal {
  readonly code: string
  readonly data?: ErrorData
}
