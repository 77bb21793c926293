import { repeat } from '../kit/attempts'
import { command } from '../kit/cloud'
import { passportId } from '../kit/passport'
import { linkActor, unlinkActor } from './passports'
import { changePerson } from './records'
import { mostDependants } from '@/types/residents'
import { actRequests, consents, doubles, nodes, passports, people, type PersonDoc } from './store'

/**
 * Lets everything of residents that named a merged record name the one that stays: the passport, those they act for
 * and who act for them, consents, requests, nodes owned, pairs of doubles. Safe to do again. What other modules hold
 * keeps the old id, which the facts name in `former`.
 */
export const rePoint = async (centre: string, from: string, kept: PersonDoc): Promise<void> => {
  const into = kept._id
  await Promise.all([
    passportOfMerged(centre, from, kept),
    actingOfMerged(centre, from, kept),
    ...(['person', 'givenBy', 'about'] as const).map((field) =>
      repeat(() => consents.of(centre).changeAll({ [field]: from }, { [field]: into })),
    ),
    ...(['owner', 'deputy'] as const).map((field) =>
      repeat(() => nodes.of(centre).changeAll({ [field]: from }, { [field]: into })),
    ),
    ...(['subject', 'actor'] as const).map((field) =>
      repeat(() => actRequests.of(centre).removeAll({ [field]: from })),
    ),
    ...(['a', 'b'] as const).map((field) =>
      repeat(() =>
        doubles.of(centre).changeAll({ [field]: from, state: 'open' }, { state: 'merged' }),
      ),
    ),
  ])
}

/** A passport that was the merged person's is that of the one who stays. */
const passportOfMerged = async (centre: string, from: string, kept: PersonDoc): Promise<void> => {
  if (kept.openid === null) return
  const id = passportId(centre, kept.openid)
  await repeat(() =>
    passports.of(centre).change(
      id,
      {
        person: command.set(kept.facts),
        [`copied.${kept._id}`]: kept.rev,
        rev: command.inc(1),
      },
      { 'person.id': from },
    ),
  )
}

const actingOfMerged = async (centre: string, from: string, kept: PersonDoc): Promise<void> => {
  const into = kept._id
  // Whom the merged person acts for.
  const dependants = await people.of(centre).find({ where: { actorIds: from }, limit: 100 })
  for (const dependant of dependants)
    await changePerson(centre, dependant, (record) => {
      const { [from]: held, ...actors } = record.actors
      if (!held || record._id === into) return { ...record, actors }
      return { ...record, actors: { [into]: held, ...actors } }
    })
  // Who acts for the merged person.
  for (const [actor, { relation, since }] of Object.entries(kept.actors))
    await linkActor(centre, actor, kept, { relation, since }, mostDependants + 1)
  const holders = await passports.of(centre).find({ where: { actsFor: from }, limit: 100 })
  for (const { person } of holders) await unlinkActor(centre, person.id, from)
}
