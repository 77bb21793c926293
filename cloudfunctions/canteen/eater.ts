import { canteen } from '@/types/canteen'
import { found } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { eatersAt } from './service'
import { serviceFor } from './store'

/** What one person pays at a meal and why, what they ordered there, and what they had last. */
export const eater = procedure(canteen, 'eater', {
  load: ({ centre, input }) => serviceFor(centre, input.service),

  async run({ caller, subject, loaded: { service, tariff }, at }) {
    const listed = found(service)
    if (!listed.listed) found(null)
    const [member] = await eatersAt(listed, tariff, [subject], at)
    return { ...found(member ?? null), self: subject.id === caller.person.id }
  },
})
