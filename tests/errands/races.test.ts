import { errands } from '@/types/errands'
import type { Envelope } from '@/types/shared/envelope'
import { volunteers } from '@/types/volunteers'
import type { TestCloud } from '../support/cloud'
import { as, codeOf, newKey, places, staffOf, startCentre } from '../support/people'
import { errandDoc, grandmother, onMenu, ordered, plumbers, tap, told } from './neighbours'

// Two acts meet in the worst order there is: one has read and decided, the other happens whole, then the first writes.
// The product notices; the same product without the guards of its writes does the damage that is named here.

let cloud: TestCloud
const of = (openid: string) => as(cloud, errands, openid)

/** Holds the first write of one act until another has happened. */
const meeting = async <A, B>(
  held: { action: 'modify' | 'insert'; procedure: string; collection: string },
  first: () => Promise<A>,
  other: () => Promise<B>,
) => {
  await cloud.fault({ ...held, action: `database.${held.action}Document`, kind: 'pause' })
  const begun = first()
  await cloud.paused()
  const whole = await other()
  await cloud.resume()
  return [await begun, whole] as const
}
const atErrands = (procedure: string, action: 'modify' | 'insert' = 'modify') => ({
  ...{ action, collection: 'errands' },
  procedure: `errands.${procedure}`,
})
const accepts = (openid: string, errand: string) => () => codeOf(of(openid)('accept', { errand }))
const helpersOf = async (id: string) =>
  Object.values((await errandDoc(cloud, id)).claims)
    .map(({ name }) => name)
    .sort()

interface Race {
  meet: (
    phones: readonly [string, string],
    kinds: { alone: string; pair: string },
  ) => Promise<unknown>
  sound: unknown
  damage: unknown
}

const races: Readonly<Record<string, Race>> = {
  'two say yes to the last place': {
    meet: async ([slow, fast], { alone }) => {
      const { id } = await ordered(cloud, alone)
      const codes = await meeting(atErrands('accept'), accepts(slow, id), accepts(fast, id))
      return { codes, helpers: await helpersOf(id), left: (await errandDoc(cloud, id)).left }
    },
    sound: { codes: ['Taken', 'ok'], helpers: ['水工1'], left: 0 },
    damage: { codes: ['ok', 'ok'], helpers: ['水工0', '水工1'], left: -1 },
  },

  'one drops out while another takes the other place': {
    meet: async ([one, two], { pair }) => {
      const { id } = await ordered(cloud, pair, { part: 'afternoon' })
      await of(one)('accept', { errand: id })
      const codes = await meeting(
        atErrands('decline'),
        () => codeOf(of(one)('decline', { errand: id })),
        accepts(two, id),
      )
      const { state, left } = await errandDoc(cloud, id)
      return { codes, state, left, helpers: await helpersOf(id) }
    },
    // Nobody else is there to ask: staff look for the second one.
    sound: { codes: ['ok', 'ok'], state: 'unmatched', left: 1, helpers: ['水工1'] },
    damage: { codes: ['ok', 'ok'], state: 'unmatched', left: 2, helpers: ['水工1'] },
  },

  'two phones order the last one that may be open': {
    meet: async (_, { alone }) => {
      const orders = () =>
        ordered(cloud, alone, { part: 'evening' }).then(
          () => 'ok',
          (error: { code: string }) => error.code,
        )
      const codes = await meeting(atErrands('order', 'insert'), orders, orders)
      return { codes, open: (await of('o-li')('mine', {})).items.length }
    },
    sound: { codes: ['TooManyOpen', 'ok'], open: 3 },
    damage: { codes: ['ok', 'ok'], open: 4 },
  },
}

describe.each([
  ['two at once', {}, 'sound'],
  ['two at once without the guards', { functions: 'unguarded' }, 'damage'],
] as const)('%s', (_, options, outcome) => {
  let phones: [string, string]
  let kinds: { alone: string; pair: string }
  beforeAll(async () => {
    cloud = await startCentre(options)
    await grandmother(cloud)
    phones = (await plumbers(cloud, 2)) as [string, string]
    kinds = { alone: await onMenu(cloud, tap({ atHome: false })), pair: await onMenu(cloud) }
  })
  afterAll(() => cloud.stop())

  test.each(Object.entries(races))('%s', async (_name, race) => {
    expect(await race.meet(phones, kinds)).toEqual(race[outcome])
  })
})

