import type { ShiftDoc } from '@/cloudfunctions/volunteers/store'
import { residents } from '@/types/residents'
import { volunteers } from '@/types/volunteers'
import { clockAt } from '../activities/publishing'
import type { TestCloud } from '../support/cloud'
import {
  as,
  codeOf,
  newKey,
  places,
  resident,
  seedMembers,
  staffId,
  staffOf,
  startCentre,
  verify,
} from '../support/people'
import { openDecember, sessionDoc } from '../haircuts/square'
import { crossing } from './crossing'
import { crowd, rush } from './crowd'
import { registered } from './registered'
import { childOf, register } from './registering'

let cloud: TestCloud
const chen = 'o-chen'
const shan = 'o-shan'
const zhao = 'o-zhao'

beforeEach(async () => {
  cloud = await startCentre()
  await seedMembers(
    cloud,
    [
      { openid: chen, name: '老陈' },
      { openid: shan, name: '单阿姨' },
      { openid: zhao, name: '小赵' },
      ...crowd.map((openid) => ({ openid, name: openid })),
    ].map((member) => ({ ...member, role: 'volunteer' as const, node: places.jing })),
  )
})
afterEach(() => cloud.stop())

const staff = () => as(cloud, volunteers, staffOf.jingStaff)
const volunteer = (openid: string) => as(cloud, volunteers, openid)
const rows = async <T>(collection: string, where: object = {}): Promise<T[]> =>
  ((await cloud.admin.collection(collection).where(where).limit(1000).get()) as { data: T[] }).data
const shiftNow = async (_id: string): Promise<ShiftDoc> =>
  (await rows<ShiftDoc>('shifts', { _id }))[0]!
const told = async (event: string) =>
  (await rows<{ to: string }>('outbox', { event })).map(({ to }) => to)

const hour = 3_600_000
const monday = Date.parse('2026-11-23T09:00:00+08:00')

interface Changes {
  startsAt?: number
  approveSwaps?: boolean
  needed?: number
  kind?: 'patrol' | 'delivery'
  skills?: ('haircut' | 'order')[]
}

const patrol = async ({ startsAt = monday, ...changes }: Changes = {}): Promise<string> =>
  (
    await staff()('saveShift', {
      kind: 'patrol',
      title: '傍晚巡逻',
      placeName: '小区南门',
      node: places.jing,
      startsAt,
      endsAt: startsAt + 2 * hour,
      needed: 2,
      ...changes,
    })
  ).id

/** 老陈 is on it and would like somebody else to come. */
const offered = async (changes: Changes = {}): Promise<string> => {
  const shift = await patrol(changes)
  await volunteer(chen)('confirmShift', { shift })
  await volunteer(chen)('offerSwap', { shift, offer: true })
  return shift
}
const from = staffId(chen)

