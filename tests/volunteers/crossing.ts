import type { PostDraft } from '@/types/volunteers'
import { places } from '../support/people'

/** The crossing before school, from the Monday after the Saturday on which tests begin. */
export const crossing: PostDraft = {
  kind: 'schoolGate',
  title: '早上护学岗',
  placeName: '静安小学门口',
  node: places.jing,
  recurrence: 'FREQ=WEEKLY;BYDAY=MO,WE,FR',
  from: '2026-11-23',
  until: null,
  startsAt: '07:30',
  endsAt: '08:10',
  needed: 2,
  carries: null,
  skills: [],
  approveSwaps: false,
  phone: null,
  insurance: '',
  bring: '',
  holidays: 'skip',
  skipped: [],
}
