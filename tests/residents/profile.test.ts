import { residents } from '@/types/residents'
import type { TestCloud } from '../support/cloud'
import {
  as,
  codeOf,
  jingHome,
  newKey,
  places,
  resident,
  startCentre,
  staffOf,
  verify,
} from '../support/people'

describe('a profile', () => {
  let cloud: TestCloud
  beforeAll(async () => {
    cloud = await startCentre()
  })
  afterAll(() => cloud.stop())

  it('takes what is given, one field at a time, and says where somebody lives', async () => {
    await resident(cloud, 'o-li', '李奶奶')
    const li = as(cloud, residents, 'o-li')
    const aged = await li('updateProfile', { birthDate: '1942-11-22' })
    expect(aged).toMatchObject({ name: '李奶奶', birthDate: '1942-11-22', age: 83 })
    const housed = await li('updateProfile', { home: jingHome(), phone: '13812345678' })
    expect(housed).toMatchObject({
      age: 83,
      homeName: '静安里社区 12号楼 2单元301室',
      phone: '13812345678',
    })
    expect(await li('updateProfile', { phone: null })).toMatchObject({ phone: null })
    expect((await li('me', {})).person).toMatchObject({ birthDate: '1942-11-22', phone: null })
  })

  it('refuses a birth date to come and a building that is none', async () => {
    await resident(cloud, 'o-he', '何叔')
    const he = as(cloud, residents, 'o-he')
    expect(await codeOf(he('updateProfile', { birthDate: '2026-11-22' }))).toBe('BirthDateInFuture')
    for (const building of [places.jingGrid, 'dl_nowhere'])
      expect(await codeOf(he('updateProfile', { home: { building } }))).toBe('UnknownBuilding')
  })

  it('keeps what staff confirmed: birth date and home change only with them', async () => {
    const person = await resident(cloud, 'o-ma', '马爷爷', { home: jingHome('401') })
    await verify(cloud, person.id, '1946-05-05', jingHome('401'))
    const ma = as(cloud, residents, 'o-ma')
    expect(await codeOf(ma('updateProfile', { birthDate: '1930-01-01' }))).toBe('VerifiedBirthDate')
    expect(await codeOf(ma('updateProfile', { birthDate: null }))).toBe('VerifiedBirthDate')
    expect(await codeOf(ma('updateProfile', { home: jingHome('402') }))).toBe('VerifiedHome')
    // The same door, written in another way, is no move.
    const same = { building: places.jing12, unit: '2单元', room: '401室' }
    expect(await ma('updateProfile', { home: same, name: '马大爷' })).toMatchObject({
      name: '马大爷',
      birthDate: '1946-05-05',
    })
    await cloud.clock('2028-01-01T08:00:00+08:00')
    expect(await ma('updateProfile', { home: jingHome('402') })).toMatchObject({
      homeName: '静安里社区 12号楼 2单元402室',
    })
    await cloud.clock('2026-11-21T08:10:00+08:00')
  })

  it('is corrected by the grid worker of the grid, and by nobody of another', async () => {
    const person = await resident(cloud, 'o-gu', '谷姐', { home: jingHome('501') })
    const change = {
      forResident: person.id,
      emergencyContact: { name: '谷明', phone: '13900001111' },
    }
    expect(await codeOf(as(cloud, residents, staffOf.chunWorker)('updateProfile', change))).toBe(
      'NotAllowed',
    )
    expect(await codeOf(as(cloud, residents, 'o-li')('updateProfile', change))).toBe('NotAllowed')
    const done = await as(cloud, residents, staffOf.jingWorker)('updateProfile', change)
    expect(done.emergencyContact).toEqual({ name: '谷明', phone: '13900001111' })
    const { data } = await cloud.admin
      .collection('audit')
      .where({ subject: person.id, procedure: 'residents.updateProfile' })
      .get()
    expect(data).toMatchObject([{ state: 'done' }])
  })

  it('takes the number of the WeChat button, once for a code and again for the same tap', async () => {
    await resident(cloud, 'o-hu', '胡阿姨')
    const hu = as(cloud, residents, 'o-hu')
    const code = await cloud.phoneCode('o-hu', '13711112222')
    const key = newKey()
    expect(await hu('bindPhone', { key, code })).toEqual({ phone: '13711112222' })
    expect(await hu('bindPhone', { key, code })).toEqual({ phone: '13711112222' })
    expect(await codeOf(hu('bindPhone', { code }))).toBe('PhoneCodeExpired')
    expect((await hu('me', {})).person?.phone).toBe('13711112222')
  })

  it('offers communities, then the buildings of one in the order people count', async () => {
    const anybody = as(cloud, residents, 'o-new')
    const { items } = await anybody('listPlaces', {})
    expect(items.map(({ name }) => name).sort()).toEqual(['春柳社区', '静安里社区'].sort())
    const buildings = await anybody('listPlaces', { under: places.jing })
    expect(buildings.items.map(({ name }) => name)).toEqual(['3号楼', '12号楼', '30号楼'])
  })
})
