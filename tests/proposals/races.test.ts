import { proposals } from '@/types/proposals'
import type { TestCloud } from '../support/cloud'
import { meetingOn } from '../support/meeting'
import { as, codeOf, newKey, startCentre } from '../support/people'
import {
  council,
  hall,
  meetingDoc,
  neighbour,
  proposalDoc,
  proposed,
  published,
  staff,
  threshold,
  told,
  wishDoc,
} from './council'

// Two acts meet in the worst order there is: one has read and decided, the other happens whole, then the first writes.
// The product notices; the same product without the guards of its writes does the damage that is named here.

let cloud: TestCloud
const of = (openid: string) => as(cloud, proposals, openid)
const meeting = meetingOn(() => cloud)

interface Race {
  meet: () => Promise<unknown>
  sound: unknown
  damage: unknown
}

const races: Readonly<Record<string, Race>> = {
  'two claim one wish': {
    meet: async () => {
      const wish = await published(cloud)
      const codes = await meeting(
        { collection: 'wishes', procedure: 'proposals.claimWish' },
        () => codeOf(of('o-wang')('claimWish', { wish })),
        () => codeOf(of('o-zhao')('claimWish', { wish })),
      )
      return { codes, claimer: (await wishDoc(cloud, wish)).claim?.name }
    },
    sound: { codes: ['Taken', 'ok'], claimer: '赵大爷' },
    damage: { codes: ['ok', 'ok'], claimer: '王师傅' },
  },

  'one person with two wishes in hand claims two more': {
    meet: async () => {
      const more: string[] = []
      for (const title of ['老花镜', '绘本']) more.push(await published(cloud, 'o-li', { title }))
      for (const title of ['雨伞', '凳子'])
        await of('o-wang')('claimWish', { wish: await published(cloud, 'o-zhao', { title }) })
      const [one, other] = more as [string, string]
      const codes = await meeting(
        { collection: 'wish_hands', procedure: 'proposals.claimWish' },
        () => codeOf(of('o-wang')('claimWish', { wish: one })),
        () => codeOf(of('o-wang')('claimWish', { wish: other })),
      )
      const held = (await of('o-wang')('myWishes', { view: 'claimed' })).items
      return { codes, held: held.length }
    },
    sound: { codes: ['TooManyClaimed', 'ok'], held: 3 },
    damage: { codes: ['ok', 'ok'], held: 4 },
  },

  'one person co-signs from two phones': {
    meet: async () => {
      const proposal = await proposed(cloud)
      const sign = () => codeOf(of('o-wang')('coSign', { proposal }))
      const codes = await meeting(
        { collection: 'proposals', procedure: 'proposals.coSign' },
        sign,
        sign,
      )
      const { count, claims } = await proposalDoc(cloud, proposal)
      return { codes, count, signers: Object.keys(claims).length }
    },
    sound: { codes: ['ok', 'ok'], count: 1, signers: 1 },
    damage: { codes: ['ok', 'ok'], count: 2, signers: 1 },
  },

  'a co-signature arrives twice, and was taken back meanwhile': {
    meet: async () => {
      const proposal = await proposed(cloud)
      const key = newKey()
      const sign = () => codeOf(of('o-wang')('coSign', { proposal, key }))
      const codes = await meeting(
        { collection: 'proposals', procedure: 'proposals.coSign' },
        sign,
        async () => {
          await sign()
          return codeOf(of('o-wang')('takeBackSignature', { proposal }))
        },
      )
      return { codes, count: (await proposalDoc(cloud, proposal)).count }
    },
    sound: { codes: ['ok', 'ok'], count: 0 },
    damage: { codes: ['ok', 'ok'], count: 1 },
  },

  'somebody co-signs while staff answer': {
    meet: async () => {
      const proposal = await proposed(cloud)
      const codes = await meeting(
        { collection: 'proposals', procedure: 'proposals.coSign' },
        () => codeOf(of('o-wang')('coSign', { proposal })),
        () => codeOf(staff(cloud)('answerProposal', { proposal, words: '会装的。' })),
      )
      return { codes, count: (await proposalDoc(cloud, proposal)).count }
    },
    sound: { codes: ['Closed', 'ok'], count: 0 },
    damage: { codes: ['ok', 'ok'], count: 1 },
  },

  'two take the last place of a meeting': {
    meet: async () => {
      const { id } = await staff(cloud)('saveMeeting', {
        draft: hall([{ title: '议一议' }], { seats: 2 }),
      })
      await of('o-li')('joinMeeting', { meeting: id })
      const codes = await meeting(
        { collection: 'meetings', procedure: 'proposals.joinMeeting' },
        () => codeOf(of('o-wang')('joinMeeting', { meeting: id })),
        () => codeOf(of('o-zhao')('joinMeeting', { meeting: id })),
      )
      const { left, claims } = await meetingDoc(cloud, id)
      return { codes, left, comers: Object.keys(claims).length }
    },
    sound: { codes: ['Full', 'ok'], left: 0, comers: 2 },
    damage: { codes: ['ok', 'ok'], left: -1, comers: 3 },
  },
}

