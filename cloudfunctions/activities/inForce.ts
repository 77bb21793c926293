import type { ActivityDraft } from '@/types/activities'
import type { ActivityRecord, Places } from './store'

/** What staff wrote, as it is in force: an edit counts from when the places took it, also before its record follows. */
export const inForce = (
  { edited }: Pick<Places, 'edited'>,
  { draft, nodeName }: Pick<ActivityRecord, 'draft' | 'nodeName'>,
): { draft: ActivityDraft; nodeName: string } =>
  edited ? { draft: edited.draft, nodeName: edited.nodeName } : { draft, nodeName }
