import { fail, found } from '../kit/failure'
import type { Passport } from '../kit/passport'

/** A project, or its fund, of a place the caller lives in; of another nobody learns that it is there. */
export const ofMyPlace = <T extends { path: readonly string[] }>(
  one: T | null,
  { person }: Passport,
): T => {
  const known = found(one)
  return person.path.includes(known.path.at(-1) ?? '') ? known : fail('NotFound')
}
