import { volunteers } from '@/types/volunteers'
import { procedure } from '../kit/procedure'
import { hoursOfPerson } from './hours'
import { entriesOf } from './show'

export const myHours = procedure(volunteers, 'myHours', {
  async run({ centre, subject, input: { after }, at }) {
    const { entries, ...sums } = await hoursOfPerson(centre, subject, after, at)
    const items = await entriesOf(centre, entries.documents, null, at)
    return { ...sums, entries: { items, next: entries.next } }
  },
})