describe('somebody would like another to come', () => {
  test('others see it masked, one takes it, and both and the coordinator hear of it', async () => {
    const shift = await offered()
    expect((await volunteer(chen)('listShifts', { mine: true })).items).toMatchObject([
      { id: shift, mine: true, swap: 'offered' },
    ])
    expect((await volunteer(shan)('swaps', {})).items).toMatchObject([
      { shift: { id: shift, mine: false }, from: { id: from, name: '老*' }, role: 'other' },
    ])
    expect((await staff()('swaps', {})).items).toMatchObject([
      { from: { name: '老陈' }, takenBy: null, role: 'staff' },
    ])
    const key = newKey()
    expect(await volunteer(shan)('takeSwap', { shift, from, key })).toEqual({ waits: false })
    expect(await volunteer(shan)('takeSwap', { shift, from, key })).toEqual({ waits: false })
    const now = await shiftNow(shift)
    expect(now).toMatchObject({ people: [staffId(shan)], left: 1, needed: 2, owes: false })
    expect(now.swapNews).toEqual({})
    expect(await told('shiftSwapTaken')).toEqual([from])
    expect(await told('shiftSwapMade')).toEqual([staffId(staffOf.jingStaff)])
    expect(await told('shiftLeft')).toEqual([])
    expect((await volunteer(zhao)('swaps', {})).items).toEqual([])
    expect((await volunteer(chen)('listShifts', { mine: true })).items).toEqual([])
    // A late duplicate of the tap that once brought 老陈 here brings nobody back.
    expect(await codeOf(volunteer(chen)('withdrawFromShift', { shift }))).toBe('NotOnShift')
  })

  test('who takes the offer back comes after all; a late duplicate offers it no more', async () => {
    const shift = await patrol()
    await volunteer(chen)('confirmShift', { shift })
    const key = newKey()
    await volunteer(chen)('offerSwap', { shift, offer: true, key })
    expect(await volunteer(chen)('offerSwap', { shift, offer: false })).toMatchObject({
      mine: true,
      swap: null,
    })
    expect(await volunteer(chen)('offerSwap', { shift, offer: true, key })).toMatchObject({
      swap: null,
    })
    expect(await codeOf(volunteer(shan)('takeSwap', { shift, from }))).toBe('NotOffered')
    expect((await volunteer(shan)('swaps', {})).items).toEqual([])
    expect(await volunteer(chen)('offerSwap', { shift, offer: true })).toMatchObject({
      swap: 'offered',
    })
  })

  test('the leader who gives a place away leads no more', async () => {
    const shift = await offered()
    await staff()('setLeader', { shift, person: from })
    await volunteer(shan)('takeSwap', { shift, from })
    expect(await shiftNow(shift)).toMatchObject({ leader: null, people: [staffId(shan)] })
  })

  test('what is refused says why', async () => {
    const shift = await offered()
    const take = (openid: string, of = shift) =>
      codeOf(volunteer(openid)('takeSwap', { shift: of, from }))
    await resident(cloud, 'o-li', '李奶奶')
    expect(await take('o-li')).toBe('NotAVolunteer')
    await volunteer(shan)('confirmShift', { shift })
    expect(await take(shan)).toBe('AlreadyOnShift')
    const elsewhere = await patrol({ startsAt: monday + hour })
    await volunteer(zhao)('confirmShift', { shift: elsewhere })
    expect(await take(zhao)).toBe('AtTheSameTime')
    expect(await codeOf(volunteer(zhao)('offerSwap', { shift, offer: true }))).toBe('NotOnShift')
    const other = await patrol()
    expect(await take(crowd[0]!, other)).toBe('NotOffered')
    await cloud.clock(clockAt(monday))
    expect(await take(crowd[0]!)).toBe('ShiftBegun')
    expect(await codeOf(volunteer(shan)('offerSwap', { shift, offer: true }))).toBe('ShiftBegun')
    const tomorrow = monday + 24 * hour
    const calledOff = await offered({ startsAt: tomorrow })
    await staff()('callOffShift', { shift: calledOff, because: '下雪' })
    expect(await take(crowd[0]!, calledOff)).toBe('ShiftCalledOff')
    expect((await volunteer(crowd[0]!)('swaps', {})).items).toEqual([])
  })

  test('the barbers of a session follow a swap', async () => {
    await openDecember(cloud)
    const [shift] = await rows<ShiftDoc>('shifts', { kind: 'barber' })
    await volunteer(chen)('confirmShift', { shift: shift!._id })
    await volunteer(chen)('offerSwap', { shift: shift!._id, offer: true })
    await volunteer(shan)('takeSwap', { shift: shift!._id, from })
    expect((await sessionDoc(cloud)).barbers).toEqual([staffId(shan)])
  })
})

