import { namingRefusal } from '@/domain/honours/consent'
import { placeOf } from '@/domain/residents/places'
import { withKey } from '@/domain/shared/step'
import { honours as contract, type Honoured } from '@/types/honours'
import { dayOf } from '@/types/shared/day'
import { refuseBadWords } from '../media/words'
import { again, decide } from '../kit/attempts'
import { command } from '../kit/cloud'
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
    const { key, rev, words, show } = input
    const shown = async (entry: HonourDoc): Promise<Honoured> =>
      found((await honouredShown(centre, [{ facts, entry }]))[0])
    const store = honourEntries.of(centre)
    const _id = honourId(centre, facts.id)
    const [first, volunteer] = await Promise.all([store.get(_id), volunteerNow(centre, facts)])
    if (first?.keys.includes(key)) return shown(first)
    if (rev !== (first?.rev ?? 0)) return fail('ChangedMeanwhile')
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
    const said = { key, rev, path: facts.path, words, photo, show, at }
    const before = await writeEntry(centre, facts.id, first, said)
    const old = before?.photo
    if (old && old !== photo) await removeFiles([old])
    return shown(found(await store.get(_id)))
  },
})

type Said = Pick<HonourDoc, 'rev' | 'path' | 'words' | 'photo' | 'show' | 'at'> & { key: string }

/** Changes the entry `rev` names, or writes the first one: of two at once the second is told. The entry as it was. */
export const writeEntry = (
  centre: string,
  person: string,
  first: HonourDoc | null,
  { key, rev, path, ...said }: Said,
): Promise<HonourDoc | null> => {
  const store = honourEntries.of(centre)
  const _id = honourId(centre, person)
  return decide(async (round) => {
    const known = round === 0 ? first : await store.get(_id)
    // The reply to this very tap was lost.
    if (known?.keys.includes(key)) return first
    if (rev !== (known?.rev ?? 0)) return fail('ChangedMeanwhile')
    const keys = withKey(known?.keys, key)
    const next = { ...said, rev: rev + 1 }
    const saved = known
      ? await store.change(
          _id,
          { ...next, path: command.set(path), keys: command.set(keys) },
          { rev },
        )
      : await store.insert({ _id, centre, v: 1, person, path, ...next, keys })
    return saved ? known : again
  })
}
