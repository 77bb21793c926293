import { notices } from '@/types/notices'
import { dayOf } from '@/types/shared/day'
import { settingsOn } from '../centre/store'
import { again, decide } from '../kit/attempts'
import { command } from '../kit/cloud'
import { fail } from '../kit/failure'
import { procedure } from '../kit/procedure'
import { consentId, messageConsents } from './store'

/** Each yes is one message more; a no adds nothing, and what WeChat itself forgets shows when a message is refused. */
export const recordConsent = procedure(notices, 'recordConsent', {
  load: ({ centre, at }) => settingsOn(centre, dayOf(at)),

  async run({ centre, openid, loaded, input: { key, answers } }) {
    const known = (loaded?.templates ?? []).map(({ id }) => id)
    if (answers.some(({ template }) => !known.includes(template)))
      fail('InvalidInput', { field: 'input.answers' })
    const agreed = new Set(answers.flatMap(({ template, accepted }) => (accepted ? template : [])))
    await Promise.all([...agreed].map((template) => countYes(centre, openid, template, key)))
    return {}
  },
})

const countYes = (centre: string, openid: string, template: string, key: string): Promise<void> => {
  const _id = consentId(centre, openid, template)
  const store = messageConsents.of(centre)
  return decide(async () => {
    const counted = await store.change(
      _id,
      { left: command.inc(1), keys: command.push({ each: [key], slice: -20 }) },
      { keys: command.neq(key) },
    )
    if (counted) return
    const first = { _id, centre, v: 1, openid, template, left: 1, keys: [key] }
    if (await store.insert(first)) return
    const there = await store.get(_id, { keys: true })
    return there?.keys.includes(key) ? undefined : again
  })
}
