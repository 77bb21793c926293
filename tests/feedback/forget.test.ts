import { residents } from '@/types/residents'
import { as, places, staffOf, startCentre } from '../support/people'
import type { TestCloud } from '../support/cloud'
import { caseDoc, dispute, lamp, li, of, owners, photoOf, reported, solved } from './speaking'

// What somebody said is theirs to take along, and goes with them; that a lamp was broken stays.

let cloud: TestCloud
beforeEach(async () => {
  cloud = await startCentre()
  await owners(cloud)
  await li(cloud)
  await li(cloud, 'o-wang', '王大爷', '302')
})
afterEach(() => cloud.stop())

const my = () => of(cloud, 'o-li')
const documents = async (name: string) =>
  ((await cloud.admin.collection(name).limit(1000).get()) as { data: object[] }).data
const everything = async () =>
  JSON.stringify([
    await documents('cases'),
    await documents('sealed_contents'),
    await documents('media_checks'),
  ])
const runAt = async (time: string) => {
  await cloud.clock(time)
  await cloud.timer('jobs')
}
const file = async (openid: string): Promise<string> => {
  const { url } = await as(cloud, residents, openid)('exportMyData', {})
  return (await fetch(url)).text()
}

/** A lamp with a photo and a word later, and a dispute; 王大爷 met with the lamp too. */
const spoken = async () => {
  const id = await reported(cloud, 'o-li', {
    text: '黑灯瞎火',
    photos: [await photoOf(cloud, 'o-li')],
  })
  await my()('edit', { case: id, words: '我家楼下', photos: [await photoOf(cloud, 'o-li')] })
  await of(cloud, 'o-wang')('join', { case: id })
  const sealed = await reported(cloud, 'o-li', { category: dispute, text: '楼上半夜跳舞' })
  await my()('edit', { case: sealed, words: '昨晚又跳' })
  return { id, sealed }
}

test('each takes along what they said, and nothing of what another said', async () => {
  await spoken()
  const hers = JSON.parse(await file('o-li')) as { messages: object[] }
  expect(hers.messages).toHaveLength(2)
  expect(JSON.stringify(hers.messages)).toMatch(/黑灯瞎火.*我家楼下.*半夜跳舞.*昨晚又跳/)
  const his = JSON.parse(await file('o-wang')) as { messages: object[] }
  expect(his.messages).toMatchObject([{ category: '路灯', state: 'open' }])
  expect(JSON.stringify(his)).not.toMatch(/黑灯瞎火|我家楼下/)
})

test('who leaves takes their words, pictures and name along; the case and what staff did stay', async () => {
  const { id } = await spoken()
  const { rev } = await of(cloud, staffOf.jingWorker)('caseForStaff', { case: id })
  await of(cloud, staffOf.jingWorker)('take', { case: id, rev })
  const files = (await caseDoc(cloud, id)).photos
  // Staff wrote down what they said in a voice message.
  const { steps } = await caseDoc(cloud, id)
  const written = { ...steps[0], kind: 'transcribed', words: '楼道里黑灯瞎火' }
  await cloud.admin
    .collection('cases')
    .doc(id)
    .update({ steps: [...steps, written] })
  await as(cloud, residents, 'o-li')('deleteMyAccount', {})
  await runAt('2026-12-15T04:00:00+08:00')
  expect(await everything()).not.toMatch(/李奶奶|黑灯瞎火|我家楼下|跳|o-li/)
  expect(await caseDoc(cloud, id)).toMatchObject({
    ...{ placeName: '静安里社区 3号楼', sealedAuthor: null, joined: 1, stage: 'active' },
    photos: [],
  })
  expect((await caseDoc(cloud, id)).steps.map(({ kind }) => kind)).toContain('taken')
  expect((await documents('media_checks')).length).toBe(0)
  expect(files).toHaveLength(1)
  expect((await of(cloud, 'o-wang')('mine', {})).items).toMatchObject([{ id }])
  // Nobody is left to say that it is solved.
  await solved(cloud, id, Date.parse('2026-12-16T08:00:00+08:00'))
  await runAt('2026-12-31T08:00:00+08:00')
  expect(await caseDoc(cloud, id)).toMatchObject({ state: 'lapsed' })
})

test('who joined and leaves is not counted any more', async () => {
  const { id } = await spoken()
  await as(cloud, residents, 'o-wang')('deleteMyAccount', {})
  await runAt('2026-12-15T04:00:00+08:00')
  expect(await caseDoc(cloud, id)).toMatchObject({ joined: 0, joins: {} })
})

test('what staff put down for somebody stays theirs, without the name of who did', async () => {
  const { id: forResident } = await li(cloud)
  const staff = of(cloud, staffOf.jingStaff)
  const { id } = await staff('submit', {
    ...{ category: lamp, text: '扶手松了', forResident },
    place: { node: places.jing3, where: '' },
  })
  await my()('show', { case: id })
  expect((await caseDoc(cloud, id)).reporter).toMatchObject({ byName: '钱社工' })
  await as(cloud, residents, staffOf.jingStaff)('deleteMyAccount', {})
  await runAt('2026-12-15T04:00:00+08:00')
  expect(await caseDoc(cloud, id)).toMatchObject({
    text: '扶手松了',
    reporter: { name: '李奶奶', byName: null },
  })
  await solved(cloud, id, Date.parse('2026-12-15T04:00:00+08:00'))
  expect((await my()('show', { case: id })).may).toContain('confirm')
})

test('two years after it is over nothing of it is left', async () => {
  const { id, sealed } = await spoken()
  await my()('withdraw', { case: sealed })
  await solved(cloud, id)
  await my()('confirm', { case: id, stars: 5, words: '' })
  await runAt('2028-11-20T03:55:00+08:00')
  expect(await documents('cases')).toHaveLength(2)
  await runAt('2028-11-24T03:55:00+08:00')
  for (const name of ['cases', 'sealed_contents', 'media_checks'])
    expect(await documents(name)).toEqual([])
})

test('whose message became part of another case takes along what they said there', async () => {
  const into = await reported(cloud, 'o-li')
  const id = await reported(cloud, 'o-wang')
  const worker = of(cloud, staffOf.jingWorker)
  const { rev } = await worker('caseForStaff', { case: id })
  await worker('merge', { case: id, rev, into })
  await solved(cloud, into)
  const photos = [await photoOf(cloud, 'o-wang')]
  const wang = of(cloud, 'o-wang')
  await wang('reopen', { case: into, words: '我窗户前的没亮', photos })
  expect(await file('o-wang')).toContain('我窗户前的没亮')
  expect(await file('o-li')).not.toContain('我窗户前的没亮')
  await wang('leaveJoin', { case: into })
  await as(cloud, residents, 'o-wang')('deleteMyAccount', {})
  await runAt('2026-12-15T04:00:00+08:00')
  const left = await everything()
  expect(left).not.toContain('我窗户前的没亮')
  const { steps } = await caseDoc(cloud, into)
  expect(steps.find(({ kind }) => kind === 'reopened')).toMatchObject({ words: '', photos: [] })
})
