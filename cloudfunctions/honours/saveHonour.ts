import { namingRefusal } from '@/domain/honours/consent'
import { placeOf } from '@/domain/residents/places'
import { honours as contract, type Honoured } from '@/types/honours'
import { dayOf } from '@/types/shared/day'
import { refuseBadWords } from '../activities/badText'
import { again, decide } from '../kit/attempts'
import { fail, found } from '../kit/failure'
import { removeFiles } from '../kit/files'
import { anywhere, procedure } from '../kit/procedure'
import { takeUploads } from '../kit/uploads'
import { personNow } from '../residents/store'
import { volunteerNow } from '../volunteers/store'
import { honouredShown } from './honoured'
import { honourEntries, honourId, type HonourDoc } from './store'

/** What the wall says of somebody. A picture that another takes the place of goes. */
export const saveHonour = procedure(contract, 'saveHonour', {
  load: ({ centre, input }) => personNow(centre, input.person).then(found),
  place: ({ loaded }) => placeOf(loaded.facts) ?? anywhere,

  async run({ centre, openid, caller, loaded: { facts }, input, at }) {
    const { key, words, show } = input
    const person = { id: facts.id, name: facts.name }
    const shown = async (entry: HonourDoc): Promise<Honoured> =>
      found((await honouredShown([{ person, entry }]))[0])
    const store = honourEntries.of(centre)
    const _id = honourId(centre, facts.id)
    const [first, volunteer] = await Promise.all([store.get(_id), volunteerNow(centre, facts)])
    if (first?.savedBy === key) return shown(first)
    const refusal = namingRefusal(facts, volunteer, dayOf(at))
    if (refusal) return fail(refusal)
    await refuseBadWords(openid, [words])
    const photo =
      input.photo === null || input.photo === first?.photo
        ? input.photo
        : ((
            await takeUploads({ centre, person: caller.person.id, at }, _id, [
              { file: input.photo, purpose: 'honourPhoto', field: 'photo' },
            ])
          ).get(input.photo) ?? null)
    const entry: HonourDoc = {
      ...{ _id, centre, v: 1, person: facts.id, path: facts.path },
      ...{ words, photo, show, savedBy: key, at },
    }
    const before = await decide(async (round) => {
      const known = round === 0 ? first : await store.get(_id)
      if (known?.savedBy === key) return known
      const saved = known
        ? await store.change(
            _id,
            { path: facts.path, words, photo, show, savedBy: key, at },
            { savedBy: known.savedBy },
          )
        : await store.insert(entry)
      return saved ? known : again
    })
    const old = before?.photo
    if (old && old !== photo) await removeFiles([old])
    return shown(entry)
  },
})
