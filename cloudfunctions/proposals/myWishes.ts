import { proposals as contract } from '@/types/proposals'
import { procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { familyOf, wishShown } from './showWish'
import { wishes } from './store'

/** What my family wished or claimed, or one person, newest first. */
export const myWishes = procedure(contract, 'myWishes', {
  async run({ centre, caller, subject, input: { forResident, view, after } }) {
    const ids = forResident === undefined ? familyOf(caller) : idsOf(subject)
    const { documents, next } = await wishes.of(centre).page({
      where: ids.map((id) => (view === 'written' ? { person: id } : { claimer: id })),
      by: ['at', 'desc'],
      after,
    })
    return { items: documents.map(wishShown), next }
  },
})
