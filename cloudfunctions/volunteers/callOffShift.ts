import { volunteers } from '@/types/volunteers'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { complete } from './complete'
import { callOff } from './service'
import { wholeShift } from './store'

/** Called off at once for everybody who looks; who is on it is told. */
export const callOffShift = procedure(volunteers, 'callOffShift', {
  load: ({ centre, input }) => wholeShift(centre, input.shift),
  place: ({ loaded }) => found(loaded).path,

  async run({ centre, loaded, input: { shift, key, because }, at }) {
    if (at >= found(loaded).endsAt) return fail('ShiftOver')
    await callOff(centre, shift, because, key)
    await complete(centre, shift, at)
    return { told: found(await wholeShift(centre, shift)).people.length }
  },
})
