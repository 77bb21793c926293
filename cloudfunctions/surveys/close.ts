import { surveys as contract } from '@/types/surveys'
import { withKey } from '@/domain/shared/step'
import { again, decide } from '../kit/attempts'
import { command } from '../kit/cloud'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { wholeOf } from './show'
import { surveys } from './store'

/** Ends it now. What was taken at doors before this moment still counts when it arrives. */
export const close = procedure(contract, 'close', {
  load: ({ centre, input }) => surveys.of(centre).get(input.survey).then(found),
  place: ({ loaded: { path } }) => path,

  async run({ centre, loaded, input: { key }, at }) {
    const store = surveys.of(centre)
    const { _id } = loaded
    await decide(async () => {
      const before = found(await store.get(_id))
      if (before.stage === 'closed') return
      if (before.closes === null) return fail('NotPublished')
      const closed = { stage: 'closed', closedAt: Math.min(at, before.closes), shown: false }
      const change = { ...closed, due: null, round: null, at, keys: withKey(before.keys, key) }
      const { stage, version } = before
      const taken = await store.change(_id, { ...change, seq: command.inc(1) }, { stage, version })
      return taken ? undefined : again
    })
    return wholeOf(found(await store.get(_id)), at)
  },
})
