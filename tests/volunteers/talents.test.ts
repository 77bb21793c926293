import { volunteerId, type VolunteerDoc } from '@/cloudfunctions/volunteers/store'
import { livesAt, offersOf } from '@/domain/volunteers/registration'
import { residents } from '@/types/residents'
import { volunteers } from '@/types/volunteers'
import type { TestCloud } from '../support/cloud'
import {
  as,
  chunHome,
  codeOf,
  dl,
  jingHome,
  newKey,
  pathOf,
  places,
  resident,
  seedMembers,
  staffId,
  staffOf,
  startCentre,
  type Home,
} from '../support/people'
import { childOf, register } from './registering'

let cloud: TestCloud
beforeEach(async () => {
  cloud = await startCentre()
})
afterEach(() => cloud.stop())

const rows = async <T>(collection: string, where: object = {}): Promise<T[]> =>
  ((await cloud.admin.collection(collection).where(where).limit(1000).get()) as { data: T[] }).data
const staff = (openid: string = staffOf.jingStaff) => as(cloud, volunteers, openid)
const living = async (openid: string, name: string, home: Home): Promise<string> =>
  (await resident(cloud, openid, name, { home, phone: '13812345678' })).id

describe('the talent directory', () => {
  test('holds who agreed, of the caller’s nodes, the nearest first; no number is shown', async () => {
    const li = await living('o-li', '李师傅', jingHome())
    const wang = await living('o-wang', '王师傅', { building: places.jing3, room: '201' })
    const far = await living('o-far', '远师傅', { building: places.jing30, room: '301' })
    const chun = await living('o-chun', '春师傅', chunHome())
    await living('o-shy', '谢师傅', jingHome('402'))
    for (const openid of ['o-li', 'o-wang', 'o-far', 'o-chun'])
      await register(cloud, openid, { listed: true, skills: ['plumbing'] })
    await register(cloud, 'o-shy', { listed: false, skills: ['plumbing'] })
    await register(cloud, 'o-wang', { listed: true, skills: ['plumbing', 'music'] })

    const found = async (openid: string, input: object = {}) =>
      (await staff(openid)('talents', input)).items.map(({ id }) => id)
    expect(await found(staffOf.jingStaff, { skill: 'plumbing', near: places.jing30 })).toEqual([
      far,
      li,
      wang,
    ])
    expect(await found(staffOf.jingStaff, { near: places.jing3 })).toEqual([wang, li, far])
    expect(await found(staffOf.jingStaff, { skill: 'music' })).toEqual([wang])
    expect(await found(staffOf.jingWorker)).toEqual(expect.arrayContaining([li, wang]))
    expect(await found(staffOf.jingWorker)).not.toContain(far)
    expect(await found(staffOf.chunStaff)).toEqual([chun])
    expect(await found(staffOf.centreStaff)).toHaveLength(4)
    const all = await staff()('talents', { skill: 'plumbing' })
    expect(JSON.stringify(all)).not.toContain('138')
    expect(await codeOf(staff('o-li')('talents', {}))).toBe('NotAllowed')
  })

  test('of several hundred pages hold everybody once, the nearest first', async () => {
    // Those of the building come last by name and by id.
    const living = Array.from({ length: 303 }, (_, n) => ({
      openid: `o-able-${1000 + n}`,
      building: n >= 300 ? places.jing12 : n % 3 ? places.jing3 : places.chun7,
    }))
    await seedMembers(
      cloud,
      living.map((one) => ({ ...one, name: one.openid })),
    )
    await register(cloud, living[0]!.openid, { listed: true })
    const [known] = await rows<VolunteerDoc>('volunteers')
    await cloud.admin.collection('volunteers').add(
      living.slice(1).map(({ openid, building }) => {
        const _id = volunteerId(dl, staffId(openid))
        const path = pathOf(building)
        const found = { path, offers: offersOf(path, ['plumbing']), livesAt: livesAt(path, _id) }
        return { ...known, ...found, _id, person: staffId(openid) }
      }),
    )
    const ids: string[] = []
    let after: string | undefined
    do {
      const { items, next } = await staff(staffOf.centreStaff)('talents', {
        near: places.jing12,
        after,
      })
      expect(items).toHaveLength(next === null ? 303 % 20 : 20)
      ids.push(...items.map(({ id }) => id))
      after = next ?? undefined
    } while (after !== undefined)
    const of = (building: string) =>
      living.filter((one) => one.building === building).map(({ openid }) => staffId(openid))
    const [building, community, others] = [of(places.jing12), of(places.jing3), of(places.chun7)]
    expect(ids.slice(0, 3)).toEqual(building)
    expect(ids.slice(3, 3 + community.length).sort()).toEqual(community.sort())
    expect(ids.slice(3 + community.length).sort()).toEqual(others.sort())
    const { items } = await staff()('talents', { near: places.jing30, skill: 'plumbing' })
    expect(items).toHaveLength(20)
  })

  test('with the consent taken back, nobody finds them and nobody is shown the number', async () => {
    const li = await living('o-li', '李师傅', jingHome())
    await register(cloud, 'o-li', { listed: true, contact: true })
    expect((await staff()('talents', {})).items).toMatchObject([{ id: li, contact: true }])
    const key = newKey()
    const look = () => staff()('revealContact', { person: li, because: '张奶奶家灯坏了', key })
    expect(await look()).toEqual({ name: '李师傅', phone: '13812345678' })
    expect(await look()).toEqual({ name: '李师傅', phone: '13812345678' })
    expect(await rows('contact_reveals')).toMatchObject([
      { person: li, by: staffId(staffOf.jingStaff), because: '张奶奶家灯坏了' },
    ])
    expect(await rows('audit', { procedure: 'volunteers.revealContact' })).toMatchObject([
      { subject: li, state: 'done' },
    ])

    // The volunteer reads who looked and why; other staff do not.
    const looks = async (openid: string, forResident?: string) =>
      (await staff(openid)('myStanding', { forResident })).looks
    expect(await looks('o-li')).toMatchObject([{ by: '钱社工', because: '张奶奶家灯坏了' }])
    expect(await looks(staffOf.centreStaff, li)).toEqual([])

    const { items } = await as(cloud, residents, 'o-li')('consents', {})
    for (const { id, purpose } of items)
      if (purpose === 'showContact' || purpose === 'talentDirectory')
        await as(cloud, residents, 'o-li')('withdrawConsent', { consent: id })
    expect((await staff()('talents', {})).items).toEqual([])
    expect(await codeOf(staff()('revealContact', { person: li, because: '还想再看一次' }))).toBe(
      'NoConsent',
    )
    expect(await rows('contact_reveals')).toHaveLength(1)
  })

  test('the record of the consent decides, also while the registration still says yes', async () => {
    const li = await living('o-li', '李师傅', jingHome())
    await register(cloud, 'o-li', { contact: true })
    await cloud.admin
      .collection('consents')
      .where({ person: li, purpose: 'showContact' })
      .update({ withdrawnAt: Date.parse('2026-11-21T08:30:00+08:00') })
    expect(await codeOf(staff()('revealContact', { person: li, because: '灯坏了' }))).toBe(
      'NoConsent',
    )
  })

  test('who turns out to be a minor is not found, nor is somebody who never registered', async () => {
    const li = await living('o-li', '小李', jingHome())
    await register(cloud, 'o-li', { listed: true, contact: true })
    await as(cloud, residents, 'o-li')('updateProfile', { birthDate: '2010-01-01' })
    expect((await staff()('talents', {})).items).toEqual([])
    expect(await codeOf(staff()('revealContact', { person: li, because: '灯坏了' }))).toBe(
      'NoConsent',
    )
    const none = await living('o-none', '没登记', jingHome('403'))
    expect(await codeOf(staff()('revealContact', { person: none, because: '灯坏了' }))).toBe(
      'NoConsent',
    )
    expect(
      await codeOf(staff(staffOf.chunStaff)('revealContact', { person: li, because: '看' })),
    ).toBe('NotAllowed')
  })

  test('looks are forgotten after three years', async () => {
    const look = (n: number, at: string) => ({
      _id: `${dl}_vc-${n}`,
      centre: dl,
      v: 1,
      person: 'dl_pold',
      by: 'dl_pby',
      because: '修灯',
      at: Date.parse(at),
    })
    await cloud.admin
      .collection('contact_reveals')
      .add([look(1, '2023-10-31T12:00:00+08:00'), look(2, '2023-11-30T12:00:00+08:00')])
    await cloud.clock('2026-11-22T01:45:00+08:00')
    await cloud.timer('jobs')
    expect(await rows<{ _id: string }>('contact_reveals')).toMatchObject([{ _id: `${dl}_vc-2` }])
  })
})

