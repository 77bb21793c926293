import { dayOf, type Instant } from '@/types/shared/day'
import { again, decide } from '../kit/attempts'
import { command } from '../kit/cloud'
import { caseNumbers, numbersId } from './store'

const written = (year: string, n: number): string => `${year}-${String(n).padStart(4, '0')}`

/**
 * The number of a case among those of its year, 2026-0312; asked again, the same. No number is left out and none is
 * given twice: it is kept for the case until `numberWritten`.
 */
export const numberFor = (centre: string, one: string, at: Instant): Promise<string> => {
  const year = dayOf(at).slice(0, 4)
  const _id = numbersId(centre, year)
  const store = caseNumbers.of(centre)
  return decide(async () => {
    const known = await store.get(_id)
    if (!known) {
      const first = { _id, centre, v: 1, last: 1, given: { [one]: 1 } }
      return (await store.insert(first)) ? written(year, 1) : again
    }
    const before = known.given[one]
    if (before !== undefined) return written(year, before)
    const next = known.last + 1
    const taken = await store.change(
      _id,
      { last: next, [`given.${one}`]: next },
      { last: known.last },
    )
    return taken ? written(year, next) : again
  })
}

/** The case has its number: nobody needs to remember it for it. */
export const numberWritten = async (centre: string, one: string, at: Instant): Promise<void> => {
  const _id = numbersId(centre, dayOf(at).slice(0, 4))
  await caseNumbers.of(centre).change(_id, { [`given.${one}`]: command.remove() })
}
