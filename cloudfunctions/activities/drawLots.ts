import { mayDraw } from '@/domain/activities/draw'
import { activities } from '@/types/activities'
import { fail, found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { complete } from './complete'
import { drawNow } from './draw'
import { wholeSeating } from './store'

/** Draws now what the job would draw within minutes of its time; everybody is told. */
export const drawLots = procedure(activities, 'drawLots', {
  load: ({ centre, input }) => wholeSeating(centre, input.activity),
  place: ({ loaded }) => found(loaded).path,

  async run({ centre, loaded, input, at }) {
    const place = found(loaded)
    const refusal = place.draw?.by === input.key ? null : mayDraw(place, at)
    if (refusal) fail(refusal.code, refusal.data)
    const { claims, seed } = await drawNow(centre, input.activity, at, input.key)
    await complete(centre, input.activity, at)
    const lots = Object.values(claims).filter(({ pool }) => pool === 'open')
    return {
      drawn: lots.filter(({ state }) => state === 'in').length,
      waiting: lots.filter(({ state }) => state === 'waiting').length,
      seed,
    }
  },
})
