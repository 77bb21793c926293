import type { Passport } from '../kit/passport'

/** Ids under which somebody and those they act for are told, with those of records merged into theirs. */
export const familyOf = ({ person, dependants }: Passport): string[] =>
  [person, ...Object.values(dependants)].flatMap(({ id, former = [] }) => [id, ...former])
