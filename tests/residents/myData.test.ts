import { activities } from '@/types/activities'
import { residents } from '@/types/residents'
import { instantOf } from '@/types/shared/day'
import { lego, publish } from '../activities/publishing'
import type { TestCloud } from '../support/cloud'
import {
  as,
  codeOf,
  jingHome,
  newKey,
  places,
  policy,
  resident,
  staffOf,
  startCentre,
  verify,
} from '../support/people'

describe('my data', () => {
  let cloud: TestCloud
  beforeAll(async () => {
    cloud = await startCentre()
  })
  afterAll(() => cloud.stop())

  const everything = async (): Promise<string> => {
    const names = [
      'people',
      'passports',
      'consents',
      'doubles',
      'act_requests',
      'outbox',
      'registrations',
      'activities',
      'activity_places',
      'attendances',
      'audit',
      'nodes',
    ]
    const all = await Promise.all(
      names.map(async (name) => (await cloud.admin.collection(name).limit(1000).get()).data),
    )
    return JSON.stringify(all)
  }

  it('are a file to keep, for a day', async () => {
    const li = await resident(cloud, 'o-li', '李奶奶', { home: jingHome(), phone: '13812345678' })
    await verify(cloud, li.id, '1942-03-01')
    const me = as(cloud, residents, 'o-li')
    const key = newKey()
    const { url } = await me('exportMyData', { key })
    const again = await me('exportMyData', { key })
    expect(again.url.split('?')[0]).toBe(url.split('?')[0])
    const file = (await (await fetch(url)).json()) as Record<string, unknown>
    expect(file).toMatchObject({
      person: [{ name: '李奶奶', phone: '13812345678', birthDate: '1942-03-01' }],
      consents: [{ purpose: 'privacyPolicy', version: policy }],
      notices: [{ event: 'verified' }],
      registrations: [],
      attendances: [],
      meals: [],
    })
    await cloud.clock('2026-11-22T09:00:00+08:00')
    await cloud.timer('jobs')
    expect((await fetch(url)).status).toBeGreaterThanOrEqual(400)
    const { total } = await cloud.admin.collection('data_exports').count()
    expect(total).toBe(0)
  })

  it('are all in the file, also where there are more than one request reads', async () => {
    const { id } = await resident(cloud, 'o-many', '马女士')
    const many = 1203
    const at = Date.parse('2026-11-21T08:00:00+08:00')
    const rows = Array.from({ length: many }, (_, i) => ({
      _id: `dl_n-many-${String(i).padStart(4, '0')}`,
      centre: 'dl',
      v: 1,
      event: 'verified',
      to: id,
      // Many of one moment, so that a page ends among equals.
      at: at + Math.floor(i / 700),
      state: 'told',
    }))
    await cloud.admin.collection('outbox').add(rows)
    const { url, complete } = await as(cloud, residents, 'o-many')('exportMyData', {})
    expect(complete).toBe(true)
    const file = (await (await fetch(url)).json()) as { notices: { _id: string }[] }
    expect(new Set(file.notices.map(({ _id }) => _id)).size).toBe(many)
    expect(file).toMatchObject({ cutShort: [] })
  })

  it('go on the day named, unless the wish is taken back', async () => {
    await resident(cloud, 'o-fan', '范先生')
    const fan = as(cloud, residents, 'o-fan')
    const { erasedOn } = await fan('deleteMyAccount', {})
    expect(erasedOn).toBe('2026-11-29')
    await cloud.clock('2026-11-24T09:00:00+08:00')
    expect(await fan('deleteMyAccount', {})).toEqual({ erasedOn })
    expect((await fan('me', {})).erasedOn).toBe(erasedOn)
    await fan('keepMyAccount', {})
    await cloud.clock('2026-12-01T09:00:00+08:00')
    await cloud.timer('jobs')
    expect((await fan('me', {})).person?.name).toBe('范先生')
  })

  it('leave nothing that names a person, their child, or who acted', async () => {
    const marks = [
      '葛兰花',
      '葛小草',
      '13655554444',
      '1971-07-17',
      '葛急人',
      '不吃花生',
      '大门口接',
    ]
    const person = await resident(cloud, 'o-ge', '葛兰花', {
      birthDate: '1971-07-17',
      phone: '13655554444',
      home: jingHome('1101'),
    })
    const ge = as(cloud, residents, 'o-ge')
    await ge('updateProfile', { emergencyContact: { name: '葛急人', phone: '13655554444' } })
    const child = await ge('addDependant', {
      name: '葛小草',
      relation: 'child',
      birthDate: '2019-07-17',
      consent: 'guardian',
    })
    const shared = await ge('addDependant', {
      name: '共同的奶奶',
      relation: 'parent',
      consent: 'spoken',
    })
    const brother = await resident(cloud, 'o-ge-brother', '弟弟')
    await as(
      cloud,
      residents,
      staffOf.centreStaff,
    )('allowActor', {
      person: shared.id,
      actor: brother.id,
      relation: 'parent',
      consent: 'spoken',
    })
    const { card } = await as(cloud, residents, 'o-li')('memberCode', {})
    await ge('askToAct', { card, relation: 'other' })
    await verify(cloud, person.id, '1971-07-17', jingHome('1101'))
    await as(
      cloud,
      residents,
      staffOf.centreStaff,
    )('setTag', { person: person.id, tag: 'lowIncome', consent: 'signedForm' })
    const startsAt = instantOf('2026-12-20', '09:00')
    const activity = await publish(
      cloud,
      lego({
        opensAt: instantOf('2026-12-01', '09:00'),
        closesAt: startsAt,
        cancelUntil: startsAt,
        sessions: [{ startsAt, endsAt: startsAt + 3_600_000 }],
        questions: [{ label: '忌口', options: [], required: false }],
      }),
    )
    const signUp = as(cloud, activities, 'o-ge')
    await signUp('signUp', { activity, answers: ['不吃花生'] })
    await signUp('signUp', {
      activity,
      forResident: child.id,
      guardian: { emergencyName: '葛急人', emergencyPhone: '13655554444', mayCollect: '大门口接' },
    })
    const before = await everything()
    expect(marks.filter((mark) => !before.includes(mark))).toEqual([])

    await ge('deleteMyAccount', {})
    await cloud.clock('2026-12-07T12:00:00+08:00')
    await cloud.timer('jobs')
    expect((await ge('me', {})).person?.name).toBe('葛兰花')
    await cloud.clock('2026-12-08T12:00:00+08:00')
    await cloud.timer('jobs')

    const left = await everything()
    expect(marks.filter((mark) => left.includes(mark))).toEqual([])
    expect(left).toContain('共同的奶奶')
    expect(await ge('me', {})).toMatchObject({ person: null })
    expect((await as(cloud, residents, 'o-li')('me', {})).askingToAct).toEqual([])
    const staff = as(cloud, residents, staffOf.centreStaff)
    for (const id of [person.id, child.id])
      expect(await codeOf(staff('getPerson', { person: id }))).toBe('NotFound')
    expect((await staff('getPerson', { person: shared.id })).name).toBe('共同的奶奶')

    // Who comes back is somebody new: the old id stays with what was counted.
    const back = await ge('signIn', { name: '兰花', policy })
    expect(back.person?.id).not.toBe(person.id)
    expect(back.person).toMatchObject({ birthDate: null, verification: null, tags: [] })
  })

  it('of the last admin stay until somebody else takes over', async () => {
    const admin = as(cloud, residents, staffOf.admin)
    expect(await codeOf(admin('deleteMyAccount', {}))).toBe('LastAdmin')
    const next = await resident(cloud, 'o-next', '新主任')
    await admin('grantRole', { person: next.id, role: 'admin', node: places.centre })
    const both = await Promise.all([
      codeOf(admin('deleteMyAccount', {})),
      codeOf(as(cloud, residents, 'o-next')('deleteMyAccount', {})),
    ])
    expect(both.sort()).toEqual(['LastAdmin', 'ok'])
  })
})
