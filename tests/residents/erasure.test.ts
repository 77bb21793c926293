import { activities } from '@/types/activities'
import { residents } from '@/types/residents'
import { lego, publish } from '../activities/publishing'
import type { TestCloud } from '../support/cloud'
import {
  as,
  codeOf,
  jingHome,
  places,
  policy,
  resident,
  seedMembers,
  staffId,
  staffOf,
  startCentre,
} from '../support/people'

describe('what somebody holds when their data are erased', () => {
  let cloud: TestCloud
  beforeAll(async () => {
    cloud = await startCentre()
  })
  afterAll(() => cloud.stop())

  it('is given back: the next in line has the seat and is told, even after the last day to cancel', async () => {
    const activity = await publish(cloud, lego({ seats: 1, waitlist: 3 }))
    const signUp = async (openid: string, name: string) => {
      const { id } = await resident(cloud, openid, name)
      await as(cloud, activities, openid)('signUp', { activity })
      return id
    }
    const inside = await signUp('o-in', '殷女士')
    const first = await signUp('o-first', '付先生')
    const next = await signUp('o-next', '倪奶奶')
    const stays = async () =>
      (await as(cloud, activities, 'o-next')('mine', {})).items.map(({ state }) => state)
    expect(await stays()).toEqual(['waiting'])

    for (const openid of ['o-in', 'o-first'])
      await as(cloud, residents, openid)('deleteMyAccount', {})
    await cloud.clock('2026-11-27T23:00:00+08:00')
    await cloud.timer('jobs')
    expect(await stays()).toEqual(['waiting'])
    await cloud.clock('2026-11-28T01:05:00+08:00')
    await cloud.timer('jobs')

    expect(await stays()).toEqual(['in'])
    const { data } = await cloud.admin.collection('outbox').where({ event: 'promoted' }).get()
    expect(data).toMatchObject([{ to: next, thing: activity }])
    const { data: seats } = await cloud.admin.collection('activity_places').doc(activity).get()
    expect(seats).toMatchObject([{ left: 0, waiting: [], claims: { [next]: { state: 'in' } } }])
    const { data: records } = await cloud.admin.collection('registrations').get()
    const left = (records as { person: string; state: string; personName: string }[])
      .filter(({ person }) => [inside, first].includes(person))
      .map(({ state, personName }) => ({ state, personName }))
    expect(left).toEqual([
      { state: 'cancelled', personName: '' },
      { state: 'cancelled', personName: '' },
    ])
  })
})

