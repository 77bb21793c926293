import { feedback } from '@/types/feedback'
import { serve } from '../kit/serve'
import { answer } from './answer'
import { board } from './board'
import { boardDraft } from './boardDraft'
import { caseForStaff } from './caseForStaff'
import { cases } from './cases'
import { categories } from './categories'
import { comes } from './comes'
import { complain } from './complain'
import { complaints } from './complaints'
import { confirm } from './confirm'
import { dashboard } from './dashboard'
import { edit } from './edit'
import { handSealedOver } from './handSealedOver'
import { join } from './join'
import { leaveJoin } from './leaveJoin'
import { mediatorsFor } from './mediatorsFor'
import { mine } from './mine'
import { openIdentity } from './openIdentity'
import { publish } from './publish'
import { reopen } from './reopen'
import { sealedCase } from './sealedCase'
import { sealedCases } from './sealedCases'
import { sealedStep } from './sealedStep'
import { settleComplaint } from './settleComplaint'
import { show } from './show'
import { similar } from './similar'
import { solveSealed } from './solveSealed'
import { staffAround } from './staffAround'
import { submit } from './submit'
import { take } from './take'
import { takeSealed } from './takeSealed'
import { unpublish } from './unpublish'
import { withdraw } from './withdraw'

export const main = serve(feedback, {
  categories,
  submit,
  staffAround,
  similar,
  join,
  leaveJoin,
  mine,
  show,
  edit,
  answer,
  withdraw,
  comes,
  confirm,
  reopen,
  cases,
  caseForStaff,
  take,
  board,
  boardDraft,
  complain,
  complaints,
  dashboard,
  handSealedOver,
  mediatorsFor,
  openIdentity,
  publish,
  sealedCase,
  sealedCases,
  sealedStep,
  settleComplaint,
  solveSealed,
  takeSealed,
  unpublish,
})
