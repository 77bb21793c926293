import type { TestCloud } from '../support/cloud'
import { meetingOn } from '../support/meeting'
import { codeOf, staffOf, startCentre } from '../support/people'
import { caseDoc, li, of, owners, reported } from './speaking'

// Two acts on one case meet in the worst order there is: one has read and decided, the other happens whole, then the
// first writes. The same product without the guards of its writes does the damage that is named here.

let cloud: TestCloud
const meeting = meetingOn(() => cloud)

describe.each([
  ['two at once', {}, 'sound'],
  ['two at once without the guards', { functions: 'unguarded' }, 'damage'],
] as const)('%s', (_, options, outcome) => {
  beforeAll(async () => {
    cloud = await startCentre(options)
    await owners(cloud)
    await li(cloud)
    await li(cloud, 'o-wang', '王大爷', '302')
    await li(cloud, 'o-chen', '陈阿姨', '303')
  })
  afterAll(() => cloud.stop())

  const takes = (openid: string, id: string) => async () => {
    const { rev } = await of(cloud, openid)('caseForStaff', { case: id })
    return codeOf(of(cloud, openid)('take', { case: id, rev }))
  }

  test('two of the staff take one case', async () => {
    const id = await reported(cloud, 'o-li')
    const codes = await meeting(
      { collection: 'cases', procedure: 'feedback.take' },
      takes(staffOf.jingWorker, id),
      takes(staffOf.jingStaff, id),
    )
    const told = (await caseDoc(cloud, id)).steps.filter(({ kind }) => kind === 'taken').length
    expect({ codes, told }).toEqual(
      {
        sound: { codes: ['Taken', 'ok'], told: 1 },
        damage: { codes: ['ok', 'ok'], told: 2 },
      }[outcome],
    )
  })

  test('it rises in the moment in which it is said to be solved', async () => {
    const id = await reported(cloud, 'o-li')
    const { rev } = await of(cloud, staffOf.jingWorker)('caseForStaff', { case: id })
    const [code] = await meeting(
      { collection: 'cases', procedure: 'feedback.solve' },
      () => codeOf(of(cloud, staffOf.jingWorker)('solve', { case: id, rev, words: '修好了' })),
      async () => {
        await cloud.clock('2026-11-25T09:00:00+08:00')
        await cloud.timer('jobs')
      },
    )
    const { state, level } = await caseDoc(cloud, id)
    expect({ code, state, level }).toEqual(
      {
        sound: { code: 'ChangedMeanwhile', state: 'open', level: 'community' },
        damage: { code: 'ok', state: 'solved', level: 'community' },
      }[outcome],
    )
  })

  test('somebody joins a case in the moment in which another is merged into it', async () => {
    const into = await reported(cloud, 'o-li')
    const id = await reported(cloud, 'o-wang')
    const { rev } = await of(cloud, staffOf.jingWorker)('caseForStaff', { case: id })
    await meeting(
      // The merging itself, then what it carries into the other case.
      { collection: 'cases', procedure: 'feedback.merge', skip: 1 },
      () => codeOf(of(cloud, staffOf.jingWorker)('merge', { case: id, rev, into })),
      () => of(cloud, 'o-chen')('join', { case: into }),
    )
    const { followers, joined } = await caseDoc(cloud, into)
    // Without the guard who joined in between follows it no more, though they count.
    expect({ followers: followers.length, joined }).toEqual(
      { sound: { followers: 3, joined: 2 }, damage: { followers: 2, joined: 2 } }[outcome],
    )
  })
})
