import { feedback } from '@/types/feedback'
import { serve } from '../kit/serve'
import { alike } from './alike'
import { answer } from './answer'
import { answerTemplates } from './answerTemplates'
import { askBack } from './askBack'
import { board } from './board'
import { boardDraft } from './boardDraft'
import { byBuilding } from './byBuilding'
import { caseForStaff } from './caseForStaff'
import { cases } from './cases'
import { categories } from './categories'
import { colleagues } from './colleagues'
import { comes } from './comes'
import { complain } from './complain'
import { complaint } from './complaint'
import { complaints } from './complaints'
import { confirm } from './confirm'
import { correct } from './correct'
import { dashboard } from './dashboard'
import { edit } from './edit'
import { flows } from './flowsForStaff'
import { handOver } from './handOver'
import { handOverSeveral } from './handOverSeveral'
import { handSealedOver } from './handSealedOver'
import { invite } from './invite'
import { join } from './join'
import { leaveJoin } from './leaveJoin'
import { mediatorsFor } from './mediatorsFor'
import { merge } from './merge'
import { mine } from './mine'
import { note } from './note'
import { openIdentity } from './openIdentity'
import { publish } from './publish'
import { rang } from './rang'
import { refer } from './refer'
import { refuse } from './refuse'
import { release } from './release'
import { reopen } from './reopen'
import { reply } from './reply'
import { saveAnswerTemplate } from './saveAnswerTemplate'
import { saveFlow } from './saveFlow'
import { sealedCase } from './sealedCase'
import { sealedCases } from './sealedCases'
import { sealedStep } from './sealedStep'
import { settleComplaint } from './settleComplaint'
import { settlePicture } from './settlePicture'
import { show } from './show'
import { similar } from './similar'
import { solve } from './solve'
import { rangSealed } from './rangSealed'
import { solveSealed } from './solveSealed'
import { split } from './split'
import { staffAround } from './staffAround'
import { submit } from './submit'
import { take } from './take'
import { takeSealed } from './takeSealed'
import { transcribe } from './transcribe'
import { transcribeSealed } from './transcribeSealed'
import { unmerge } from './unmerge'
import { unpublish } from './unpublish'
import { withdraw } from './withdraw'

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
  rang,
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
  complaint,
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
  rangSealed,
  takeSealed,
  transcribeSealed,
  unpublish,
  staffAround,
  similar,
  join,
  leaveJoin,
  edit,
  answer,
  withdraw,
  comes,
  confirm,
  reopen,
})
