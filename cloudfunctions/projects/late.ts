import { tellingKey, untold } from '@/domain/projects/project'
import { dayMs, dayOf, instantOf, type Instant } from '@/types/shared/day'
import { colleaguesAt } from '../feedback/colleagues'
import { tell } from '../notices/outbox'
import { staffOf } from '../proposals/told'
import { projects, type ProjectDoc } from './store'

/** Who hears that something is late: who answers for it, or the staff of the place where they cannot open it any more. */
const whoHears = async (
  { centre, owner, path }: ProjectDoc,
  at: Instant,
): Promise<{ to: readonly string[]; more: string }> => {
  const one = (await colleaguesAt(centre, path, at)).find(({ ids }) => ids.includes(owner))
  if (one) return { to: [one.id], more: '' }
  return { to: await staffOf(centre, path, at), more: '。原来的负责人不在这里了，请换一位' }
}

/** Steps whose day has passed: who answers for the project hears of each once. */
export const tellLate = async (project: ProjectDoc, at: Instant): Promise<void> => {
  const late = untold(project, dayOf(at))
  if (late.length === 0) return
  const { centre, _id, rev, title } = project
  const { to, more } = await whoHears(project, at)
  await tell(
    centre,
    to.flatMap((id) =>
      late.map((step) => ({
        event: 'milestoneLate' as const,
        person: { id, name: '' },
        thing: _id,
        key: tellingKey(step),
        data: { title, note: `${step.name}${more}`, startsAt: instantOf(step.due) },
        due: at + dayMs,
      })),
    ),
  )
  await projects
    .of(centre)
    .change(_id, { told: [...project.told, ...late.map(tellingKey)], rev: rev + 1 }, { rev })
}