describe('where the post asks for the coordinator', () => {
  test('the one who took it waits, nobody else may, and the coordinator agrees', async () => {
    const shift = await offered({ approveSwaps: true })
    const key = newKey()
    expect(await volunteer(shan)('takeSwap', { shift, from, key })).toEqual({ waits: true })
    expect(await volunteer(shan)('takeSwap', { shift, from, key })).toEqual({ waits: true })
    expect(await shiftNow(shift)).toMatchObject({ people: [from], left: 1 })
    expect(await told('shiftSwapWaits')).toEqual([staffId(staffOf.jingStaff)])
    expect((await volunteer(zhao)('swaps', {})).items).toEqual([])
    expect(await codeOf(volunteer(zhao)('takeSwap', { shift, from }))).toBe('AlreadyTaken')
    expect((await volunteer(shan)('swaps', {})).items).toMatchObject([{ role: 'taker' }])
    expect((await volunteer(chen)('swaps', {})).items).toMatchObject([
      { role: 'from', takenBy: { name: '单**' } },
    ])
    expect((await staff()('shiftRoster', { shift })).people).toMatchObject([
      { swap: { takenBy: { id: staffId(shan), name: '单阿姨' } } },
    ])
    const answer = newKey()
    await staff()('answerSwap', { shift, from, agree: true, key: answer })
    await staff()('answerSwap', { shift, from, agree: true, key: answer })
    expect(await shiftNow(shift)).toMatchObject({ people: [staffId(shan)], left: 1 })
    expect(await told('shiftSwapTaken')).toEqual([from])
    expect(await told('shiftSwapAgreed')).toEqual([staffId(shan)])
    expect(await codeOf(staff()('answerSwap', { shift, from, agree: true }))).toBe(
      'NothingToAnswer',
    )
    expect(await volunteer(shan)('takeSwap', { shift, from, key })).toEqual({ waits: false })
  })

  test('the coordinator says no: it stays as it was, both hear it, and another may take it', async () => {
    const shift = await offered({ approveSwaps: true })
    const key = newKey()
    await volunteer(shan)('takeSwap', { shift, from, key })
    const answer = newKey()
    await staff()('answerSwap', { shift, from, agree: false, key: answer })
    await staff()('answerSwap', { shift, from, agree: false, key: answer })
    expect((await told('shiftSwapRefused')).sort()).toEqual([from, staffId(shan)].sort())
    expect(await shiftNow(shift)).toMatchObject({ people: [from] })
    // A late duplicate of the tap that was refused waits no more.
    expect(await volunteer(shan)('takeSwap', { shift, from, key })).toEqual({ waits: false })
    expect((await shiftNow(shift)).claims[from]!.swap!.takenBy).toBeNull()
    expect(await volunteer(zhao)('takeSwap', { shift, from })).toEqual({ waits: true })
    expect(
      await codeOf(
        as(cloud, volunteers, staffOf.chunStaff)('answerSwap', { shift, from, agree: true }),
      ),
    ).toBe('NotAllowed')
  })

  test('who waits and comes to a free place of it waits no more: others may take the place', async () => {
    const shift = await offered({ approveSwaps: true })
    await volunteer(shan)('takeSwap', { shift, from })
    await volunteer(shan)('confirmShift', { shift })
    expect((await staff()('swaps', {})).items).toMatchObject([{ takenBy: null }])
    expect(await volunteer(zhao)('takeSwap', { shift, from })).toEqual({ waits: true })
    await staff()('answerSwap', { shift, from, agree: true })
    expect([...(await shiftNow(shift)).people].sort()).toEqual(
      [staffId(shan), staffId(zhao)].sort(),
    )
    // No offer is left: the shift is in nobody's list of swaps.
    expect((await shiftNow(shift)).swapUntil).toBe(0)
  })

  test('who waits may think better of it, and hears when there is no place any more', async () => {
    const shift = await offered({ approveSwaps: true })
    await volunteer(shan)('takeSwap', { shift, from })
    await volunteer(shan)('takeSwap', { shift, from, take: false })
    expect(await codeOf(staff()('answerSwap', { shift, from, agree: true }))).toBe(
      'NothingToAnswer',
    )
    await volunteer(zhao)('takeSwap', { shift, from })
    await volunteer(chen)('offerSwap', { shift, offer: false })
    expect(await told('shiftSwapRefused')).toEqual([staffId(zhao)])

    const second = await offered({ approveSwaps: true, startsAt: monday + 24 * hour })
    await volunteer(shan)('takeSwap', { shift: second, from })
    await volunteer(chen)('withdrawFromShift', { shift: second })
    expect((await told('shiftSwapRefused')).sort()).toEqual([staffId(shan), staffId(zhao)].sort())

    const third = await offered({ approveSwaps: true, startsAt: monday + 48 * hour })
    await volunteer(crowd[0]!)('takeSwap', { shift: third, from })
    await staff()('callOffShift', { shift: third, because: '下雪' })
    expect(await told('shiftSwapRefused')).toContain(staffId(crowd[0]!))
  })
})

