import { projects } from '@/types/projects'
import { serve } from '../kit/serve'
import { colleagues } from './colleagues'
import { end } from './end'
import { exportStatement } from './exportStatement'
import { get } from './get'
import { getForStaff } from './getForStaff'
import { ledger } from './ledger'
import { letPhoto } from './letPhoto'
import { list } from './list'
import { listForStaff } from './listForStaff'
import { recordDonation } from './recordDonation'
import { recordExpense } from './recordExpense'
import { removeMilestone } from './removeMilestone'
import { report } from './report'
import { reverse } from './reverse'
import { save } from './save'
import { saveMilestone } from './saveMilestone'
import { startFund } from './startFund'
import { statement } from './statement'

export const main = serve(projects, {
  list,
  get,
  statement,
  listForStaff,
  getForStaff,
  colleagues,
  save,
  saveMilestone,
  removeMilestone,
  report,
  letPhoto,
  end,
  startFund,
  recordDonation,
  recordExpense,
  reverse,
  ledger,
  exportStatement,
})
