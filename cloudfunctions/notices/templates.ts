import { askedAt } from '@/domain/notices/consents'
import { notices } from '@/types/notices'
import { dayOf } from '@/types/shared/day'
import { settingsOn } from '../centre/store'
import { procedure } from '../kit/procedure'

export const templates = procedure(notices, 'templates', {
  load: ({ centre, at }) => settingsOn(centre, dayOf(at)),

  run: async ({ loaded, input: { occasion } }) => ({
    items: askedAt(occasion, loaded?.templates ?? []),
  }),
})