describe('at the same moment', () => {
  test('twelve take one place: one has it, and the shift is neither one short nor one over', async () => {
    for (let n = 0; n < 3; n++) {
      const shift = await offered({ startsAt: monday + n * 24 * hour })
      const answers = await rush(async (openid) => {
        const code = await codeOf(volunteer(openid)('takeSwap', { shift, from }))
        return code === 'TryAgain' ? null : code
      })
      expect(answers.filter((code) => code === 'ok')).toHaveLength(1)
      expect(answers.filter((code) => code === 'NotOffered')).toHaveLength(crowd.length - 1)
      const now = await shiftNow(shift)
      expect(now.people).toHaveLength(1)
      expect(Object.keys(now.claims)).toEqual(now.people)
      expect(now.left).toBe(1)
    }
  })

  test('of a place taken and taken back, or left, one thing happens', async () => {
    for (let n = 0; n < 6; n++) {
      const shift = await offered({ startsAt: monday + n * 24 * hour })
      const [taken, ended] = await Promise.all([
        codeOf(volunteer(shan)('takeSwap', { shift, from })),
        codeOf(
          n % 2 === 0
            ? volunteer(chen)('offerSwap', { shift, offer: false })
            : volunteer(chen)('withdrawFromShift', { shift }),
        ),
      ])
      const now = await shiftNow(shift)
      expect([taken, ended].filter((code) => code === 'ok').length).toBe(1)
      expect(Object.keys(now.claims)).toEqual(now.people)
      expect(now.left).toBe(now.needed - now.people.length)
      expect(now.people).toEqual(taken === 'ok' ? [staffId(shan)] : n % 2 === 0 ? [from] : [])
    }
  })

  test('two coordinators, one agrees and one does not: it is answered once', async () => {
    for (let n = 0; n < 4; n++) {
      const shift = await offered({ startsAt: monday + n * 24 * hour, approveSwaps: true })
      await volunteer(shan)('takeSwap', { shift, from })
      const codes = await Promise.all([
        codeOf(staff()('answerSwap', { shift, from, agree: true })),
        codeOf(
          as(cloud, volunteers, staffOf.centreStaff)('answerSwap', { shift, from, agree: false }),
        ),
      ])
      expect(codes.sort()).toEqual(['NothingToAnswer', 'ok'])
    }
  })
})

test.each([false, true])(
  'wherever a swap is cut off (agreed by staff: %s), it is made once and everybody is told',
  async (approveSwaps) => {
    let minutes = 0
    for (const [n, skip] of [0, 1, 2, 3, 4].entries())
      for (const after of [false, true]) {
        const shift = await offered({
          approveSwaps,
          startsAt: monday + n * 24 * hour + Number(after) * 4 * hour,
        })
        if (approveSwaps) await volunteer(shan)('takeSwap', { shift, from })
        const key = newKey()
        const procedure = approveSwaps ? 'answerSwap' : 'takeSwap'
        await cloud.fault({
          action: 'write',
          procedure: `volunteers.${procedure}`,
          kind: 'crash',
          skip,
          after,
          times: 1,
        })
        const act = (): Promise<unknown> =>
          approveSwaps
            ? staff()('answerSwap', { shift, from, agree: true, key })
            : volunteer(shan)('takeSwap', { shift, from, key })
        await act().catch(() => null)
        await cloud.clearFaults()
        await act()
        await cloud.clock(
          clockAt(Date.parse('2026-11-21T08:00:00+08:00') + (minutes += 5) * 60_000),
        )
        await cloud.timer('jobs')
        expect(await shiftNow(shift)).toMatchObject({
          people: [staffId(shan)],
          left: 1,
          owes: false,
          swapNews: {},
        })
        expect(await rows('outbox', { thing: shift, event: 'shiftSwapTaken' })).toHaveLength(1)
      }
  },
)

