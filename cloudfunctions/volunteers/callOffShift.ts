import { volunteers } from '@/types/volunteers'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { complete } from './complete'
import { callOff } from './service'
import { wholeShift } from './store'

/** Called off, or over, at once for everybody who looks; who is on it is told. One that a service made ends with that service. */
export const callOffShift = procedure(volunteers, 'callOffShift', {
  load: ({ centre, input }) => wholeShift(centre, input.shift),
  place: ({ loaded }) => found(loaded).path,

  async run({ centre, loaded, input: { shift, key, because }, at }) {
    const { endsAt, madeBy, edits } = found(loaded)
    if (at >= endsAt && !edits.includes(key)) return fail('ShiftOver')
    if (madeBy === null) return fail('FollowsItsService')
    await callOff(centre, shift, because, key)
    await complete(centre, shift, at)
    return { told: found(await wholeShift(centre, shift)).people.length }
  },
})
