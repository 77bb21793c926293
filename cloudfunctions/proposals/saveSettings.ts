import { withKey } from '@/domain/shared/step'
import { proposals as contract } from '@/types/proposals'
import { again, decide } from '../kit/attempts'
import { command } from '../kit/cloud'
import { fail } from '../kit/failure'
import { procedure, wholeCentre } from '../kit/procedure'
import { proposalSettings, settingsId, settingsOf } from './store'

/** New numbers hold for what is published from now on; what runs keeps its own. */
export const saveSettings = procedure(contract, 'saveSettings', {
  place: wholeCentre,

  async run({ centre, input: { key, settings, rev } }) {
    const store = proposalSettings.of(centre)
    const _id = settingsId(centre)
    await decide(async () => {
      const before = await store.get(_id)
      if (before?.keys.includes(key)) return
      if ((before?.rev ?? 0) !== rev) return fail('ChangedMeanwhile')
      const keys = withKey(before?.keys, key)
      const saved = before
        ? await store.change(_id, { settings: command.set(settings), keys, rev: rev + 1 }, { rev })
        : await store.insert({ _id, centre, v: 1, settings, keys, rev: 1 })
      return saved ? undefined : again
    })
    return settingsOf(centre)
  },
})
