import { feedback } from '@/types/feedback'
import { serve } from '../kit/serve'
import { caseForStaff } from './caseForStaff'
import { cases } from './cases'
import { categories } from './categories'
import { mine } from './mine'
import { show } from './show'
import { submit } from './submit'
import { take } from './take'
import { board } from './board'
import { boardDraft } from './boardDraft'
import { complain } from './complain'
import { complaints } from './complaints'
import { dashboard } from './dashboard'
import { handSealedOver } from './handSealedOver'
import { mediatorsFor } from './mediatorsFor'
import { openIdentity } from './openIdentity'
import { publish } from './publish'
import { sealedCase } from './sealedCase'
import { sealedCases } from './sealedCases'
import { sealedStep } from './sealedStep'
import { settleComplaint } from './settleComplaint'
import { solveSealed } from './solveSealed'
import { takeSealed } from './takeSealed'
import { unpublish } from './unpublish'

export const main = serve(feedback, {
  categories,
  submit,
  mine,
  show,
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
