import { tellingKey, untold } from '@/domain/projects/project'
import { dayMs, dayOf, instantOf, type Instant } from '@/types/shared/day'
import { tell } from '../notices/outbox'
import { personNow } from '../residents/store'
import { projects, type ProjectDoc } from './store'

/** Steps whose day has passed: who answers for the project hears of each once. */
export const tellLate = async (project: ProjectDoc, at: Instant): Promise<void> => {
  const late = untold(project, dayOf(at))
  if (late.length === 0) return
  const { centre, _id, rev, owner, title } = project
  const person = await personNow(centre, owner)
  if (person)
    await tell(
      centre,
      late.map((step) => ({
        event: 'milestoneLate' as const,
        person: { id: person._id, name: person.facts.name },
        thing: _id,
        key: tellingKey(step),
        data: { title, note: step.name, startsAt: instantOf(step.due) },
        due: at + dayMs,
      })),
    )
  await projects
    .of(centre)
    .change(_id, { told: [...project.told, ...late.map(tellingKey)], rev: rev + 1 }, { rev })
}
