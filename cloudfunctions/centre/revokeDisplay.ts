import { centre as contract } from '@/types/centre'
import { repeat } from '../kit/attempts'
import { displays } from '../kit/display'
import { found } from '../kit/failure'
import { procedure } from '../kit/procedure'

export const revokeDisplay = procedure(contract, 'revokeDisplay', {
  load: ({ centre, input }) => displays.of(centre).get(input.display),
  place: ({ loaded }) => found(loaded).path,

  async run({ centre, input, at }) {
    await repeat(() =>
      displays.of(centre).change(input.display, { revokedAt: at }, { revokedAt: null }),
    )
    return {}
  },
})
