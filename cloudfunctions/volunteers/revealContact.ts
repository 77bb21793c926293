import { placeOf } from '@/domain/residents/places'
import { volunteers } from '@/types/volunteers'
import { found } from '../kit/failure'
import { anywhere, procedure } from '../kit/procedure'
import { personNow } from '../residents/store'
import { reveal } from './reveal'

export const revealContact = procedure(volunteers, 'revealContact', {
  load: ({ centre, input }) => personNow(centre, input.person).then(found),
  place: ({ loaded }) => placeOf(loaded.facts) ?? anywhere,

  run: ({ openid, caller, loaded, input: { key, because }, at }) =>
    reveal(loaded, { openid, key, by: caller.person.id, because, at }),
})
