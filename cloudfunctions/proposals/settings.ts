import { proposals as contract } from '@/types/proposals'
import { anywhere, procedure } from '../kit/procedure'
import { settingsOf } from './store'

/** What holds for the whole centre. */
export const settings = procedure(contract, 'settings', {
  load: ({ centre }) => settingsOf(centre),
  place: () => anywhere,

  run({ loaded }) {
    return Promise.resolve(loaded)
  },
})
