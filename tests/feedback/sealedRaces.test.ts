import type { TestCloud } from '../support/cloud'
import { meetingOn } from '../support/meeting'
import { codeOf, places, seedMembers, staffId, staffOf, startCentre } from '../support/people'
import { caseDoc, dispute, li, of, owners, reported } from './speaking'

// Two mediators and one sealed case, in the worst order there is. The product notices; the same product without the
// guards of its writes does the damage that is named here.

let cloud: TestCloud
const meeting = meetingOn(() => cloud)
const gao = 'o-gao'
const he = 'o-he'
const held = (procedure: string) => ({ collection: 'cases', procedure: `feedback.${procedure}` })

interface Race {
  meet: () => Promise<unknown>
  sound: unknown
  damage: unknown
}

const quarrel = () => reported(cloud, 'o-li', { category: dispute, text: '楼上半夜跳舞' })
const stands = async (id: string) => {
  const { sealing, steps } = await caseDoc(cloud, id)
  return { mediator: sealing?.mediator, kinds: steps.map(({ kind }) => kind) }
}

const races: Readonly<Record<string, Race>> = {
  'two mediators take the same case': {
    meet: async () => {
      const id = await quarrel()
      const takes = (openid: string) => () => codeOf(of(cloud, openid)('takeSealed', { case: id }))
      const codes = await meeting(held('takeSealed'), takes(gao), takes(he))
      return { codes, ...(await stands(id)) }
    },
    sound: { codes: ['Taken', 'ok'], mediator: staffId(he), kinds: ['received', 'taken'] },
    damage: {
      ...{ codes: ['ok', 'ok'], mediator: staffId(gao), kinds: ['received', 'taken', 'taken'] },
    },
  },

  'a mediator writes while staff hand the case over': {
    meet: async () => {
      const id = await quarrel()
      await of(cloud, gao)('takeSealed', { case: id })
      const { rev } = await of(cloud, gao)('sealedCase', { case: id })
      const codes = await meeting(
        held('sealedStep'),
        () =>
          codeOf(of(cloud, gao)('sealedStep', { case: id, rev, kind: 'visit', record: '去过了' })),
        () =>
          codeOf(
            of(cloud, staffOf.jingStaff)('handSealedOver', {
              ...{ case: id, from: staffId(gao), to: staffId(he) },
            }),
          ),
      )
      return { codes, ...(await stands(id)) }
    },
    // Who has it no more writes nothing into it.
    sound: {
      ...{ codes: ['NotYours', 'ok'], mediator: staffId(he) },
      kinds: ['received', 'taken', 'handedOver'],
    },
    damage: {
      ...{ codes: ['NotYours', 'ok'], mediator: staffId(he) },
      kinds: ['received', 'taken', 'handedOver', 'visit'],
    },
  },
}

describe.each(['product', 'unguarded'] as const)('%s', (functions) => {
  beforeAll(async () => {
    cloud = await startCentre({ functions })
    await owners(cloud)
    await li(cloud)
    await seedMembers(cloud, [
      { openid: gao, name: '高调解', role: 'mediator', node: places.jing },
      { openid: he, name: '何调解', role: 'mediator', node: places.jing },
    ])
  })
  afterAll(() => cloud.stop())

  test.each(Object.entries(races))('%s', async (_name, { meet, sound, damage }) => {
    expect(await meet()).toEqual(functions === 'product' ? sound : damage)
  })
})
