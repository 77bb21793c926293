import { volunteers } from '@/types/volunteers'
import { serve } from '../kit/serve'
import { callOffShift } from './callOffShift'
import { confirmHours } from './confirmHours'
import { confirmShift } from './confirmShift'
import { enterHours } from './enterHours'
import { hoursOf } from './hoursOf'
import { hoursToConfirm } from './hoursToConfirm'
import { joinTeam } from './joinTeam'
import { levels } from './levels'
import { listShifts } from './listShifts'
import { myHours } from './myHours'
import { myStanding } from './myStanding'
import { putOnShift } from './putOnShift'
import { recordTraining } from './recordTraining'
import { refuseHours } from './refuseHours'
import { register } from './register'
import { removeTraining } from './removeTraining'
import { resign } from './resign'
import { revealContact } from './revealContact'
import { saveLevels } from './saveLevels'
import { saveShift } from './saveShift'
import { saveTeam } from './saveTeam'
import { shiftRoster } from './shiftRoster'
import { shiftsForStaff } from './shiftsForStaff'
import { takeOffShift } from './takeOffShift'
import { talents } from './talents'
import { teamMembers } from './teamMembers'
import { teams } from './teams'
import { withdrawFromShift } from './withdrawFromShift'

export const main = serve(volunteers, {
  myStanding,
  register,
  resign,
  teams,
  joinTeam,
  saveTeam,
  teamMembers,
  levels,
  saveLevels,
  recordTraining,
  removeTraining,
  talents,
  revealContact,
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
