import { volunteers } from '@/types/volunteers'
import { serve } from '../kit/serve'
import { callOffShift } from './callOffShift'
import { checkIn } from './checkIn'
import { confirmAsLeader } from './confirmAsLeader'
import { confirmHours } from './confirmHours'
import { confirmShift } from './confirmShift'
import { confirmShiftHours } from './confirmShiftHours'
import { enterHours } from './enterHours'
import { hoursOf } from './hoursOf'
import { hoursToConfirm } from './hoursToConfirm'
import { leadShift } from './leadShift'
import { listShifts } from './listShifts'
import { myHours } from './myHours'
import { myPoints } from './myPoints'
import { pointRules } from './pointRules'
import { putOnShift } from './putOnShift'
import { refuseHours } from './refuseHours'
import { savePointRule } from './savePointRule'
import { saveShift } from './saveShift'
import { shiftCode } from './shiftCode'
import { shiftRoster } from './shiftRoster'
import { shiftsForStaff } from './shiftsForStaff'
import { takeOffShift } from './takeOffShift'
import { tick } from './tick'
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
  shiftCode,
  checkIn,
  tick,
  leadShift,
  confirmAsLeader,
  confirmShiftHours,
  myPoints,
  pointRules,
  savePointRule,
})
