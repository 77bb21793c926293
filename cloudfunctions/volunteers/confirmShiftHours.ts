import { volunteers } from '@/types/volunteers'
import { found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { complete } from './complete'
import { confirmSeveral } from './confirmSeveral'
import { shifts } from './store'

export const confirmShiftHours = procedure(volunteers, 'confirmShiftHours', {
  load: ({ centre, input }) => shifts.of(centre).get(input.shift, { path: true }),
  place: ({ loaded }) => found(loaded).path,

  async run({ centre, caller, input: { key, shift }, at }) {
    await complete(centre, shift, at)
    return confirmSeveral(centre, caller, { shift, key, at })
  },
})
