import { feedback } from '@/types/feedback'
import { serve } from '../kit/serve'
import { answer } from './answer'
import { caseForStaff } from './caseForStaff'
import { cases } from './cases'
import { categories } from './categories'
import { comes } from './comes'
import { confirm } from './confirm'
import { edit } from './edit'
import { join } from './join'
import { leaveJoin } from './leaveJoin'
import { mine } from './mine'
import { reopen } from './reopen'
import { show } from './show'
import { similar } from './similar'
import { staffAround } from './staffAround'
import { submit } from './submit'
import { take } from './take'
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
})