describe.each([
  ['two at once', {}, 'sound'],
  ['two at once without the guards', { functions: 'unguarded' }, 'damage'],
] as const)('%s', (_, options, outcome) => {
  beforeAll(async () => {
    cloud = await startCentre(options)
    await neighbour(cloud, 'o-li', '李奶奶', '301')
    await neighbour(cloud, 'o-wang', '王师傅', '302')
    await neighbour(cloud, 'o-zhao', '赵大爷', '303')
  })
  afterAll(() => cloud.stop())
  // Of one person so many can be open and written in a day.
  afterEach(async () => {
    for (const gone of ['wishes', 'proposals', 'tries', 'wish_hands'])
      await cloud.admin.collection(gone).where({ centre: 'dl' }).remove()
  })

  test.each(Object.entries(races))('%s', async (_name, race) => {
    expect(await race.meet()).toEqual(race[outcome])
  })
})

describe('in the same moment', () => {
  const many = 40
  const signers = Array.from({ length: many }, (_, n) => `o-signer-${n}`)
  beforeAll(async () => {
    cloud = await startCentre()
    await neighbour(cloud, 'o-li', '李奶奶', '301')
    for (const [n, openid] of signers.entries())
      await neighbour(cloud, openid, `居民${n}号`, String(1001 + n))
  })
  afterAll(() => cloud.stop())

  test('forty co-sign, each twice: forty signatures, and the answer is due once', async () => {
    await threshold(cloud, many)
    const proposal = await proposed(cloud)
    const tap = async (openid: string) => {
      const key = newKey()
      for (let n = 0; n < 5; n++) {
        const code = await codeOf(council(cloud, openid)('coSign', { proposal, key }))
        if (code !== 'TryAgain') return code
      }
      return 'TryAgain'
    }
    const codes = await Promise.all([...signers, ...signers].map(tap))
    expect(new Set(codes)).toEqual(new Set(['ok']))
    const { count, claims, people, state, lines } = await proposalDoc(cloud, proposal)
    expect({ count, state }).toEqual({ count: many, state: 'owed' })
    expect(Object.keys(claims)).toHaveLength(many)
    expect(new Set(people).size).toBe(many)
    expect(lines.filter(({ kind }) => kind === 'reached')).toHaveLength(1)
    const due = (await told(cloud, 'proposalNews')).filter(({ data }) =>
      data.note?.includes('联名够'),
    )
    // Everybody who co-signed, and who proposed it, once.
    expect(due).toHaveLength(many + 1)
    expect(new Set(due.map(({ to }) => to)).size).toBe(many + 1)
  })

  test('forty claim one wish: one has it', async () => {
    const wish = await published(cloud)
    const codes = await Promise.all(
      signers.map((openid) => codeOf(council(cloud, openid)('claimWish', { wish }))),
    )
    expect(codes.filter((code) => code === 'ok')).toHaveLength(1)
    expect(
      (await wishDoc(cloud, wish)).lines.filter(({ kind }) => kind === 'claimed'),
    ).toHaveLength(1)
  })
})
