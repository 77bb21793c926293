import type { AnswerDoc, MarkDoc, TotalsDoc } from '@/cloudfunctions/surveys/store'
import type { TestCloud } from '../support/cloud'
import { jingHome, newKey, resident, startCentre } from '../support/people'
import { all, answered, answering, jingStaff, published } from './asking'

// Replies are lost and instances die between any two writes. Whatever was begun is carried through by the next tap or the
// next timer, and counts once.

let cloud: TestCloud
beforeEach(async () => {
  cloud = await startCentre()
  await resident(cloud, 'o-li', '李奶奶', { home: jingHome('301') })
})
afterEach(() => cloud.stop())

const lost = (call: Promise<unknown>) => call.catch(() => null)
const kinds = ['lostReply', 'crash', 'busy'] as const
let minutes = 0
/** The timer of the next quarter of an hour. */
const runJobs = async () => {
  const at = new Date(Date.parse('2026-11-21T08:00:00+08:00') + ++minutes * 15 * 60_000)
  await cloud.clock(at.toISOString())
  await cloud.timer('jobs')
}

/** Meets the fault at each write of a procedure in turn, until there is none left to meet. */
const atEachWrite = async (
  kind: (typeof kinds)[number],
  where: { procedure?: string; collection?: string },
  act: () => Promise<() => Promise<void>>,
): Promise<number> => {
  for (let skip = 0; ; skip++) {
    const prepared = await act()
    await cloud.fault({
      ...{ action: 'write', kind, skip, ...where },
      ...(kind === 'crash' && { after: true }),
    })
    await prepared()
    if ((await cloud.faults()).length > 0) {
      await cloud.clearFaults()
      return skip
    }
  }
}

const counted = async (survey: string) => {
  const answers = (await all<AnswerDoc>(cloud, 'survey_answers')).filter(
    (one) => one.survey === survey,
  )
  const [sum] = (await all<TotalsDoc>(cloud, 'survey_totals')).filter(
    (one) => one.survey === survey,
  )
  return {
    given: answers.filter(({ state }) => state === 'given').length,
    waiting: answers.filter((one) => !one.counted).length,
    sum: sum?.counts['all']?.['_n'] ?? 0,
  }
}

describe.each(kinds)('when a write meets %s', (kind) => {
  test.each([false, true])(
    'an answer is one answer and counts once (anonymous: %s)',
    async (anonymous) => {
      minutes = 0
      const writes = await atEachWrite(kind, { procedure: 'surveys.answer' }, async () => {
        const survey = await published(cloud, { anonymous })
        return async () => {
          const key = newKey()
          await lost(answering(cloud, 'o-li', survey, { key }))
          // Sent again or never again: the timer carries it through.
          if (minutes % 2 === 0) await lost(answering(cloud, 'o-li', survey, { key }))
          const begun = (await all<MarkDoc>(cloud, 'survey_marks')).some(
            (mark) => mark.survey === survey,
          )
          await runJobs()
          await runJobs()
          const one = begun ? 1 : 0
          expect(await counted(survey)).toEqual({ given: one, waiting: 0, sum: one })
          const [mark] = (await all<MarkDoc>(cloud, 'survey_marks')).filter(
            (each) => each.survey === survey,
          )
          if (begun) expect(mark).toMatchObject({ open: null, owes: false })
        }
      })
      // Who answered, what, and that both are apart.
      expect(writes).toBeGreaterThanOrEqual(3)
    },
  )

  test('an answer that is changed counts once, as it was said last', async () => {
    minutes = 0
    await atEachWrite(kind, { procedure: 'surveys.answer' }, async () => {
      const survey = await published(cloud, { mayChange: true })
      await answering(cloud, 'o-li', survey)
      return async () => {
        const key = newKey()
        const answers = answered({ q2: { kind: 'scale', value: 1 } })
        await lost(answering(cloud, 'o-li', survey, { key, answers }))
        await answering(cloud, 'o-li', survey, { key, answers })
        await runJobs()
        await runJobs()
        expect(await counted(survey)).toEqual({ given: 1, waiting: 0, sum: 1 })
        const { questions } = await jingStaff(cloud)('results', { survey })
        expect(questions[1]?.mean).toBe(1)
      }
    })
  })

  test.each([
    ['survey_totals', 2],
    ['survey_answers', 2],
  ])('counting that is cut off at %s counts each answer once', async (collection, least) => {
    minutes = 0
    const writes = await atEachWrite(kind, { collection }, async () => {
      const survey = await published(cloud)
      await answering(cloud, 'o-li', survey)
      return async () => {
        await lost(runJobs())
        await runJobs()
        await runJobs()
        expect(await counted(survey)).toEqual({ given: 1, waiting: 0, sum: 1 })
      }
    })
    expect(writes).toBeGreaterThanOrEqual(least)
  })
})
