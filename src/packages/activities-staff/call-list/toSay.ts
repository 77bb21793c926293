import { noticeSaid } from '@/src/words/notices'
import type { CallRow } from '@/types/notices'
import type { Instant } from '@/types/shared/day'

/** What the person is told, in the words of the notice they would have got: 明天有活动：书画课，明天 下午 2:30. */
export const toSay = ({ event, person, about, data }: CallRow, now: Instant): string => {
  const whom = about ?? person
  const { title, detail } = noticeSaid({ event, about: whom, data, thing: null }, person.id, now)
  return [title, detail].filter(Boolean).join('：')
}
