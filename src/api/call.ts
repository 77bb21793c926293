import type { activities } from '@/types/activities'
import type { canteen } from '@/types/canteen'
import type { centre } from '@/types/centre'
import type { errands } from '@/types/errands'
import type { feedback } from '@/types/feedback'
import type { haircuts } from '@/types/haircuts'
import type { honours } from '@/types/honours'
import type { notices } from '@/types/notices'
import type { projects } from '@/types/projects'
import type { proposals } from '@/types/proposals'
import type { residents } from '@/types/residents'
import type { shop } from '@/types/shop'
import type { surveys } from '@/types/surveys'
import type { volunteers } from '@/types/volunteers'
import type { votes } from '@/types/votes'
import type { Input, Output, Procedure } from '@/types/shared/contract'
import {
  contractVersion,
  everyCentre,
  type Envelope,
  type ErrorData,
} from '@/types/shared/envelope'
import { currentCentre } from './centre'
import { learnTime } from './clock'
import { send } from './transport'

/** Only types: no schema reaches the phone unless a form uses it. */
export interface Contracts {
  activities: (typeof activities)['procedures']
  canteen: (typeof canteen)['procedures']
  centre: (typeof centre)['procedures']
  errands: (typeof errands)['procedures']
  feedback: (typeof feedback)['procedures']
  haircuts: (typeof haircuts)['procedures']
  honours: (typeof honours)['procedures']
  notices: (typeof notices)['procedures']
  projects: (typeof projects)['procedures']
  proposals: (typeof proposals)['procedures']
  residents: (typeof residents)['procedures']
  shop: (typeof shop)['procedures']
  surveys: (typeof surveys)['procedures']
  volunteers: (typeof volunteers)['procedures']
  votes: (typeof votes)['procedures']
}

/** An answer the person can act on; `words.ts` turns it into Chinese. */
export class CallError extends Error {
  constructor(
    readonly module: keyof Contracts,
    readonly code: string,
    readonly data?: ErrorData,
    readonly procedure?: string,
  ) {
    super(code)
    this.name = 'CallError'
  }

  /** The act may not have happened: the same key may be sent again. */
  get passing(): boolean {
    return this.code === 'Offline' || this.code === 'TryAgain'
  }
}

type ProcedureOf<
  M extends keyof Contracts,
  P extends keyof Contracts[M],
> = Contracts[M][P] extends Procedure ? Contracts[M][P] : never

export type InputOf<M extends keyof Contracts, P extends keyof Contracts[M]> = Input<
  ProcedureOf<M, P>
>
export type OutputOf<M extends keyof Contracts, P extends keyof Contracts[M]> = Output<
  ProcedureOf<M, P>
>

/**
 * Calls one procedure of the centre in use. Rejects with `CallError`; `Offline` when no answer came. `display` is the
 * token of a screen on the wall, which is nobody's phone.
 */
export const call = async <M extends keyof Contracts, P extends keyof Contracts[M] & string>(
  module: M,
  procedure: P,
  input: InputOf<M, P>,
  inCentre: string | null = currentCentre(),
  display?: string,
): Promise<OutputOf<M, P>> => {
  const envelope = await send(module, {
    procedure,
    centre: inCentre ?? everyCentre,
    input,
    v: contractVersion,
    ...(display !== undefined && { display }),
  }).catch((): Envelope | null => null)
  if (!envelope || typeof envelope.ok !== 'boolean') throw new CallError(module, 'Offline')
  learnTime(envelope.at)
  if (!envelope.ok) throw new CallError(module, envelope.error.code, envelope.error.data, procedure)
  return envelope.value as OutputOf<M, P>
}
