import type { ShiftDoc, TeamDoc } from '@/cloudfunctions/volunteers/store'
import { targetOf } from '@/types/shared/links'
import { volunteers } from '@/types/volunteers'
import type { TestCloud } from '../support/cloud'
import { meetingOn } from '../support/meeting'
import { as, codeOf, places, seedMembers, staffId, staffOf, startCentre } from '../support/people'
import { registered } from './registered'

// Two acts meet in the worst order there is: one has read and decided, the other happens whole, then the first writes.
// The product notices; the same product without the guards of its writes does the damage that is named here.

const hour = 3_600_000
const saturdayNine = Date.parse('2026-11-21T09:00:00+08:00')
const [chen, shan, zhao, colleague] = ['o-chen', 'o-shan', 'o-zhao', 'o-jing-second'] as const
const names = { [chen]: '老陈', [shan]: '单阿姨', [zhao]: '小赵' }

let cloud: TestCloud
/** Each race has a day of its own. */
let day = 0

const of = (openid: string) => as(cloud, volunteers, openid)
const staff = () => of(staffOf.jingStaff)
const rows = async <T>(collection: string, where: object): Promise<T[]> =>
  ((await cloud.admin.collection(collection).where(where).limit(1000).get()) as { data: T[] }).data
const at = (instant: number) => cloud.clock(new Date(instant).toISOString())
const begins = () => saturdayNine + day * 24 * hour

/** A shift of three hours on the next day, with these on it. */
const shiftWith = async (on: readonly string[], changes: object = {}): Promise<string> => {
  day++
  const { id } = await staff()('saveShift', {
    kind: 'patrol',
    title: '小区巡逻',
    placeName: '小区南门',
    node: places.jing,
    startsAt: begins(),
    endsAt: begins() + 3 * hour,
    needed: 2,
    ...changes,
  })
  for (const openid of on) await of(openid)('confirmShift', { shift: id })
  return id
}
const offered = async (changes: object = {}): Promise<string> => {
  const shift = await shiftWith([chen], changes)
  await of(chen)('offerSwap', { shift, offer: true })
  return shift
}
const shiftNow = async (_id: string): Promise<ShiftDoc> =>
  (await rows<ShiftDoc>('shifts', { _id }))[0]!
const onIt = async (shift: string) => {
  const { people, left } = await shiftNow(shift)
  return { people: people.map((id) => id.slice('dl_p'.length)), left }
}
const minutesOf = async (openid: string): Promise<number> =>
  (await rows<{ total: number }>('hours_balances', { person: staffId(openid) }))[0]?.total ?? 0

const meeting = meetingOn(() => cloud)
const atShifts = (procedure: string) => ({
  procedure: `volunteers.${procedure}`,
  collection: 'shifts',
})
const from = staffId(chen)
const takes = (openid: string, shift: string) => () =>
  codeOf(of(openid)('takeSwap', { shift, from }))
const entered = async (): Promise<string> =>
  (
    await staff()('enterHours', {
      person: from,
      day: '2026-11-21',
      minutes: 30,
      what: '扫楼道',
    })
  ).id

interface Race {
  meet: () => Promise<unknown>
  sound: unknown
  damage: unknown
}

