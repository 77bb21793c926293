import type { Facts, Passport } from './passport'

/** Staff act for somebody who is neither themselves nor one of their own people. */
export const actsAsStaff = (caller: Passport, subject: Facts): boolean =>
  subject.id !== caller.person.id && !(subject.id in caller.dependants)

/** All ids a person's claims may stand under: their own first, then those of records merged into it. */
export const idsOf = ({ id, former = [] }: Facts): [string, ...string[]] => [id, ...former]

/** The person as a scarce document knows them: by the id of their claim, when that was made before a merge. */
export const knownAs = (
  subject: Facts,
  { claims }: { readonly claims: Readonly<Record<string, unknown>> },
): Facts => {
  const id = idsOf(subject).find((one) => claims[one])
  return id === undefined || id === subject.id ? subject : { ...subject, id }
}
