import { residents } from '@/types/residents'
import { dl } from '../support/people'
import type { TestCloud } from '../support/cloud'
import {
  as,
  chunHome,
  codeOf,
  jingHome,
  places,
  pathOf,
  resident,
  staffOf,
  startCentre,
} from '../support/people'
import { lookup } from '@/domain/residents/lookup'
import { newPerson } from '@/domain/residents/person'

describe('finding people', () => {
  let cloud: TestCloud
  beforeAll(async () => {
    cloud = await startCentre()
    await resident(cloud, 'o-li', '李秀英', {
      home: jingHome(),
      phone: '13812345678',
      birthDate: '1942-03-01',
    })
    await resident(cloud, 'o-li-2', '李秀英', { home: chunHome(), birthDate: '1956-07-01' })
    await resident(cloud, 'o-ouyang', '欧阳明', { home: jingHome('302') })
    await resident(cloud, 'o-homeless', '李未定')
  })
  afterAll(() => cloud.stop())

  const found = async (openid: string, text: string) =>
    (await as(cloud, residents, openid)('findPeople', { text })).items.map(
      ({ homeName }) => homeName,
    )

  it.each(['李秀英', '秀英', '英', '5678', '12号楼301', '12-2-301', '12号楼（西门）2单元301室'])(
    'by %s',
    async (text) => {
      expect(await found(staffOf.jingWorker, text)).toEqual(['静安里社区 12号楼 2单元301室'])
    },
  )

  it('lists who lives in a building', async () => {
    expect((await found(staffOf.jingWorker, '12号楼')).sort()).toEqual([
      '静安里社区 12号楼 2单元301室',
      '静安里社区 12号楼 2单元302室',
    ])
  })

  it('tells namesakes apart, and shows only those of the caller’s nodes', async () => {
    const { items } = await as(
      cloud,
      residents,
      staffOf.centreStaff,
    )('findPeople', { text: '李秀英' })
    expect(items.map(({ birthYear }) => birthYear).sort()).toEqual([1942, 1956])
    expect(await found(staffOf.chunStaff, '李秀英')).toEqual(['春柳社区 7号楼 1单元101室'])
    expect(await found(staffOf.chunWorker, '欧阳')).toEqual([])
  })

  it('is for staff only, and a person of another grid opens for nobody there', async () => {
    expect(await codeOf(as(cloud, residents, 'o-li')('findPeople', { text: '李' }))).toBe(
      'NotAllowed',
    )
    const [li] = (await as(cloud, residents, staffOf.jingWorker)('findPeople', { text: '秀英' }))
      .items
    const person = li!.id
    expect(await codeOf(as(cloud, residents, staffOf.chunWorker)('getPerson', { person }))).toBe(
      'NotAllowed',
    )
    const seen = await as(cloud, residents, staffOf.jingWorker)('getPerson', { person })
    expect(seen).toMatchObject({
      name: '李秀英',
      phoneMasked: '138****5678',
      age: 84,
      hasPhone: true,
    })
    expect(JSON.stringify(seen)).not.toContain('13812345678')
  })

  it('pages through a common surname without walking the centre', async () => {
    const many = Array.from({ length: 900 }, (_, i) => {
      const id = `dl_pmany${String(i).padStart(4, '0')}`
      const node = i % 100 === 0 ? places.jing12 : places.chun7
      const person = newPerson(
        { id, name: `王${'一二三四五六七八九'[i % 9]}`, household: null, path: pathOf(node) },
        { home: { building: node, room: String(i) }, buildingName: '楼' },
      )
      return {
        _id: id,
        centre: dl,
        v: 1,
        ...person,
        ...lookup(person),
        rev: 1,
        endTold: false,
        phoneKey: null,
      }
    })
    await cloud.admin.collection('people').add(many)
    const staff = as(cloud, residents, staffOf.centreStaff)
    const seen: string[] = []
    let after: string | undefined
    do {
      const { items, next } = await staff('findPeople', { text: '王', ...(after && { after }) })
      expect(items.length).toBeLessThanOrEqual(20)
      seen.push(...items.map(({ id }) => id))
      after = next ?? undefined
    } while (after)
    expect(seen).toHaveLength(900)
    expect(new Set(seen).size).toBe(900)
    // Nine of nine hundred live here: the strict database would refuse to walk the others.
    expect(await found(staffOf.jingWorker, '王')).toHaveLength(9)
  })
})