describe('who may come', () => {
  test('who registered comes anywhere in the centre, with one of the skills', async () => {
    await resident(cloud, 'o-wang', '王师傅')
    await registered(cloud, 'o-wang', ['order'])
    const barber = await patrol({ skills: ['haircut'] })
    const guard = await patrol({ skills: ['haircut', 'order'] })
    const wang = volunteer('o-wang')
    expect((await wang('listShifts', {})).items.map(({ id, obstacle }) => [id, obstacle])).toEqual(
      expect.arrayContaining([
        [barber, 'SkillNeeded'],
        [guard, null],
      ]),
    )
    expect(await codeOf(wang('confirmShift', { shift: barber }))).toBe('SkillNeeded')
    expect(await codeOf(wang('confirmShift', { shift: guard }))).toBe('ok')
    // Staff who gave a role know what they can do.
    expect(await codeOf(volunteer(chen)('confirmShift', { shift: barber }))).toBe('ok')
  })

  test('to homes goes who is verified on the day, or was given a role; nobody under 18', async () => {
    const { id } = await resident(cloud, 'o-wang', '王师傅')
    await registered(cloud, 'o-wang')
    const carry = await patrol({ kind: 'delivery' })
    expect(await codeOf(volunteer('o-wang')('confirmShift', { shift: carry }))).toBe('NotVerified')
    expect(await codeOf(staff()('putOnShift', { shift: carry, person: id }))).toBe('NotVerified')
    expect(await codeOf(volunteer(chen)('confirmShift', { shift: carry }))).toBe('ok')
    await verify(cloud, id, '1980-03-01', undefined, '2026-11-22')
    expect(await codeOf(volunteer('o-wang')('confirmShift', { shift: carry }))).toBe('NotVerified')
    await verify(cloud, id, '1980-03-01')
    expect(await codeOf(volunteer('o-wang')('confirmShift', { shift: carry }))).toBe('ok')

    const { id: boy } = await resident(cloud, 'o-boy', '小军', { birthDate: '2010-11-24' })
    await registered(cloud, 'o-boy')
    await verify(cloud, boy, '2010-11-24')
    const wide = await patrol({ kind: 'delivery', needed: 5, startsAt: monday + 3 * hour })
    expect(await codeOf(volunteer('o-boy')('confirmShift', { shift: wide }))).toBe('AdultsOnly')
    expect(await codeOf(staff()('putOnShift', { shift: wide, person: boy }))).toBe('AdultsOnly')
  })

  test('who is under 18 registers by the guardian, and is never the only one or the leader', async () => {
    const { id: boy } = await resident(cloud, 'o-boy', '小军', { birthDate: '2010-11-24' })
    await as(
      cloud,
      residents,
      staffOf.admin,
    )('grantRole', {
      person: boy,
      role: 'volunteer',
      node: places.jing,
    })
    const alone = await patrol({ needed: 1 })
    const two = await patrol()
    expect(await codeOf(volunteer('o-boy')('confirmShift', { shift: two }))).toBe('NotAVolunteer')
    await registered(cloud, 'o-boy')
    expect(await codeOf(volunteer('o-boy')('confirmShift', { shift: alone }))).toBe('NotAlone')
    expect(await codeOf(volunteer('o-boy')('confirmShift', { shift: two }))).toBe('ok')
    expect(await codeOf(staff()('setLeader', { shift: two, person: boy }))).toBe('AdultsOnly')
  })

  test('nobody is on two shifts at a time, also by staff; one after the other they may be', async () => {
    const first = await patrol()
    const during = await patrol({ startsAt: monday + hour })
    const after = await patrol({ startsAt: monday + 2 * hour })
    await volunteer(chen)('confirmShift', { shift: first })
    expect(await codeOf(volunteer(chen)('confirmShift', { shift: during }))).toBe('AtTheSameTime')
    expect(await codeOf(staff()('putOnShift', { shift: during, person: from }))).toBe(
      'AtTheSameTime',
    )
    expect(await codeOf(volunteer(chen)('confirmShift', { shift: after }))).toBe('ok')
    await staff()('callOffShift', { shift: after, because: '下雨' })
    await staff()('callOffShift', { shift: first, because: '下雨' })
    expect(await codeOf(volunteer(chen)('confirmShift', { shift: during }))).toBe('ok')
  })
})

