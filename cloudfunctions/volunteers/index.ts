import { volunteers } from '@/types/volunteers'
import { serve } from '../kit/serve'
import { callOffShift } from './callOffShift'
import { confirmHours } from './confirmHours'
import { confirmShift } from './confirmShift'
import { enterHours } from './enterHours'
import { hoursOf } from './hoursOf'
import { hoursToConfirm } from './hoursToConfirm'
import { listShifts } from './listShifts'
import { myHours } from './myHours'
import { putOnShift } from './putOnShift'
import { refuseHours } from './refuseHours'
import { saveShift } from './saveShift'
import { shiftRoster } from './shiftRoster'
import { shiftsForStaff } from './shiftsForStaff'
import { takeOffShift } from './takeOffShift'
import { withdrawFromShift } from './withdrawFromShift'

export const main = serve(volunteers, {
  listShifts,
  confirmShift,
  withdrawFromShift,
  myHours,
  saveShift,
  callOffShift,
  shiftsForStaff,
  shiftRoster,
  putOnShift,
  takeOffShift,
  enterHours,
  confirmHours,
  refuseHours,
  hoursToConfirm,
  hoursOf,
})