describe('levels', () => {
  test('the table of the centre counts hours and trainings; what is missing is said', async () => {
    const li = await living('o-li', '李师傅', jingHome())
    await register(cloud, 'o-li')
    await cloud.admin
      .collection('hours_balances')
      .add([{ _id: `${dl}_vb-${li.slice(3)}`, centre: dl, v: 1, person: li, total: 600 }])
    const mine = async () => (await as(cloud, volunteers, 'o-li')('myStanding', {})).standing
    expect(await mine()).toMatchObject({
      minutes: 600,
      level: null,
      next: { name: '一星', minutes: 5400, trainings: 1 },
    })

    const centre = staff(staffOf.centreStaff)
    const steps = [
      { name: '新芽', minutes: 600, trainings: 1 },
      { name: '大树', minutes: 6000, trainings: 2 },
    ]
    expect(await codeOf(staff()('saveLevels', { steps }))).toBe('NotAllowed')
    expect(await codeOf(centre('saveLevels', { steps: [...steps].reverse() }))).toBe(
      'StepsOutOfOrder',
    )
    const key = newKey()
    await centre('saveLevels', { steps: [steps[0]!], key })
    await centre('saveLevels', { steps })
    // The older table, sent once more, does not come back.
    expect(await centre('saveLevels', { steps: [steps[0]!], key })).toMatchObject({ steps })
    expect((await as(cloud, volunteers, 'o-li')('levels', {})).steps).toEqual(steps)

    expect(await mine()).toMatchObject({ level: null, next: { minutes: 0, trainings: 1 } })
    const first = newKey()
    const learn = (day: string, key = newKey()) =>
      staff()('recordTraining', { person: li, what: '急救', day, key })
    expect(await codeOf(learn('2026-11-22'))).toBe('InFuture')
    await learn('2026-11-20', first)
    expect(await mine()).toMatchObject({
      level: '新芽',
      next: { name: '大树', minutes: 5400, trainings: 1 },
      trainings: [{ what: '急救', day: '2026-11-20', by: '钱社工' }],
    })
    const [training] = (await mine())!.trainings
    const other = await living('o-other', '别人', jingHome('405'))
    // Named with another person, it stays.
    await staff()('removeTraining', { person: other, training: training!.id })
    expect(await mine()).toMatchObject({ level: '新芽' })
    await staff()('removeTraining', { person: li, training: training!.id })
    expect(await mine()).toMatchObject({ level: null, trainings: [] })
    // The tap that recorded it arrives once more: it does not come back, nor what it said.
    await learn('2026-11-20', first)
    expect(await mine()).toMatchObject({ level: null, trainings: [] })
    expect(await rows('volunteer_trainings')).toMatchObject([{ removed: true, what: '' }])
    expect(
      await codeOf(staff()('recordTraining', { person: other, what: '急救', day: '2026-11-20' })),
    ).toBe('NotAVolunteer')
  })

  test('staff see what their volunteers have come to, and nobody else’s', async () => {
    const child = await (async () => {
      await resident(cloud, 'o-li', '李师傅', { home: jingHome() })
      return childOf(cloud, 'o-li', '李小明', '2014-03-01')
    })()
    await register(cloud, 'o-li', {}, { forResident: child })
    const seen = (openid: string) => staff(openid)('myStanding', { forResident: child })
    expect(await seen(staffOf.jingStaff)).toMatchObject({ name: '李小明', minor: true })
    expect(await codeOf(seen(staffOf.chunStaff))).toBe('NotAllowed')
  })
})
