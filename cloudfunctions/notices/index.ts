import { notices } from '@/types/notices'
import { serve } from '../kit/serve'
import { callList } from './callList'
import { markRead } from './markRead'
import { mine } from './mine'
import { recordCall } from './recordCall'
import { recordConsent } from './recordConsent'
import { templates } from './templates'

export const main = serve(notices, {
  mine,
  markRead,
  templates,
  recordConsent,
  callList,
  recordCall,
})
