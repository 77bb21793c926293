import type { Notice } from '@/types/notices'
import type { OutboxRow } from './store'

/** A notice as the person told sees it. */
export const noticeOf = (row: OutboxRow): Notice => ({
  id: row._id,
  event: row.event,
  about: { id: row.about, name: row.aboutName },
  data: { ...row.data },
  thing: row.thing,
  at: row.at,
  read: row.readAt !== null,
})
