import type { TestCloud } from '../support/cloud'
import { codeOf, places, staffId, staffOf, startCentre } from '../support/people'
import { caseDoc, dispute, lamp, li, of, owners, reported, road, solved, told } from './speaking'

// Several meet with one thing: it is one case, and each of them hears of it.

let cloud: TestCloud
beforeEach(async () => {
  cloud = await startCentre()
  await owners(cloud)
  await li(cloud)
  await li(cloud, 'o-wang', '王大爷', '302')
})
afterEach(() => cloud.stop())

const wang = () => of(cloud, 'o-wang')
const near = { category: lamp, place: { node: places.jing3, where: '' } }

test('what is open nearby is offered in words of the program, and nothing that is told in confidence', async () => {
  const id = await reported(cloud, 'o-li', { text: '我家门口黑' })
  await reported(cloud, 'o-li', { aboutStaff: staffId(staffOf.jingWorker) })
  await reported(cloud, 'o-li', { category: dispute })
  await reported(cloud, 'o-li', { place: { node: places.jing12, where: '' } })
  const { cases } = await wang()('similar', near)
  expect(cases).toMatchObject([
    { id, category: '路灯', place: '静安里社区 3号楼', state: 'open', joined: 0, follows: false },
  ])
  expect(JSON.stringify(cases)).not.toContain('门口黑')
  expect((await wang()('similar', { ...near, category: dispute })).cases).toEqual([])
  expect((await of(cloud, 'o-li')('similar', near)).cases).toMatchObject([{ follows: true }])
})

test('two who point at one crossing from two sides of a street mean the same', async () => {
  const point = { latitude: 38.9149, longitude: 121.6142, where: '东门外' }
  const id = await reported(cloud, 'o-li', { category: road, place: point })
  const other = { ...point, latitude: 38.9151 }
  expect((await wang()('similar', { category: road, place: other })).cases).toMatchObject([{ id }])
  const far = { ...point, latitude: 38.9181 }
  expect((await wang()('similar', { category: road, place: far })).cases).toEqual([])
})

test('who joins counts once, reads nobody else’s words, and hears of it', async () => {
  const id = await reported(cloud, 'o-li')
  await of(cloud, 'o-li')('edit', { case: id, words: '我家在 301' })
  expect(await wang()('join', { case: id })).toEqual({ joined: 1 })
  expect(await wang()('join', { case: id })).toEqual({ joined: 1 })
  expect(await of(cloud, 'o-li')('join', { case: id })).toEqual({ joined: 1 })
  const shown = await wang()('show', { case: id })
  expect(shown).toMatchObject({ text: '', where: '', mine: false, may: ['leaveJoin'] })
  expect(shown.steps.map(({ kind }) => kind)).toEqual(['received'])
  expect((await wang()('mine', {})).items).toMatchObject([{ id }])
  expect(await codeOf(wang()('edit', { case: id, words: '我也说' }))).toBe('NotNow')
  const { rev } = await of(cloud, staffOf.jingWorker)('caseForStaff', { case: id })
  await of(cloud, staffOf.jingWorker)('take', { case: id, rev })
  expect(await told(cloud, 'caseMoved')).toHaveLength(2)
  expect(JSON.stringify(await caseDoc(cloud, id))).not.toMatch(/王大爷|o-wang/)
  await wang()('leaveJoin', { case: id })
  expect(await codeOf(wang()('show', { case: id }))).toBe('NotFound')
  expect(await caseDoc(cloud, id)).toMatchObject({ joined: 0, joins: {} })
})

test('twelve join at once: twelve are counted', async () => {
  const id = await reported(cloud, 'o-li')
  const phones = Array.from({ length: 12 }, (_, n) => `o-n${n}`)
  for (const [n, openid] of phones.entries()) await li(cloud, openid, `邻居${n}`, `4${n}`)
  await Promise.all(phones.map((openid) => of(cloud, openid)('join', { case: id })))
  const { joined, joins } = await caseDoc(cloud, id)
  expect([joined, Object.keys(joins).length]).toEqual([12, 12])
})

test('nothing is joined that is over, sealed or about a member of staff; nor twenty-one a day', async () => {
  const over = await solved(cloud, await reported(cloud, 'o-li'))
  const sealed = await reported(cloud, 'o-li', { category: dispute })
  const about = await reported(cloud, 'o-li', { aboutStaff: staffId(staffOf.jingWorker) })
  const codes = [over, sealed, about].map((id) => codeOf(wang()('join', { case: id })))
  expect(await Promise.all(codes)).toEqual(['NotNow', 'NotFound', 'NotFound'])
  const many: string[] = []
  for (let n = 0; n < 21; n++) {
    if (n % 10 === 7) await li(cloud, `o-s${n}`, `邻居${n}`, `5${n}`)
    many.push(await reported(cloud, n < 7 ? 'o-li' : n < 17 ? 'o-s7' : 'o-s17'))
  }
  for (const id of many.slice(0, 20)) await wang()('join', { case: id })
  expect(await codeOf(wang()('join', { case: many[20]! }))).toBe('TooManyToday')
})