const races: Readonly<Record<string, Race>> = {
  'somebody checks out, and the shift is closed by rule': {
    meet: async () => {
      const shift = await shiftWith([chen])
      const code = async () => {
        const target = targetOf((await staff()('shiftCode', { shift })).link ?? '')
        return target?.to === 'shiftCheckIn' ? target.code : ''
      }
      await at(begins())
      await of(chen)('checkIn', { code: await code(), leaving: false })
      const went = begins() + 3 * hour + hour / 3
      await at(went)
      const out = { code: await code(), leaving: true, scannedAt: went }
      await at(begins() + 4 * hour)
      await meeting(
        { collection: 'shifts' },
        () => cloud.timer('jobs'),
        () => of(chen)('checkIn', out),
      )
      await at(begins() + 4.25 * hour)
      await cloud.timer('jobs')
      return (await rows<{ minutes: number }>('hours_entries', { shift })).map(
        ({ minutes }) => minutes,
      )
    },
    sound: [200],
    damage: [180],
  },

  'two come to the last place': {
    meet: async () => {
      const shift = await shiftWith([], { needed: 1 })
      const codes = await meeting(
        atShifts('confirmShift'),
        () => codeOf(of(chen)('confirmShift', { shift })),
        () => codeOf(of(shan)('confirmShift', { shift })),
      )
      return { codes, ...(await onIt(shift)) }
    },
    sound: { codes: ['ShiftFull', 'ok'], people: ['shan'], left: 0 },
    damage: { codes: ['ok', 'ok'], people: ['shan', 'chen'], left: -1 },
  },

  'somebody gives their place back, and it is handed on': {
    meet: async () => {
      const shift = await offered()
      const codes = await meeting(atShifts('takeSwap'), takes(shan, shift), () =>
        codeOf(of(chen)('withdrawFromShift', { shift })),
      )
      return { codes, ...(await onIt(shift)) }
    },
    sound: { codes: ['NotOffered', 'ok'], people: [], left: 2 },
    damage: { codes: ['ok', 'ok'], people: ['shan'], left: 2 },
  },

  'two take the place of one': {
    meet: async () => {
      const shift = await offered()
      const codes = await meeting(atShifts('takeSwap'), takes(shan, shift), takes(zhao, shift))
      return { codes, ...(await onIt(shift)) }
    },
    sound: { codes: ['NotOffered', 'ok'], people: ['zhao'], left: 1 },
    damage: { codes: ['ok', 'ok'], people: ['shan'], left: 1 },
  },

  'a place is taken, and taken back': {
    meet: async () => {
      const shift = await offered()
      const codes = await meeting(atShifts('takeSwap'), takes(shan, shift), () =>
        codeOf(of(chen)('offerSwap', { shift, offer: false })),
      )
      return { codes, ...(await onIt(shift)) }
    },
    sound: { codes: ['NotOffered', 'ok'], people: ['chen'], left: 1 },
    damage: { codes: ['ok', 'ok'], people: ['shan'], left: 1 },
  },

  'one coordinator agrees, another does not': {
    meet: async () => {
      const shift = await offered({ approveSwaps: true })
      await takes(shan, shift)()
      const answers = (openid: string, agree: boolean) => () =>
        codeOf(of(openid)('answerSwap', { shift, from, agree }))
      const codes = await meeting(
        atShifts('answerSwap'),
        answers(staffOf.jingStaff, true),
        answers(colleague, false),
      )
      return { codes, ...(await onIt(shift)) }
    },
    sound: { codes: ['NothingToAnswer', 'ok'], people: ['chen'], left: 1 },
    damage: { codes: ['ok', 'ok'], people: ['shan'], left: 1 },
  },

  'somebody is made leader, and leaves': {
    meet: async () => {
      const shift = await shiftWith([chen])
      const codes = await meeting(
        atShifts('setLeader'),
        () => codeOf(staff()('setLeader', { shift, person: from })),
        () => codeOf(of(chen)('withdrawFromShift', { shift })),
      )
      return { codes, leader: (await shiftNow(shift)).leader }
    },
    sound: { codes: ['NotOnShift', 'ok'], leader: null },
    damage: { codes: ['ok', 'ok'], leader: from },
  },

  'one confirms hours, another refuses them': {
    meet: async () => {
      const entry = await entered()
      const before = await minutesOf(chen)
      const codes = await meeting(
        { procedure: 'volunteers.confirmHours', collection: 'hours_balances' },
        () => codeOf(of(colleague)('confirmHours', { entry })),
        () => codeOf(of(staffOf.centreStaff)('refuseHours', { entry, because: '没来' })),
      )
      return { codes, added: (await minutesOf(chen)) - before }
    },
    sound: { codes: ['AlreadyDecided', 'ok'], added: 0 },
    damage: { codes: ['ok', 'ok'], added: 30 },
  },

  'two confirm hours of one person': {
    meet: async () => {
      const [one, other] = [await entered(), await entered()]
      const before = await minutesOf(chen)
      const confirms = (openid: string, entry: string) => () =>
        codeOf(of(openid)('confirmHours', { entry }))
      const codes = await meeting(
        { procedure: 'volunteers.confirmHours', collection: 'hours_balances' },
        confirms(colleague, one),
        confirms(staffOf.centreStaff, other),
      )
      return { codes, added: (await minutesOf(chen)) - before }
    },
    sound: { codes: ['ok', 'ok'], added: 60 },
    damage: { codes: ['ok', 'ok'], added: 30 },
  },

  'two enter the hours of one shift': {
    meet: async () => {
      const shift = await shiftWith([shan])
      await at(begins() + 4 * hour)
      const hours = {
        ...{ shift, person: staffId(shan), minutes: 180, what: '巡逻' },
        day: new Date(begins() + 8 * hour).toISOString().slice(0, 10),
      }
      const enters = (openid: string) => () => codeOf(of(openid)('enterHours', hours))
      const codes = await meeting(
        atShifts('enterHours'),
        enters(staffOf.jingStaff),
        enters(colleague),
      )
      return { codes, entries: (await rows('hours_entries', { shift })).length }
    },
    sound: { codes: ['AlreadyEntered', 'ok'], entries: 1 },
    damage: { codes: ['ok', 'ok'], entries: 2 },
  },

  'two join a team with one place left': {
    meet: async () => {
      for (const openid of [shan, zhao]) await registered(cloud, openid)
      const draft = { name: '巡逻队', about: '', node: places.jing, most: 2, open: true }
      const { id: team } = await staff()('saveTeam', { draft: { ...draft, leader: null } })
      await registered(cloud, chen)
      await of(chen)('joinTeam', { team, join: true })
      const joins = (openid: string) => () => codeOf(of(openid)('joinTeam', { team, join: true }))
      const codes = await meeting(
        { procedure: 'volunteers.joinTeam', collection: 'volunteer_teams' },
        joins(shan),
        joins(zhao),
      )
      const [now] = await rows<TeamDoc>('volunteer_teams', { _id: team })
      return { codes, left: now!.left }
    },
    sound: { codes: ['TeamFull', 'ok'], left: 0 },
    damage: { codes: ['ok', 'ok'], left: -1 },
  },
}

describe.each([
  ['two at once', {}, 'sound'],
  ['two at once without the guards', { functions: 'unguarded' }, 'damage'],
] as const)('%s', (_, options, outcome) => {
  beforeAll(async () => {
    day = 0
    cloud = await startCentre(options)
    await seedMembers(cloud, [
      ...[chen, shan, zhao].map((openid) => ({
        openid,
        name: names[openid],
        role: 'volunteer' as const,
        node: places.jing,
      })),
      { openid: colleague, name: '第二位社工', role: 'communityStaff', node: places.jing },
    ])
  })
  afterAll(() => cloud.stop())

  test.each(Object.entries(races))('%s', async (_name, race) => {
    expect(await race.meet()).toEqual(race[outcome])
  })
})
