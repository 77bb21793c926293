import { feedback } from '@/types/feedback'
import { serve } from '../kit/serve'
import { alike } from './alike'
import { answerTemplates } from './answerTemplates'
import { askBack } from './askBack'
import { byBuilding } from './byBuilding'
import { caseForStaff } from './caseForStaff'
import { cases } from './cases'
import { categories } from './categories'
import { colleagues } from './colleagues'
import { correct } from './correct'
import { flows } from './flowsForStaff'
import { handOver } from './handOver'
import { handOverSeveral } from './handOverSeveral'
import { invite } from './invite'
import { merge } from './merge'
import { mine } from './mine'
import { note } from './note'
import { refer } from './refer'
import { refuse } from './refuse'
import { release } from './release'
import { reply } from './reply'
import { saveAnswerTemplate } from './saveAnswerTemplate'
import { saveFlow } from './saveFlow'
import { settlePicture } from './settlePicture'
import { show } from './show'
import { solve } from './solve'
import { split } from './split'
import { submit } from './submit'
import { take } from './take'
import { transcribe } from './transcribe'
import { unmerge } from './unmerge'
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
  byBuilding,
  colleagues,
  alike,
  handOver,
  handOverSeveral,
  askBack,
  note,
  refer,
  reply,
  invite,
  solve,
  refuse,
  merge,
  unmerge,
  split,
  correct,
  transcribe,
  release,
  settlePicture,
  answerTemplates,
  saveAnswerTemplate,
  flows,
  saveFlow,
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
