import { withKey } from '@/domain/shared/step'
import { again, decide } from '../kit/attempts'
import { command } from '../kit/cloud'
import { completeRoll } from './completeRoll'
import { ballots, ownerRolls } from './store'

/** No tap has this key. */
const key = 'erasure'

/**
 * Takes a person out of the ballots of their household and out of lists of owners. What was chosen stays: it is the
 * household's, under a receipt that names nobody; and that of an owner is part of the count.
 */
export const forget = async (centre: string, ids: readonly string[]): Promise<void> => {
  const gone = (id: string | null) => (id !== null && ids.includes(id) ? null : id)
  for (const id of ids) {
    for (;;) {
      const some = await ballots.of(centre).find({ where: { people: id }, limit: 50 })
      if (some.length === 0) break
      for (const { _id } of some)
        await decide(async () => {
          const ballot = await ballots.of(centre).get(_id)
          if (!ballot) return
          const { seq, cast, casts, people, paper } = ballot
          const change = {
            cast: command.set(cast && { ...cast, by: gone(cast.by) }),
            casts: command.set(casts.map((one) => ({ ...one, by: gone(one.by) }))),
            people: command.set(people.filter((one) => !ids.includes(one))),
            // A paper that nobody looked at yet does not count without who signed it.
            ...(paper && ids.includes(paper.person) && { paper: null, paperWaits: false }),
            seq: seq + 1,
          }
          return (await ballots.of(centre).change(_id, change, { seq })) ? undefined : again
        })
    }
    const rolls = await ownerRolls.of(centre).find({ where: { people: id }, limit: 50 })
    for (const { _id } of rolls)
      await decide(async () => {
        const roll = await ownerRolls.of(centre).get(_id)
        if (!roll) return
        const own = Object.entries(roll.owners).filter(([, { person }]) => gone(person) !== person)
        const change = {
          ...Object.fromEntries(
            own.flatMap(([owner, { by }]) => [
              [`owners.${owner}.person`, null],
              [`owners.${owner}.by`, gone(by)],
              // The table that is signed needs the name on the deed: it goes when the count is over.
              [`owners.${owner}.forgotten`, true],
            ]),
          ),
          people: command.set(roll.people.filter((one) => !ids.includes(one))),
          keys: command.set([...withKey(roll.keys, key)]),
          seq: roll.seq + 1,
        }
        return (await ownerRolls.of(centre).change(_id, change, { seq: roll.seq }))
          ? undefined
          : again
      })
    for (const { vote } of rolls) await completeRoll(centre, vote)
  }
}
