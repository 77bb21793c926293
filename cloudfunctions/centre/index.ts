import { centre } from '@/types/centre'
import { serve } from '../kit/serve'
import { about } from './about'
import { auditLog } from './auditLog'
import { issueDisplay } from './issueDisplay'
import { list } from './list'
import { listDisplays } from './listDisplays'
import { makePrintout } from './makePrintout'
import { open } from './open'
import { reportError } from './reportError'
import { revokeDisplay } from './revokeDisplay'
import { saveAbout } from './saveAbout'
import { saveSettings } from './saveSettings'
import { settings } from './settings'
import { today } from './today'
import { uploadTicket } from './uploadTicket'

export const main = serve(centre, {
  today,
  about,
  saveAbout,
  settings,
  saveSettings,
  open,
  list,
  issueDisplay,
  listDisplays,
  revokeDisplay,
  auditLog,
  uploadTicket,
  makePrintout,
  reportError,
})
