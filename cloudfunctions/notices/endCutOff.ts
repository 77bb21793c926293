import { mostTries } from '@/domain/notices/channel'
import { command } from '../kit/cloud'
import type { JobRun } from '../kit/jobs'
import { outbox } from './store'

/** A run lives 20 s, so a message on its way for ten minutes was cut off. */
const cutOffMs = 10 * 60_000

/**
 * Messages whose sending was cut off may have arrived: they are not sent again. They stand in the program, where every
 * notice stands anyway, and somebody calls where that is not enough.
 */
export const endCutOff = async ({ centre, at }: JobRun) => {
  const handled = await outbox
    .of(centre)
    .changeAll(
      { state: 'sending', notBefore: command.lte(at - cutOffMs) },
      { state: 'pending', tries: mostTries },
    )
  return { handled, cursor: null }
}