describe('the erasure of somebody without a phone', () => {
  let cloud: TestCloud
  let mother: string
  const daughter = () => as(cloud, residents, 'o-daughter')
  const staff = () => as(cloud, residents, staffOf.jingStaff)

  beforeAll(async () => {
    cloud = await startCentre()
    await resident(cloud, 'o-daughter', '丁女士', { home: jingHome('701') })
    const added = await daughter()('addDependant', {
      name: '丁奶奶',
      relation: 'parent',
      birthDate: '1940-04-04',
      consent: 'spoken',
    })
    mother = added.id
  })
  afterAll(() => cloud.stop())

  it('is noted by staff of the place, with how the person said so, and the family hears of it', async () => {
    const wish = { person: mother, wish: 'signedForm' } as const
    expect(await codeOf(as(cloud, residents, staffOf.chunStaff)('deleteAccountFor', wish))).toBe(
      'NotAllowed',
    )
    expect(await codeOf(as(cloud, residents, staffOf.jingWorker)('deleteAccountFor', wish))).toBe(
      'NotAllowed',
    )
    expect(await staff()('deleteAccountFor', wish)).toEqual({ erasedOn: '2026-11-28' })
    expect(await staff()('getPerson', { person: mother })).toMatchObject({
      erasedOn: '2026-11-28',
      eraseWish: { said: 'signedForm', by: '钱社工', on: '2026-11-21' },
    })
    await cloud.clock('2026-11-22T09:00:00+08:00')
    // Asked again later, the first day stands.
    expect(await staff()('deleteAccountFor', wish)).toEqual({ erasedOn: '2026-11-28' })
    await cloud.timer('jobs')
    const { person } = await daughter()('me', {})
    const { data } = await cloud.admin.collection('outbox').where({ event: 'erasureAsked' }).get()
    expect((data as { to: string }[]).map(({ to }) => to).sort()).toEqual(
      [mother, person?.id].sort(),
    )
    expect(
      (await cloud.admin.collection('audit').where({ subject: mother, state: 'done' }).get()).data,
    ).toMatchObject([
      { procedure: 'residents.deleteAccountFor', actor: staffId(staffOf.jingStaff) },
      { procedure: 'residents.deleteAccountFor' },
    ])
  })

  it('is taken back by any staff of the place until the day', async () => {
    await as(cloud, residents, staffOf.centreStaff)('keepAccountFor', { person: mother })
    expect(await staff()('getPerson', { person: mother })).toMatchObject({
      erasedOn: null,
      eraseWish: null,
    })
    await cloud.clock('2026-11-29T09:00:00+08:00')
    await cloud.timer('jobs')
    expect((await staff()('getPerson', { person: mother })).name).toBe('丁奶奶')
  })

  it('is not for people with a phone, nor for oneself and one’s own', async () => {
    const { person } = await daughter()('me', {})
    const wish = 'spoken' as const
    const to = (who: string) => codeOf(staff()('deleteAccountFor', { person: who, wish }))
    expect(await to(person!.id)).toBe('OwnPhone')
    expect(await codeOf(staff()('keepAccountFor', { person: person!.id }))).toBe('OwnPhone')
    await seedMembers(cloud, [
      { openid: 'o-own', name: '冉社工', role: 'communityStaff', node: places.jing },
    ])
    const own = as(cloud, residents, 'o-own')
    const father = await own('addDependant', {
      name: '冉爷爷',
      relation: 'parent',
      home: jingHome('702'),
      consent: 'spoken',
    })
    expect(await codeOf(own('deleteAccountFor', { person: father.id, wish }))).toBe('NotYourself')
    expect(await codeOf(own('deleteAccountFor', { person: staffId('o-own'), wish }))).toBe(
      'NotYourself',
    )
    expect(await to(father.id)).toBe('ok')
    expect(await codeOf(own('keepAccountFor', { person: father.id }))).toBe('NotYourself')
  })

  it('meets the phone that took the record over: the person decides from then on', async () => {
    const wish = { person: mother, wish: 'spoken' } as const
    const { erasedOn } = await staff()('deleteAccountFor', wish)
    const { card } = await daughter()('memberCode', { forResident: mother })
    const details = { name: '丁奶奶', birthDate: '1940-04-04', policy }
    const own = as(cloud, residents, 'o-mother')
    expect((await own('takeOverRecord', { card, ...details })).erasedOn).toBe(erasedOn)
    expect(await codeOf(staff()('keepAccountFor', { person: mother }))).toBe('OwnPhone')
    await own('keepMyAccount', {})
    expect(await staff()('getPerson', { person: mother })).toMatchObject({
      erasedOn: null,
      eraseWish: null,
    })
  })

  it('leaves of them what a new record has, and the day', async () => {
    const worker = as(cloud, residents, staffOf.jingWorker)
    const { id } = await worker('registerPerson', {
      name: '单身老人',
      birthDate: '1935-05-05',
      phone: '0411-84112233',
      home: jingHome('703'),
    })
    await staff()('deleteAccountFor', { person: id, wish: 'spoken' })
    await cloud.clock('2026-12-06T02:00:00+08:00')
    await cloud.timer('jobs')
    const { data } = await cloud.admin.collection('people').doc(id).get()
    expect(data).toMatchObject([
      {
        facts: { name: '', birthDate: null, household: null, path: [places.centre] },
        eraseOn: null,
        eraseWish: null,
        erasedAt: expect.any(Number),
      },
    ])
    expect(JSON.stringify(data)).not.toMatch(/单身老人|1935|84112233|钱社工/)
  })
})
