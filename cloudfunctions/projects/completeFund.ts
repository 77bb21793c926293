import { isOld } from '@/domain/projects/match'
import type { Instant } from '@/types/shared/day'
import { decide, repeat } from '../kit/attempts'
import { command } from '../kit/cloud'
import { fundLines, funds, projects, type FundDoc, type FundLineDoc } from './store'

/** Entries of a fund as lines of its ledger. */
export const linesOf = ({ centre, project, open }: FundDoc): FundLineDoc[] =>
  Object.entries(open).map(([_id, entry]) => ({ ...entry, _id, centre, v: 1, project }))

/**
 * Says on the project that there is a fund, and copies what was born in it to its ledger; then it leaves. Safe to repeat and to cut off: nothing leaves before it
 * is copied, and what is born meanwhile is copied the next time.
 */
export const completeFund = (centre: string, id: string, at: Instant): Promise<void> =>
  decide(async () => {
    const store = funds.of(centre)
    const fund = await store.get(id)
    if (!fund?.owes) return
    if (fund.toLink)
      await repeat(() =>
        projects.of(centre).change(fund.project, { hasFund: true }, { hasFund: false }),
      )
    const lines = linesOf(fund)
    await fundLines.of(centre).insertAll(lines)
    const old = Object.entries(fund.done).filter(([, left]) => isOld(left, at))
    const struckOff = {
      ...Object.fromEntries(
        lines.flatMap(({ _id }) => [
          [`open.${_id}`, command.remove()],
          [`done.${_id}`, at],
        ]),
      ),
      ...Object.fromEntries(old.map(([entry]) => [`done.${entry}`, command.remove()])),
    }
    if (Object.keys(struckOff).length > 0) await store.change(id, struckOff)
    await store.change(id, { owes: false, toLink: false }, { rev: fund.rev, owes: true })
  })
