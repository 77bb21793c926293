import { stepsInOrder } from '@/domain/volunteers/levels'
import { volunteers } from '@/types/volunteers'
import { again, decide } from '../kit/attempts'
import { command } from '../kit/cloud'
import { fail } from '../kit/failure'
import { procedure, wholeCentre } from '../kit/procedure'
import { withTap } from './registration'
import { levelsId, levelsOf, levelTables } from './store'

export const saveLevels = procedure(volunteers, 'saveLevels', {
  place: wholeCentre,

  async run({ centre, input: { key, steps, rev } }) {
    if (!stepsInOrder(steps)) return fail('StepsOutOfOrder')
    const store = levelTables.of(centre)
    const id = levelsId(centre)
    await decide(async () => {
      const known = await store.get(id)
      if (known?.keys.includes(key)) return
      if (rev !== undefined && rev !== (known?.rev ?? 0)) return fail('ChangedMeanwhile')
      const keys = withTap(known?.keys ?? [], key)
      const saved = known
        ? await store.change(id, { steps, keys, rev: command.inc(1) }, { rev: known.rev })
        : await store.insert({ _id: id, centre, v: 1, steps, keys, rev: 1 })
      return saved ? undefined : again
    })
    return levelsOf(centre)
  },
})
