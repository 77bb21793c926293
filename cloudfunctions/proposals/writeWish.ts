import { begun } from '@/domain/proposals/record'
import { mostOpenWishes, mostWritten, runningStates, standing } from '@/domain/proposals/wish'
import { proposals as contract } from '@/types/proposals'
import { dayOf } from '@/types/shared/day'
import { command } from '../kit/cloud'
import { fail } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { actsAsStaff, idsOf } from '../kit/subject'
import { mayGuess } from '../residents/guesses'
import { nodes } from '../residents/store'
import { checkedOrHeld } from './checked'
import { beginWish } from './follow'
import { takePictures } from './pictures'
import { myWish } from './showWish'
import { wishes, wishId, type WishDoc } from './store'

/** A wish waits for staff, who give it the words that others read. */
export const writeWish = procedure(contract, 'writeWish', {
  load: ({ centre, openid, input }) => wishes.of(centre).get(wishId(centre, openid, input.key)),

  async run({ centre, openid, caller, subject, loaded, input, at }) {
    const { key, words, category, forWhom, photos, showName, showPhone } = input
    const looking = { caller, subject }
    const _id = wishId(centre, openid, key)
    if (loaded) return myWish(await beginWish(loaded, at), looking)
    const store = wishes.of(centre)
    const [open, community] = await Promise.all([
      store.count({ person: command.in(idsOf(subject)), state: command.in(runningStates) }),
      nodes.of(centre).get(subject.path[1] ?? subject.path[0] ?? '', { name: true }),
    ])
    if (open >= mostOpenWishes) return fail('TooManyOpen', { most: mostOpenWishes })
    const checked = await checkedOrHeld(openid, [words])
    if (!(await mayGuess(centre, `wish:${subject.id}`, key, dayOf(at), mostWritten)))
      return fail('TooManyToday', { most: mostWritten })
    const files = await takePictures({ centre, person: caller.person.id, at }, _id, photos)
    const self = subject.id === caller.person.id
    const wish = {
      ...{ _id, centre, v: 1 },
      ...begun({ key, at, by: caller.person.id }, [
        { to: 'staff', event: 'proposalCare', note: '有居民写了心愿，请看一看' },
      ]),
      ...standing({ state: 'waiting', hidden: false, todo: 'read' }),
      ...{ person: subject.id, personName: subject.name, household: subject.household },
      ...{ path: subject.path, communityName: community?.name ?? '' },
      by: caller.person.id,
      byName: self ? null : caller.person.name,
      byStaff: actsAsStaff(caller, subject),
      ...{ words, category, forWhom, photos: files, checked, showName, showPhone },
      asking: files.length > 0 ? { openid, files } : null,
      ...{ public: null, claim: null, claimer: null, until: null, note: null, notePhotos: [] },
      ...{ unused: [], lookAt: null, photosHeld: false, reminded: false },
      ...{ doneAt: null, thanks: null, reason: null, proposal: null, at },
    } as WishDoc
    return myWish(await beginWish(wish, at), looking)
  },
})
