import { placeOf } from '@/domain/residents/places'
import { honours as contract } from '@/types/honours'
import { repeat } from '../kit/attempts'
import { found } from '../kit/failure'
import { anywhere, procedure } from '../kit/procedure'
import { personNow } from '../residents/store'
import { noteForStaff } from './notes'
import { thanksNotes } from './store'

/** Whoever writes what the wall says of somebody also takes lines off it. */
export const takeThanksDown = procedure(contract, 'takeThanksDown', {
  load: async ({ centre, input }) => {
    const note = found(await thanksNotes.of(centre).get(input.thanks))
    return { note, thanked: await personNow(centre, note.to) }
  },
  place: ({ loaded: { thanked } }) => (thanked && placeOf(thanked.facts)) ?? anywhere,
  concerns: ({ loaded }) => loaded.note.to,

  async run({ centre, loaded: { note } }) {
    await repeat(() =>
      thanksNotes.of(centre).change(note._id, { wall: null, onWall: false }, { onWall: true }),
    )
    return noteForStaff(note)
  },
})
