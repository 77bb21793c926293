import * as v from 'valibot'
import { decideVerdict, type MediaVerdict } from '@/domain/media/check'
import { allCentres } from '../centre/store'
import { again, decide } from '../kit/attempts'
import { now } from '../kit/clock'
import { randomToken } from '../kit/ids'
import { faultOf, log } from '../kit/log'
import { take } from '../kit/step'
import { mediaChecks } from './store'

/** The event wxa_media_check (security.mediaCheckAsync 2.0), as far as it is used. */
const mediaEvent = v.object({
  Event: v.literal('wxa_media_check'),
  trace_id: v.pipe(v.string(), v.minLength(8), v.maxLength(100)),
  errcode: v.optional(v.number(), 0),
  result: v.optional(v.object({ suggest: v.picklist(['pass', 'review', 'risky']) })),
})

/** WeChat pushes again what was answered otherwise. */
const heard = { errcode: 0 }
const notYet = { errcode: 1 }

/**
 * Hears what WeChat says of the files it was asked about: the console names this function for message push. Only who
 * knows the name of a question that is open can answer it, and no phone ever learns one.
 */
export const main = async (event: unknown): Promise<object> => {
  const given = v.safeParse(mediaEvent, event)
  if (!given.success) return heard
  const { trace_id: trace, errcode, result } = given.output
  const verdict: MediaVerdict = errcode === 0 && result ? result.suggest : 'error'
  try {
    const centres = await allCentres()
    const noted = await Promise.all(centres.map(({ code }) => note(code, trace, verdict)))
    return noted.includes(true) ? heard : notYet
  } catch (error) {
    log({
      ...{ level: 'error', requestId: randomToken(), module: 'media', procedure: 'heard' },
      fault: faultOf(error),
    })
    return notYet
  }
}

const note = (centre: string, trace: string, verdict: MediaVerdict): Promise<boolean> =>
  decide(async () => {
    const [check] = await mediaChecks.of(centre).find({ where: { trace }, limit: 1 })
    if (!check) return false
    const step = decideVerdict(check, verdict, now())
    return step === null || (await take(mediaChecks.of(centre), check._id, step)) || again
  })
