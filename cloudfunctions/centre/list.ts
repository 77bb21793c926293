import { centre as contract } from '@/types/centre'
import { procedure } from '../kit/procedure'
import { allCentres } from './store'

export const list = procedure(contract, 'list', {
  load: () => allCentres(),

  run: async ({ loaded }) => ({ items: loaded }),
})
