import { surveys as contract } from '@/types/surveys'
import { found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { surveys } from './store'
import { wholeOf } from './show'

export const draft = procedure(contract, 'draft', {
  load: ({ centre, input }) => surveys.of(centre).get(input.survey).then(found),
  place: ({ loaded: { path } }) => path,
  run: ({ loaded, at }) => Promise.resolve(wholeOf(loaded, at)),
})
