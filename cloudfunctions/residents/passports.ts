import { again, decide, repeat } from '../kit/attempts'
import { command } from '../kit/cloud'
import { passportId, type Dependant, type Grant } from '../kit/passport'
import type { Relation } from '@/types/residents'
import { copyToPassports } from './records'
import { passports, people, post, type PassportDoc, type PersonDoc } from './store'

/** The passport a WeChat user gets with a person's record. */
export const newPassport = (
  centre: string,
  openid: string,
  { facts, rev }: Pick<PersonDoc, 'facts' | 'rev'>,
): PassportDoc => ({
  _id: passportId(centre, openid),
  centre,
  v: 1,
  openid,
  person: facts,
  dependants: {},
  roles: [],
  rev: 1,
  actsFor: [],
  posts: [],
  copied: { [facts.id]: rev },
})

/**
 * Lets somebody act for a person: the facts go into the actor's passport. False when the actor has no passport, or
 * acts for `most` already. Facts that changed meanwhile are copied again.
 */
export const linkActor = async (
  centre: string,
  actor: string,
  subject: PersonDoc,
  { relation, since }: { relation: Relation; since: number },
  most: number,
): Promise<boolean> => {
  const { facts, rev } = subject
  const dependant: Dependant = { ...facts, relation, consentAt: since }
  const linked = await repeat(() =>
    passports.of(centre).changeAll(
      [
        { 'person.id': actor, actsFor: facts.id },
        { 'person.id': actor, [`actsFor.${most - 1}`]: command.exists(false) },
      ],
      {
        [`dependants.${facts.id}`]: command.set(dependant),
        actsFor: command.addToSet(facts.id),
        [`copied.${facts.id}`]: rev,
        rev: command.inc(1),
      },
    ),
  )
  if (linked === 0) return false
  const current = await people.of(centre).get(facts.id)
  if (current && current.rev > rev) await copyToPassports(centre, current)
  return true
}

/** Ends acting: the person leaves the actor's passport. */
export const unlinkActor = async (
  centre: string,
  actor: string,
  subject: string,
): Promise<void> => {
  await repeat(() =>
    passports.of(centre).changeAll(
      { 'person.id': actor, actsFor: subject },
      {
        [`dependants.${subject}`]: command.remove(),
        [`copied.${subject}`]: command.remove(),
        actsFor: command.pull(subject),
        rev: command.inc(1),
      },
    ),
  )
}

/** The passport of a person, or null for people without a phone. */
export const passportOf = async (centre: string, person: string): Promise<PassportDoc | null> => {
  const [passport] = await passports.of(centre).find({ where: { 'person.id': person }, limit: 1 })
  return passport ?? null
}

/** Changes the roles of a person by a rule; false for people without a phone. */
export const changeGrants = (
  centre: string,
  person: string,
  rule: (grants: readonly Grant[]) => readonly Grant[],
): Promise<boolean> =>
  decide(async () => {
    const passport = await passportOf(centre, person)
    if (!passport) return false
    const change = grantsOf(rule(passport.roles))
    return (await passports
      .of(centre)
      .change(passport._id, { ...change, rev: command.inc(1) }, { rev: passport.rev }))
      ? true
      : again
  })

/** Roles as a passport holds them, with what finds them. */
export const grantsOf = (roles: readonly Grant[]): Pick<PassportDoc, 'roles' | 'posts'> => ({
  roles,
  posts: roles.map(({ node, role }) => post(node, role)),
})
