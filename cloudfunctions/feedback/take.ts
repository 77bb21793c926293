import { decideTake } from '@/domain/feedback/case'
import { feedback } from '@/types/feedback'
import { procedure } from '../kit/procedure'
import { forStaffOf } from './shown'
import { forWork, worked } from './staffCase'
import { cases } from './store'
import { memberOf } from './titles'

export const take = procedure(feedback, 'take', {
  load: ({ centre, input }) => cases.of(centre).get(input.case),
  place: ({ loaded }) => loaded?.path ?? [],

  async run({ caller, loaded, input: { key, rev }, at }) {
    const known = forWork(loaded, caller)
    const by = memberOf(caller, known.path, at)
    return forStaffOf(await worked(known, at, (now) => decideTake(now, by, { key, rev, at })), at)
  },
})
