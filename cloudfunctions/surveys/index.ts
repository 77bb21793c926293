import { surveys } from '@/types/surveys'
import { serve } from '../kit/serve'
import { answer } from './answer'
import { answerAtDoor } from './answerAtDoor'
import { close } from './close'
import { door } from './door'
import { doorList } from './doorList'
import { draft } from './draft'
import { exportResults } from './exportResults'
import { given } from './given'
import { list } from './list'
import { listForStaff } from './listForStaff'
import { publish } from './publish'
import { release } from './release'
import { released } from './released'
import { results } from './results'
import { saveDraft } from './saveDraft'
import { survey } from './survey'
import { texts } from './texts'
import { visit } from './visit'

export const main = serve(surveys, {
  list,
  given,
  survey,
  answer,
  released,
  listForStaff,
  draft,
  saveDraft,
  publish,
  close,
  door,
  doorList,
  answerAtDoor,
  visit,
  results,
  texts,
  release,
  exportResults,
})
