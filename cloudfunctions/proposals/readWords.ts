import { decideWords } from '@/domain/proposals/wish'
import { proposals as contract } from '@/types/proposals'
import { found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { changeWish } from './follow'
import { wishForStaff } from './showWish'
import { wishes } from './store'

/** Staff read thanks, or a note that WeChat could not check, before anybody else does. */
export const readWords = procedure(contract, 'readWords', {
  load: ({ centre, input }) => wishes.of(centre).get(input.wish),
  place: ({ loaded }) => found(loaded).path,
  concerns: ({ loaded }) => found(loaded).person,

  async run({ caller, loaded, input: { key, which, words, publish }, at }) {
    const by = caller.person.id
    return wishForStaff(
      await changeWish(
        found(loaded),
        (now) => decideWords(now, { key, at, by, which, words, publish }),
        at,
      ),
    )
  },
})
