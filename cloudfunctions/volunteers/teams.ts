import { volunteers } from '@/types/volunteers'
import { procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { teamsShown } from './showTeams'
import { teams as store } from './store'

export const teams = procedure(volunteers, 'teams', {
  load: ({ centre, input: { after } }) =>
    store.of(centre).page({
      where: {},
      by: ['name', 'asc'],
      after,
      fields: {
        centre: true,
        name: true,
        about: true,
        leader: true,
        most: true,
        left: true,
        open: true,
        people: true,
        path: true,
        rev: true,
      },
    }),

  run: async ({ caller, subject, loaded: { documents, next }, at }) => ({
    items: await teamsShown(documents, caller, idsOf(subject), at),
    next,
  }),
})
