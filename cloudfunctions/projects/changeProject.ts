import { lateFrom, type Milestone } from '@/domain/projects/project'
import type { Refusal } from '@/domain/shared/refusal'
import { withKey } from '@/domain/shared/step'
import { again, decide } from '../kit/attempts'
import { command } from '../kit/cloud'
import { fail, found } from '../kit/failure'
import type { Fields } from '../kit/query'
import { projects, type ProjectDoc } from './store'

type Change = Partial<Omit<ProjectDoc, '_id' | 'centre' | 'v' | 'rev' | 'keys'>>

/** Changes a project once for a tap: `how` says what changes of it as it is now, or fails. The project as it is then. */
export const changeProject = async (
  first: ProjectDoc,
  key: string,
  how: (project: ProjectDoc) => Change,
): Promise<ProjectDoc> => {
  const { _id, centre } = first
  const store = projects.of(centre)
  await decide(async (round) => {
    const project = round === 0 ? first : found(await store.get(_id))
    if (project.keys.includes(key)) return
    const { rev } = project
    const change = how(project)
    const keys = withKey(project.keys, key)
    const next = { ...project, ...change }
    const whole: Fields = {
      ...Object.fromEntries(
        Object.entries(change).map(([field, value]) => [field, command.set(value)]),
      ),
      lateFrom: lateFrom(next),
      keys: command.set([...keys]),
      rev: rev + 1,
    }
    return (await store.change(_id, whole, { rev })) ? undefined : again
  })
  return found(await store.get(_id))
}

/** The same, of one that goes on, by a rule for its steps. */
export const changeSteps = (
  first: ProjectDoc,
  key: string,
  rule: (milestones: readonly Milestone[]) => readonly Milestone[] | Refusal,
  more: (project: ProjectDoc) => Change = () => ({}),
): Promise<ProjectDoc> =>
  changeProject(first, key, (project) => {
    if (project.state !== 'going') return fail('NotGoingOn')
    const milestones = rule(project.milestones)
    if ('code' in milestones) return fail(milestones.code, milestones.data)
    return { milestones, ...more(project) }
  })