describe('somebody of the family acts', () => {
  const mother = 'o-mother'
  const boyOf = async (): Promise<string> => {
    await resident(cloud, mother, '马女士', { birthDate: '1985-01-01' })
    return childOf(cloud, mother, '小军', '2011-05-01')
  }

  test('a mother does all for her son that he could do; who may come is asked of him', async () => {
    const son = await boyOf()
    const his = { forResident: son }
    const does = volunteer(mother)
    const [two, alone, homes] = [
      await patrol(),
      await patrol({ needed: 1, startsAt: monday + 3 * hour }),
      await patrol({ kind: 'delivery', startsAt: monday + 6 * hour }),
    ]
    // Hers is a role, and she is of age: neither is lent to him.
    await as(
      cloud,
      residents,
      staffOf.admin,
    )('grantRole', {
      person: (await as(cloud, residents, mother)('me', {})).person!.id,
      role: 'communityStaff',
      node: places.jing,
    })
    expect(await codeOf(does('confirmShift', { shift: two, ...his }))).toBe('NotAVolunteer')
    await register(cloud, mother, {}, his)
    expect(
      (await does('listShifts', his)).items.map((one) => [one.id, one.obstacle]).sort(),
    ).toEqual(
      [
        [two, null],
        [alone, 'NotAlone'],
        [homes, 'AdultsOnly'],
      ].sort(),
    )
    expect((await does('listShifts', { near: true, ...his })).items.map(({ id }) => id)).toEqual([
      two,
    ])
    expect(await codeOf(does('confirmShift', { shift: homes, ...his }))).toBe('AdultsOnly')
    expect(await does('confirmShift', { shift: two, ...his })).toMatchObject({ mine: true })
    expect((await does('listShifts', { mine: true, ...his })).items).toMatchObject([{ id: two }])
    expect((await does('listShifts', { mine: true })).items).toEqual([])
    const me = (await as(cloud, residents, mother)('me', {})).person!.id
    expect((await told('shiftPut')).sort()).toEqual([me, son].sort())

    // His place is handed on by her; what waits for her own word as staff is another list.
    expect(await does('offerSwap', { shift: two, offer: true, ...his })).toMatchObject({
      swap: 'offered',
    })
    expect((await does('swaps', his)).items).toMatchObject([{ role: 'from' }])
    expect((await does('swaps', {})).items).toMatchObject([{ role: 'staff' }])
    await volunteer(shan)('takeSwap', { shift: two, from: son })
    expect((await told('shiftSwapTaken')).sort()).toEqual([me, son].sort())
    await volunteer(shan)('offerSwap', { shift: two, offer: true })
    expect((await does('swaps', his)).items).toMatchObject([
      { role: 'other', from: { name: '单**' } },
    ])
    const third = await patrol({ startsAt: monday + 9 * hour, approveSwaps: true })
    await volunteer(chen)('confirmShift', { shift: third })
    await volunteer(chen)('offerSwap', { shift: third, offer: true })
    expect(await does('takeSwap', { shift: third, from, ...his })).toEqual({ waits: true })
    await staff()('answerSwap', { shift: third, from, agree: true })
    expect((await told('shiftSwapAgreed')).sort()).toEqual([me, son].sort())

    // Of a shift that is called off both hear, and of one she takes him off he does.
    await does('withdrawFromShift', { shift: third, because: '要考试', ...his })
    expect((await told('shiftCalledOff')).sort()).toEqual([me, son].sort())
    expect(await rows('outbox', { event: 'shiftLeft', thing: third })).toMatchObject([
      { data: { note: '小军来不了了', because: '要考试' } },
    ])
    expect(await codeOf(volunteer(shan)('confirmShift', { shift: homes, ...his }))).toBe(
      'NotAllowed',
    )
  })

  test('when she is erased, he stays, and nothing says any more that she tapped', async () => {
    const son = await boyOf()
    const his = { forResident: son }
    await register(cloud, mother, {}, his)
    const me = (await as(cloud, residents, mother)('me', {})).person!.id
    const shift = await patrol()
    await volunteer(mother)('confirmShift', { shift, ...his })
    const waits = await patrol({ startsAt: monday + 24 * hour * 21, approveSwaps: true })
    await volunteer(chen)('confirmShift', { shift: waits })
    await volunteer(chen)('offerSwap', { shift: waits, offer: true })
    await volunteer(mother)('takeSwap', { shift: waits, from, ...his })
    expect(JSON.stringify(await rows('shifts', {}))).toContain(me)
    await cloud.clock('2026-11-23T12:00:00+08:00')
    await as(cloud, residents, mother)('deleteMyAccount', {})
    await cloud.clock('2026-12-01T01:05:00+08:00')
    await cloud.timer('jobs')
    expect(JSON.stringify(await rows('shifts', {}))).not.toContain(me)
    expect(await shiftNow(shift)).toMatchObject({ people: [son], actors: [] })
  })

  test('his hours, points and what he writes for the next are there for her', async () => {
    const son = await boyOf()
    const his = { forResident: son }
    await register(cloud, mother, {}, his)
    const { post } = await staff()('savePost', { rev: 0, draft: crossing })
    const [first] = (await rows<ShiftDoc>('shifts', { post: post.id })).sort(
      (a, b) => a.startsAt - b.startsAt,
    )
    await volunteer(mother)('confirmShift', { shift: first!._id, ...his })
    await cloud.clock('2026-11-23T08:00:00+08:00')
    await volunteer(mother)('writeHandOver', { shift: first!._id, words: '路灯坏了', ...his })
    expect(await rows('shift_posts', { _id: post.id })).toMatchObject([
      { handOver: { person: son, words: '路灯坏了' } },
    ])
    await cloud.clock('2026-11-23T09:00:00+08:00')
    const { id: entry } = await staff()('enterHours', {
      person: son,
      shift: first!._id,
      day: '2026-11-23',
      minutes: 40,
      what: '早上护学岗',
    })
    await as(cloud, volunteers, staffOf.centreStaff)('confirmHours', { entry })
    expect(await volunteer(mother)('myHours', his)).toMatchObject({
      lastYear: 40,
      entries: { items: [{ minutes: 40, state: 'confirmed' }] },
    })
    expect(await volunteer(mother)('myHours', {})).toMatchObject({ lastYear: 0 })
    const { points, lines } = await volunteer(mother)('myPoints', his)
    expect(points).toBeGreaterThan(0)
    expect(lines.items).toHaveLength(1)
    expect(await volunteer(mother)('myPoints', {})).toMatchObject({ points: 0 })
  })
})

