import { errands } from '@/types/errands'
import { serve } from '../kit/serve'
import { accept } from './accept'
import { ask } from './ask'
import { cancel } from './cancel'
import { candidates } from './candidates'
import { confirm } from './confirm'
import { contact } from './contact'
import { decline } from './decline'
import { finish } from './finish'
import { kindsForStaff } from './kindsForStaff'
import { listForStaff } from './listForStaff'
import { mayHelp } from './mayHelp'
import { menu } from './menu'
import { mine } from './mine'
import { myErrands } from './myErrands'
import { open } from './open'
import { order } from './order'
import { orderer } from './orderer'
import { report } from './report'
import { saveKind } from './saveKind'
import { setOff } from './setOff'
import { settle } from './settle'
import { takeOff } from './takeOff'
import { toDo } from './toDo'

export const main = serve(errands, {
  menu,
  orderer,
  order,
  mine,
  cancel,
  confirm,
  open,
  mayHelp,
  myErrands,
  toDo,
  accept,
  decline,
  setOff,
  finish,
  listForStaff,
  candidates,
  ask,
  contact,
  takeOff,
  report,
  settle,
  kindsForStaff,
  saveKind,
})
