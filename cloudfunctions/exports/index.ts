import * as v from 'valibot'
import { centreCode, id } from '@/types/shared/fields'
import { now } from '../kit/clock'
import { exportKinds, type ExportKind } from '../kit/exports'
import { randomToken } from '../kit/ids'
import { faultOf, log } from '../kit/log'
import { makePrintout } from './printout'
import { makeSettlement } from './settlement'
import { makeSurveyResults } from './surveyResults'
import { makeVolunteerRecords } from './volunteerRecords'

const wish = v.object({ centre: centreCode, kind: v.picklist(exportKinds), wish: id })

const makers: Readonly<Record<ExportKind, (centre: string, wish: string) => Promise<void>>> = {
  settlement: makeSettlement,
  printout: makePrintout,
  volunteerRecords: makeVolunteerRecords,
  surveyResults: makeSurveyResults,
}

/**
 * Makes the files that other functions ask for, in a function of its own: what writes them would slow their start. It
 * reads what to make from where the wish is written down, and answers nothing. Whoever calls it learns nothing.
 */
export const main = async (event: unknown): Promise<object> => {
  const asked = v.safeParse(wish, event)
  if (!asked.success) return {}
  const startedAt = now()
  const about = { requestId: randomToken(), module: 'exports', procedure: asked.output.kind }
  try {
    await makers[asked.output.kind](asked.output.centre, asked.output.wish)
    log({ level: 'info', ...about, ms: now() - startedAt })
  } catch (error) {
    log({ level: 'error', ...about, ms: now() - startedAt, fault: faultOf(error) })
  }
  return {}
}