describe('the leader of a shift', () => {
  test('is one of those on it, sees so, and leads no more when they leave', async () => {
    const shift = await patrol()
    await volunteer(chen)('confirmShift', { shift })
    expect(await codeOf(staff()('setLeader', { shift, person: staffId(shan) }))).toBe('NotOnShift')
    await staff()('setLeader', { shift, person: from })
    expect((await volunteer(chen)('listShifts', { mine: true })).items).toMatchObject([
      { leads: true },
    ])
    expect((await staff()('shiftRoster', { shift })).people).toMatchObject([{ leads: true }])
    await staff()('setLeader', { shift, person: null })
    expect(await shiftNow(shift)).toMatchObject({ leader: null })
    await staff()('setLeader', { shift, person: from })
    await volunteer(chen)('withdrawFromShift', { shift })
    expect(await shiftNow(shift)).toMatchObject({ leader: null, people: [] })
    await staff()('callOffShift', { shift, because: '下雨' })
    expect(await codeOf(staff()('setLeader', { shift, person: null }))).toBe('ShiftCalledOff')
    const late = await patrol()
    await cloud.clock(clockAt(monday + 3 * hour))
    expect(await codeOf(staff()('setLeader', { shift: late, person: null }))).toBe('ShiftOver')
  })

  test('made leader and leaving in one moment, nobody leads who is not there', async () => {
    for (let n = 0; n < 6; n++) {
      const shift = await patrol({ startsAt: monday + n * 24 * hour })
      await volunteer(chen)('confirmShift', { shift })
      await Promise.all([
        codeOf(staff()('setLeader', { shift, person: from })),
        volunteer(chen)('withdrawFromShift', { shift }),
      ])
      expect(await shiftNow(shift)).toMatchObject({ leader: null, people: [] })
    }
  })
})

test('whoever leaves for good is on no shift, waits for none, and what they wrote goes', async () => {
  const { id } = await resident(cloud, 'o-leaving', '殷女士')
  await registered(cloud, 'o-leaving')
  const leaving = volunteer('o-leaving')
  const { post } = await staff()('savePost', { rev: 0, draft: { ...crossing, approveSwaps: true } })
  const shifts = (await rows<ShiftDoc>('shifts', { post: post.id })).sort(
    (a, b) => a.startsAt - b.startsAt,
  )
  await leaving('confirmShift', { shift: shifts[0]!._id })
  await cloud.clock('2026-11-23T08:00:00+08:00')
  await leaving('writeHandOver', { shift: shifts[0]!._id, words: '殷家的钥匙在门房' })
  const later = shifts[8]!._id
  await volunteer(chen)('confirmShift', { shift: later })
  await volunteer(chen)('offerSwap', { shift: later, offer: true })
  await leaving('takeSwap', { shift: later, from })
  const next = shifts[9]!._id
  await leaving('confirmShift', { shift: next })
  await staff()('setLeader', { shift: next, person: id })

  await as(cloud, residents, 'o-leaving')('deleteMyAccount', {})
  await cloud.clock('2026-12-01T01:05:00+08:00')
  await cloud.timer('jobs')
  expect(await rows('shift_posts', { _id: post.id })).toMatchObject([{ handOver: null }])
  expect(await shiftNow(next)).toMatchObject({ people: [], leader: null, left: 2 })
  expect(JSON.stringify(await rows('shifts', {}))).not.toContain('殷女士')
  // The place that they waited for is offered to others again.
  expect(await volunteer(shan)('takeSwap', { shift: later, from })).toEqual({ waits: true })
})
