import { maskName } from '@/domain/residents/masking'
import { volunteers } from '@/types/volunteers'
import { centreRecordOf } from '../centre/store'
import { command } from '../kit/cloud'
import { procedure } from '../kit/procedure'
import { shifts } from './store'

/** No shift is longer. */
const longest = 24 * 60 * 60_000

/** More are not on at a time in one centre. */
const most = 50

/** Shifts that are on, with at least one person, the first to end at the top; where none has a phone, that of the centre. */
export const onDuty = procedure(volunteers, 'onDuty', {
  load: async ({ centre, at }) => {
    const [now, record] = await Promise.all([
      shifts.of(centre).find({
        where: {
          state: 'open',
          endsAt: command.and([command.gt(at), command.lte(at + longest)]),
          startsAt: command.lte(at),
        },
        order: [
          ['endsAt', 'asc'],
          ['_id', 'asc'],
        ],
        limit: most,
        fields: {
          kind: true,
          title: true,
          placeName: true,
          endsAt: true,
          phone: true,
          people: true,
          claims: true,
        },
      }),
      centreRecordOf(centre),
    ])
    return { now, record }
  },

  run: ({ loaded: { now, record } }) =>
    Promise.resolve({
      items: now
        .filter(({ people }) => people.length > 0)
        .map(({ _id, kind, title, placeName, endsAt, phone, people, claims }) => ({
          id: _id,
          kind,
          title,
          placeName,
          names: people.flatMap((person) => {
            const name = claims[person]?.name
            return name ? [maskName(name)] : []
          }),
          until: endsAt,
          phone: phone ?? record?.phone ?? null,
        })),
    }),
})
