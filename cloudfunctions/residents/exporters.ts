import { command } from '../kit/cloud'
import { attendances, registrations } from '../activities/store'
import { outbox } from '../notices/store'
import { consents, people } from './store'

/** Gathers what one module stores about a person, under the ids the person has had. */
type Exporter = (centre: string, ids: readonly string[]) => Promise<unknown>

/** More than anybody has; one request reads them. */
const limit = 1000

/** Each module adds its own: what a person takes along is listed here and nowhere else. */
export const exporters: Readonly<Record<string, Exporter>> = {
  person: async (centre, ids) => {
    const records = await people.of(centre).find({ where: { _id: command.in([...ids]) }, limit })
    return records.map(
      ({ facts, phone, emergencyContact, homeName, verification, revoked, cards, addedBy }) => ({
        ...facts,
        phone,
        emergencyContact,
        homeName,
        verification,
        revoked,
        cards,
        addedBy,
      }),
    )
  },
  consents: (centre, ids) =>
    consents.of(centre).find({ where: { person: command.in([...ids]) }, limit }),
  registrations: (centre, ids) =>
    registrations.of(centre).find({ where: { person: command.in([...ids]) }, limit }),
  attendances: (centre, ids) =>
    attendances.of(centre).find({ where: { person: command.in([...ids]) }, limit }),
  notices: (centre, ids) => outbox.of(centre).find({ where: { to: command.in([...ids]) }, limit }),
}
