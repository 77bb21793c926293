import { proposals as contract } from '@/types/proposals'
import { procedure } from '../kit/procedure'
import { wishShown } from './showWish'
import { wishes as store } from './store'

/** What waits for somebody, what somebody does, or what came true: newest first. */
export const wishes = procedure(contract, 'wishes', {
  load: ({ centre, input: { view, after } }) =>
    store.of(centre).page({ where: { listed: view }, by: ['at', 'desc'], after }),

  run({ loaded: { documents, next } }) {
    return Promise.resolve({ items: documents.map(wishShown), next })
  },
})
