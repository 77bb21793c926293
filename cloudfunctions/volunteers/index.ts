import { volunteers } from '@/types/volunteers'
import { serve } from '../kit/serve'
import { answerSwap } from './answerSwap'
import { callOffShift } from './callOffShift'
import { checkIn } from './checkIn'
import { confirmAsLeader } from './confirmAsLeader'
import { confirmHours } from './confirmHours'
import { confirmShift } from './confirmShift'
import { confirmShiftHours } from './confirmShiftHours'
import { correctHours } from './correctHours'
import { enterHours } from './enterHours'
import { hoursOf } from './hoursOf'
import { hoursToConfirm } from './hoursToConfirm'
import { leadShift } from './leadShift'
import { listShifts } from './listShifts'
import { myHours } from './myHours'
import { offerSwap } from './offerSwap'
import { onDuty } from './onDuty'
import { posts } from './posts'
import { previewPost } from './previewPost'
import { joinTeam } from './joinTeam'
import { levels } from './levels'
import { myStanding } from './myStanding'
import { putOnShift } from './putOnShift'
import { recordTraining } from './recordTraining'
import { refuseHours } from './refuseHours'
import { savePost } from './savePost'
import { saveShift } from './saveShift'
import { setLeader } from './setLeader'
import { myPoints } from './myPoints'
import { pointRules } from './pointRules'
import { savePointRule } from './savePointRule'
import { shiftCode } from './shiftCode'
import { register } from './register'
import { removeTraining } from './removeTraining'
import { resign } from './resign'
import { revealContact } from './revealContact'
import { saveLevels } from './saveLevels'
import { saveTeam } from './saveTeam'
import { shiftRoster } from './shiftRoster'
import { shiftsForStaff } from './shiftsForStaff'
import { swaps } from './swaps'
import { takeOffShift } from './takeOffShift'
import { takeSwap } from './takeSwap'
import { tick } from './tick'
import { talents } from './talents'
import { teamMembers } from './teamMembers'
import { teams } from './teams'
import { withdrawFromShift } from './withdrawFromShift'
import { writeHandOver } from './writeHandOver'

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
  setLeader,
  posts,
  savePost,
  previewPost,
  offerSwap,
  takeSwap,
  swaps,
  answerSwap,
  writeHandOver,
  onDuty,
  enterHours,
  correctHours,
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