describe('in the same moment', () => {
  beforeEach(async () => {
    cloud = await startCentre()
    await grandmother(cloud)
  })
  afterEach(() => cloud.stop())

  test('twelve say yes to the last two places: two are on it, each once', async () => {
    const phones = await plumbers(cloud, 12)
    const { id } = await ordered(cloud, await onMenu(cloud))
    const answers = await Promise.all(
      phones.map(async (openid) => {
        const key = newKey()
        for (let round = 0; round < 40; round++) {
          const envelope = await cloud.call<Envelope>(openid, 'errands', {
            procedure: 'accept',
            centre: 'dl',
            input: { key, errand: id },
          })
          if (envelope.ok) return 'ok'
          if (envelope.error.code !== 'TryAgain') return envelope.error.code
        }
        throw new Error(`${openid} was never answered`)
      }),
    )
    expect(answers.filter((answer) => answer === 'ok')).toHaveLength(2)
    expect(answers.filter((answer) => answer === 'Taken')).toHaveLength(10)
    const after = await errandDoc(cloud, id)
    expect(after).toMatchObject({ state: 'accepted', left: 0 })
    expect(Object.keys(after.claims)).toHaveLength(2)
    expect(await told(cloud, 'errandAccepted')).toHaveLength(1)
  })

  test('one says yes to two things of one time from two phones: at most one is kept', async () => {
    const [phone] = (await plumbers(cloud, 1)) as [string]
    const kind = await onMenu(cloud, tap({ atHome: false }))
    const [one, two] = [await ordered(cloud, kind), await ordered(cloud, kind)]
    const codes = await meeting(atErrands('accept'), accepts(phone, one.id), accepts(phone, two.id))
    expect(codes).toEqual(['BusyThen', 'ok'])
    expect(await errandDoc(cloud, one.id)).toMatchObject({ people: [], claims: {}, left: 1 })
    expect((await errandDoc(cloud, two.id)).people).toHaveLength(1)
    // Nobody heard of the one that was not kept.
    expect(await told(cloud, 'errandAccepted')).toHaveLength(1)

    const third = await ordered(cloud, kind, { part: 'afternoon' })
    const shiftAt = async (time: string) => {
      const startsAt = Date.parse(`2026-11-25T${time}:00+08:00`)
      const { id } = await as(
        cloud,
        volunteers,
        staffOf.jingStaff,
      )('saveShift', {
        kind: 'patrol',
        title: '巡逻',
        placeName: '南门',
        node: places.jing,
        startsAt,
        endsAt: startsAt + 3_600_000,
        needed: 2,
      })
      return id
    }
    const confirms = (shift: string) => () =>
      codeOf(as(cloud, volunteers, phone)('confirmShift', { shift }))
    const shiftDoc = async (id: string) =>
      ((await cloud.admin.collection('shifts').doc(id).get()) as { data: object[] }).data[0]
    const early = await shiftAt('15:00')
    expect(await meeting(atErrands('accept'), accepts(phone, third.id), confirms(early))).toEqual([
      'BusyThen',
      'ok',
    ])
    expect(await errandDoc(cloud, third.id)).toMatchObject({ people: [], left: 1 })
    await as(cloud, volunteers, phone)('withdrawFromShift', { shift: early })
    const late = await shiftAt('16:00')
    const held = {
      action: 'modify',
      procedure: 'volunteers.confirmShift',
      collection: 'shifts',
    } as const
    expect(await meeting(held, confirms(late), accepts(phone, third.id))).toEqual([
      'AtTheSameTime',
      'ok',
    ])
    expect(await shiftDoc(late)).toMatchObject({ people: [], claims: {}, gone: {}, left: 2 })
    expect((await errandDoc(cloud, third.id)).people).toHaveLength(1)
  })
})
