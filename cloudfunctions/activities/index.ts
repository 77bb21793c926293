import { activities } from '@/types/activities'
import { serve } from '../kit/serve'
import { cancel } from './cancel'
import { certify } from './certify'
import { checkIn } from './checkIn'
import { checkInByCard } from './checkInByCard'
import { checkInCode } from './checkInCode'
import { completion } from './completion'
import { confirmCheckIn } from './confirmCheckIn'
import { countHeads } from './countHeads'
import { drawLots } from './drawLots'
import { edit } from './edit'
import { get } from './get'
import { getDraft } from './getDraft'
import { list } from './list'
import { listForStaff } from './listForStaff'
import { mine } from './mine'
import { participants } from './participants'
import { poster } from './poster'
import { promote } from './promote'
import { publish } from './publish'
import { roster } from './roster'
import { signUp } from './signUp'
import { statistics } from './statistics'
import { tick } from './tick'
import { tickAll } from './tickAll'
import { withdraw } from './withdraw'

export const main = serve(activities, {
  list,
  get,
  signUp,
  cancel,
  mine,
  participants,
  checkIn,
  publish,
  edit,
  getDraft,
  withdraw,
  drawLots,
  listForStaff,
  roster,
  promote,
  checkInCode,
  checkInByCard,
  tick,
  tickAll,
  confirmCheckIn,
  countHeads,
  completion,
  certify,
  poster,
  statistics,
})
