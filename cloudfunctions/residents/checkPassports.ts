import { isDeepStrictEqual } from 'node:util'
import { inForce, type Facts } from '@/domain/residents/facts'
import type { Instant } from '@/types/shared/day'
import { command } from '../kit/cloud'
import type { Job } from '../kit/jobs'
import { log } from '../kit/log'
import { randomToken } from '../kit/ids'
import type { Dependant } from '../kit/passport'
import { grantsOf } from './passports'
import { passports, people, type PassportDoc, type PersonDoc } from './store'

const batch = 20

/**
 * The write-through's second pair of eyes: every night each passport is compared with the records it was copied from,
 * and mended where a crash came between record and copy. Roles that ended go.
 */
export const checkPassports: Job['run'] = async ({ centre, at, cursor }) => {
  const { documents, next } = await passports.of(centre).page({
    where: {},
    by: ['_id', 'asc'],
    after: cursor ?? undefined,
    limit: batch,
  })
  const holders = documents.map(({ person }) => person.id)
  if (holders.length === 0) return { handled: 0, cursor: null }
  const [own, theirs] = await Promise.all([
    people.of(centre).find({ where: { _id: command.in(holders) }, limit: batch }),
    people.of(centre).find({ where: { actorIds: command.in(holders) }, limit: 1000 }),
  ])
  let mended = 0
  for (const passport of documents) {
    const person = own.find(({ _id }) => _id === passport.person.id)
    if (!person) continue
    const right = copiesOf(passport, person, theirs, at)
    if (isRight(passport, right)) continue
    const { person: facts, dependants, copied, roles, actsFor, posts } = right
    // Somebody who changes the passport at this moment copies what is newer than this.
    await passports.of(centre).change(
      passport._id,
      {
        person: command.set(facts),
        dependants: command.set(dependants),
        copied: command.set(copied),
        roles,
        actsFor,
        posts,
        rev: command.inc(1),
      },
      { rev: passport.rev },
    )
    mended++
  }
  if (mended > 0)
    log({
      level: 'warn',
      requestId: randomToken(),
      module: 'residents',
      procedure: 'checkPassports',
      handled: mended,
    })
  return { handled: documents.length, cursor: next }
}

type Copies = Pick<PassportDoc, 'person' | 'dependants' | 'copied' | 'roles' | 'actsFor' | 'posts'>

const copiesOf = (
  { roles }: PassportDoc,
  person: PersonDoc,
  everyDependant: readonly PersonDoc[],
  at: Instant,
): Copies => {
  const mine = everyDependant.filter(({ actors }) => actors[person._id])
  return {
    person: person.facts,
    dependants: Object.fromEntries(
      mine.map(({ _id, facts, actors }) => [_id, dependantOf(facts, actors[person._id])]),
    ),
    copied: Object.fromEntries([person, ...mine].map(({ _id, rev }) => [_id, rev])),
    actsFor: mine.map(({ _id }) => _id),
    ...grantsOf(roles.filter((grant) => inForce(grant, at))),
  }
}

const dependantOf = (facts: Facts, actor: PersonDoc['actors'][string] | undefined): Dependant => ({
  ...facts,
  relation: actor?.relation ?? 'other',
  consentAt: actor?.since ?? 0,
})

const isRight = (passport: PassportDoc, right: Copies): boolean =>
  isDeepStrictEqual(passport.person, right.person) &&
  isDeepStrictEqual(passport.dependants, right.dependants) &&
  isDeepStrictEqual(passport.roles, right.roles) &&
  isDeepStrictEqual([...passport.actsFor].sort(), [...right.actsFor].sort()) &&
  isDeepStrictEqual([...passport.posts].sort(), [...right.posts].sort())
