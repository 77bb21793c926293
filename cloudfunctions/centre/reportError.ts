import { centre as contract } from '@/types/centre'
import { again, decide } from '../kit/attempts'
import { command } from '../kit/cloud'
import { hiddenId } from '../kit/ids'
import { procedure } from '../kit/procedure'
import { errorReports } from './store'

const hourMs = 60 * 60_000

/** A phone that fails in a loop says the same again and again; ten reports an hour tell all. */
const mostAnHour = 10

/**
 * Keeps where a phone failed, without what was typed and without whose phone it was: the document of a person and hour
 * is both the list and its limit. What is over the limit is dropped.
 */
export const reportError = procedure(contract, 'reportError', {
  async run({ centre, subjectId, input: { key, page, name, place, version }, at }) {
    const hour = Math.floor(at / hourMs)
    const _id = hiddenId(centre, 'e', subjectId, String(hour))
    const report = { key, page, name, place, version, at }
    const store = errorReports.of(centre)
    await decide(async () => {
      const kept = await store.change(
        _id,
        { reports: command.push([report]) },
        { [`reports.${mostAnHour - 1}`]: command.exists(false), 'reports.key': command.neq(key) },
      )
      if (kept || (await store.insert({ _id, centre, v: 1, at, reports: [report] }))) return
      const known = await store.get(_id)
      const full = known && known.reports.length >= mostAnHour
      return full || known?.reports.some((one) => one.key === key) ? undefined : again
    })
    return {}
  },
})
