import type { Instant } from '@/types/shared/day'
import { withdraw } from './agreements'
import { unlinkActor } from './passports'
import { changePerson } from './records'
import type { PersonDoc } from './store'

/** Ends that somebody acts for a person, with the consent it stood on. Nothing happens when nobody does. */
export const endActingFor = async (
  centre: string,
  subject: PersonDoc,
  actor: string,
  at: Instant,
): Promise<void> => {
  const held = subject.actors[actor]
  if (held) {
    await changePerson(centre, subject, (record) => {
      const { [actor]: _ended, ...actors } = record.actors
      return { ...record, actors }
    })
    await withdraw(centre, [held.consent], at)
  }
  await unlinkActor(centre, actor, subject.facts.id)
}
