import { fail, found } from '../kit/failure'
import type { Passport } from '../kit/passport'
import type { ProjectDoc } from './store'

/** A project of a place the caller lives in; of another nobody learns that it is there. */
export const ofMyPlace = (project: ProjectDoc | null, { person }: Passport): ProjectDoc => {
  const known = found(project)
  return person.path.includes(known.node) ? known : fail('NotFound')
}
