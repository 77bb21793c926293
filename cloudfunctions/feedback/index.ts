import { feedback } from '@/types/feedback'
import { serve } from '../kit/serve'
import { caseForStaff } from './caseForStaff'
import { cases } from './cases'
import { categories } from './categories'
import { mine } from './mine'
import { show } from './show'
import { submit } from './submit'
import { take } from './take'

export const main = serve(feedback, {
  categories,
  submit,
  mine,
  show,
  cases,
  caseForStaff,
  take,
})
