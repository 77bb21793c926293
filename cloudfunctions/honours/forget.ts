import { repeat } from '../kit/attempts'
import { command } from '../kit/cloud'
import { certificates, honourEntries, honourId, monthMinutes, thanksNotes } from './store'
import { removeEntry } from './takeDown'

/**
 * Takes a person off the wall, out of the ranking and out of all thanks. Papers that were handed out can still be checked,
 * without a name, against the hours, which stay under the same id.
 */
export const forget = async (centre: string, ids: readonly string[]): Promise<void> => {
  const theirs = command.in([...ids])
  const entries = await honourEntries.of(centre).find({
    where: { _id: command.in(ids.map((id) => honourId(centre, id))) },
    limit: ids.length,
  })
  for (const entry of entries) await removeEntry(entry)
  await repeat(() => monthMinutes.of(centre).removeAll({ person: theirs }))
  await repeat(() => thanksNotes.of(centre).removeAll({ from: theirs }))
  await repeat(() => thanksNotes.of(centre).removeAll({ to: theirs }))
  await repeat(() =>
    certificates.of(centre).changeAll({ person: theirs }, { name: '', school: null, lines: [] }),
  )
}
