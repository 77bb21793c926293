import { flowsAt, usualFlows, type DatedFlow } from '@/domain/feedback/flow'
import type { Instant } from '@/types/shared/day'
import { idOf } from '../kit/ids'
import { caseFlows, flowsId, type FlowsDoc } from './store'

/** What a centre begins with, until staff change it. */
export const usualVersions = (centre: string): DatedFlow[] =>
  usualFlows.map(({ word, ...flow }) => ({
    ...flow,
    category: idOf(centre, 'fk', word),
    version: 1,
    from: 0,
  }))

/** The flows of a centre with all their versions; those it begins with, where nothing was changed yet. */
export const flowsOf = async (
  centre: string,
): Promise<Pick<FlowsDoc, 'rev' | 'keys' | 'versions'>> =>
  (await caseFlows.of(centre).get(flowsId(centre))) ?? {
    rev: 0,
    keys: [],
    versions: usualVersions(centre),
  }

/** The flows in force at a moment, in the order of staff. */
export const flowsInForce = async (centre: string, at: Instant): Promise<DatedFlow[]> =>
  flowsAt((await flowsOf(centre)).versions, at)
