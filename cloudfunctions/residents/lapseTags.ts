import { tagsOn, withoutTags } from '@/domain/residents/tags'
import { dayOf } from '@/types/shared/day'
import { command } from '../kit/cloud'
import type { Job } from '../kit/jobs'
import { changePerson } from './records'
import { people } from './store'

const batch = 50

/** Tags end with their day: the reason for one goes with it. */
export const lapseTags: Job['run'] = async ({ centre, at }) => {
  const today = dayOf(at)
  const lapsed = await people.of(centre).find({
    where: { tagsEnd: command.gt('').and(command.lt(today)) },
    limit: batch,
  })
  for (const person of lapsed)
    await changePerson(centre, person, (record) => {
      const held = tagsOn(record.facts.tags, today)
      return withoutTags(record, (tag) => !(tag in held))
    })
  return { handled: lapsed.length, cursor: lapsed.length === batch ? 'more' : null }
}
