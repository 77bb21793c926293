import type { TestCloud } from '../support/cloud'
import { meetingOn } from '../support/meeting'
import { codeOf, startCentre } from '../support/people'
import { caseDoc, li, of, owners, reported, solved } from './speaking'

// Two acts meet in the worst order there is: one has read and decided, the other happens whole, then the first writes.
// The product notices; the same product without the guards of its writes does the damage that is named here.

let cloud: TestCloud
const day = 86_400_000
const start = Date.parse('2026-11-21T08:00:00+08:00')
const at = (moment: number) => cloud.clock(new Date(moment).toISOString())
const meeting = meetingOn(() => cloud)
const held = (procedure: string) => ({ procedure: `feedback.${procedure}`, collection: 'cases' })
const act = (procedure: 'reopen' | 'confirm', id: string) => () =>
  procedure === 'reopen'
    ? codeOf(of(cloud, 'o-li')('reopen', { case: id, words: '还是不亮' }))
    : codeOf(of(cloud, 'o-li')('confirm', { case: id, stars: 5, words: '' }))
const came = async (id: string) => {
  const { state, reopened, rating, steps } = await caseDoc(cloud, id)
  return { state, reopened, rated: rating !== null, kinds: steps.slice(1).map(({ kind }) => kind) }
}

describe.each([
  ['with its guards', {}],
  ['without them', { functions: 'unguarded' }],
] as const)('%s', (_, options) => {
  const guarded = !('functions' in options)
  beforeEach(async () => {
    cloud = await startCentre(options)
    await owners(cloud)
    await li(cloud)
  })
  afterEach(() => cloud.stop())

  test('one phone says it is not solved while its time runs out', async () => {
    const id = await solved(cloud, await reported(cloud, 'o-li'))
    await at(start + 14 * day - 60_000)
    const codes = await meeting(held('reopen'), act('reopen', id), async () => {
      await at(start + 14 * day + 60_000)
      await cloud.timer('jobs')
    })
    expect([codes[0], await came(id)]).toEqual(
      guarded
        ? ['TooLate', { state: 'lapsed', reopened: 0, rated: false, kinds: ['lapsed'] }]
        : ['ok', { state: 'open', reopened: 1, rated: false, kinds: ['lapsed', 'reopened'] }],
    )
  })

  test('one phone says it is solved, another that it is not', async () => {
    const id = await solved(cloud, await reported(cloud, 'o-li'))
    const codes = await meeting(held('confirm'), act('confirm', id), act('reopen', id))
    expect([codes, await came(id)]).toEqual(
      guarded
        ? [['NotNow', 'ok'], { state: 'open', reopened: 1, rated: false, kinds: ['reopened'] }]
        : [
            ['ok', 'ok'],
            { state: 'confirmed', reopened: 1, rated: true, kinds: ['reopened', 'confirmed'] },
          ],
    )
  })
})
