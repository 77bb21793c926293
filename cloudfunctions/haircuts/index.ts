import { haircuts } from '@/types/haircuts'
import { serve } from '../kit/serve'
import { arrive } from './arrive'
import { askHomeVisit } from './askHomeVisit'
import { backInLine } from './backInLine'
import { board } from './board'
import { book } from './book'
import { callNext } from './callNext'
import { cancel } from './cancel'
import { cancelHomeVisit } from './cancelHomeVisit'
import { choose } from './choose'
import { finish } from './finish'
import { finishHomeVisit } from './finishHomeVisit'
import { homeVisits } from './homeVisits'
import { mine } from './mine'
import { myHomeVisits } from './myHomeVisits'
import { noShow } from './noShow'
import { planHomeVisit } from './planHomeVisit'
import { previewRule } from './previewRule'
import { queue } from './queue'
import { rule } from './rule'
import { saveRule } from './saveRule'
import { schedule } from './schedule'
import { walkIn } from './walkIn'

export const main = serve(haircuts, {
  schedule,
  book,
  cancel,
  choose,
  mine,
  askHomeVisit,
  cancelHomeVisit,
  myHomeVisits,
  rule,
  saveRule,
  previewRule,
  queue,
  walkIn,
  arrive,
  callNext,
  finish,
  noShow,
  backInLine,
  board,
  homeVisits,
  planHomeVisit,
  finishHomeVisit,
})
