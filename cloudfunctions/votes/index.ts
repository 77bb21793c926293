import { votes } from '@/types/votes'
import { serve } from '../kit/serve'
import { answerAsOwner } from './answerAsOwner'
import { ballots } from './ballots'
import { callOff } from './callOff'
import { cast } from './cast'
import { checkPaper } from './checkPaper'
import { enterAnswer } from './enterAnswer'
import { enterPaper } from './enterPaper'
import { get } from './get'
import { linkOwner } from './linkOwner'
import { list } from './list'
import { listForStaff } from './listForStaff'
import { notVoted } from './notVoted'
import { open } from './open'
import { openCount } from './openCount'
import { ownersCount } from './ownersCount'
import { papersToCheck } from './papersToCheck'
import { preview } from './preview'
import { remind } from './remind'
import { removeOwner } from './removeOwner'
import { saveOwners } from './saveOwners'
import { startCount } from './startCount'
import { turnout } from './turnout'
import { voted } from './voted'

export const main = serve(votes, {
  list,
  voted,
  get,
  cast,
  ballots,
  answerAsOwner,
  preview,
  open,
  listForStaff,
  turnout,
  notVoted,
  enterPaper,
  papersToCheck,
  checkPaper,
  remind,
  callOff,
  openCount,
  ownersCount,
  saveOwners,
  removeOwner,
  linkOwner,
  startCount,
  enterAnswer,
})
