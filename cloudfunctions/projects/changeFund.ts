import { sumsOf, type FundDecision, type FundEntry } from '@/domain/projects/match'
import type { Instant } from '@/types/shared/day'
import type { FundSums } from '@/types/projects'
import { again, decide } from '../kit/attempts'
import { fail, found } from '../kit/failure'
import { take } from '../kit/step'
import { completeFund } from './completeFund'
import { fundId, fundLines, funds, projects, type FundDoc } from './store'

/** The fund of a project. */
export const fundOfProject = async ({
  centre,
  input: { project },
}: {
  centre: string
  input: { project: string }
}): Promise<FundDoc> => {
  const fund = await funds.of(centre).get(fundId(centre, project))
  if (fund) return fund
  found(await projects.of(centre).get(project, { _id: true }))
  return fail('NoFund')
}

/**
 * Records something in a fund, once for an id: born in the document that holds all sums, copied to the ledger, then gone
 * from there. What was recorded, and the sums as they are then.
 */
export const changeFund = async (
  first: FundDoc,
  id: string,
  at: Instant,
  rule: (fund: FundDoc) => FundDecision,
): Promise<{ entry: FundEntry; sums: FundSums }> => {
  const { centre, _id } = first
  const store = funds.of(centre)
  // A tap that comes again a day later is in the ledger alone.
  let line: FundEntry | null = await fundLines.of(centre).get(id)
  if (line === null) {
    const made = await decide(async () => {
      const fund = found(await store.get(_id))
      const decision = rule(fund)
      if (decision.outcome === 'refused') return fail(decision.refusal.code, decision.refusal.data)
      if (decision.outcome === 'same') return fund.open[id] ?? null
      return (await take(store, _id, decision.step)) ? decision.made : again
    })
    await completeFund(centre, _id, at)
    line = made ?? found(await fundLines.of(centre).get(id))
  }
  return { entry: line, sums: sumsOf(found(await store.get(_id))) }
}
