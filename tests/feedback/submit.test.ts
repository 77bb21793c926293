import type { TestCloud } from '../support/cloud'
import { judged, picture, pictureWith } from '../centre/uploading'
import {
  codeOf,
  newKey,
  places,
  seedMembers,
  staffId,
  staffOf,
  startCentre,
} from '../support/people'
import { caseDoc, dispute, li, lamp, of, owners, photoOf, reported, said, told } from './speaking'

// Somebody says what is wrong: once, whole, to whom it concerns, and nobody learns more than they should.

let cloud: TestCloud
beforeEach(async () => {
  cloud = await startCentre()
  await owners(cloud)
  await li(cloud)
})
afterEach(() => cloud.stop())

const my = () => of(cloud, 'o-li')
const worker = () => of(cloud, staffOf.jingWorker)
const all = async () =>
  ((await cloud.admin.collection('cases').limit(1000).get()) as { data: { _id: string }[] }).data
const after = (minutes: number) =>
  new Date(Date.parse('2026-11-21T08:00:00+08:00') + minutes * 60_000).toISOString()

test('it becomes a case with a number, an owner and a deadline, and the owner is told', async () => {
  const { id, state } = await said(cloud, 'o-li')
  expect(state).toBe('received')
  const shown = await my()('show', { case: id })
  expect(shown).toMatchObject({
    ...{ id, number: '2026-0001', category: '路灯', place: '静安里社区 3号楼', state: 'open' },
    ...{ level: 'grid', text: '楼下的路灯晚上不亮', where: '门口', mine: true },
    steps: [{ kind: 'received', level: 'grid' }],
    // Saturday; two working days later is Tuesday at 18:00.
    due: Date.parse('2026-11-24T18:00:00+08:00'),
  })
  expect((await worker()('cases', { view: 'mine' })).items).toMatchObject([{ id, late: false }])
  expect(await told(cloud, 'caseGiven')).toMatchObject([
    { to: staffId(staffOf.jingWorker), thing: id, data: { title: '静安里社区 3号楼 · 路灯' } },
  ])
  expect((await my()('mine', {})).items).toMatchObject([{ id, number: '2026-0001' }])
})

test('three requests in two round trips keep it', async () => {
  await cloud.resetMetrics()
  await said(cloud, 'o-li')
  expect((await cloud.metrics()).procedures['feedback.submit']).toMatchObject({
    requests: 3,
    roundTrips: 2,
  })
})

test('lists take two requests', async () => {
  await reported(cloud, 'o-li')
  await cloud.resetMetrics()
  await my()('mine', {})
  await worker()('cases', { view: 'active' })
  const { procedures } = await cloud.metrics()
  expect(procedures['feedback.mine']!.requests).toBe(2)
  expect(procedures['feedback.cases']!.requests).toBe(2)
})

test('its pictures are for others once they were looked at, and who sent them sees them at once', async () => {
  const photos = [await photoOf(cloud, 'o-li'), await photoOf(cloud, 'o-li', judged('risky'))]
  const id = await reported(cloud, 'o-li', { photos })
  const states = async () => ({
    mine: (await my()('show', { case: id })).photos.map(({ url, state }) => [state, url !== null]),
    staff: (await worker()('caseForStaff', { case: id })).photos.map(({ url, state }) => [
      state,
      url !== null,
    ]),
  })
  expect(await states()).toEqual({
    mine: [
      ['waiting', true],
      ['waiting', true],
    ],
    staff: [
      ['waiting', false],
      ['waiting', false],
    ],
  })
  await cloud.clock(after(1))
  expect(await states()).toEqual({
    mine: [
      ['passed', true],
      ['refused', true],
    ],
    staff: [
      ['passed', true],
      ['refused', false],
    ],
  })
})

test('a picture is kept without where and when it was taken', async () => {
  const place = Buffer.from('GPS 38.9149 N')
  const id = await reported(cloud, 'o-li', {
    photos: [await photoOf(cloud, 'o-li', pictureWith('eXIf', place))],
  })
  const [photo] = (await my()('show', { case: id })).photos
  const kept = Buffer.from(await (await fetch(photo!.url!)).arrayBuffer())
  expect(kept).toEqual(picture())
})

test('a file that never arrived takes nothing of the message with it', async () => {
  const photo = await photoOf(cloud, 'o-li')
  const id = await reported(cloud, 'o-li', {
    photos: [photo.replace(/\w{6}\.png$/, 'gone.png'), photo],
  })
  expect(await caseDoc(cloud, id)).toMatchObject({ lost: 1, state: 'open' })
  expect((await my()('show', { case: id })).photos).toHaveLength(1)
})

test('harmful words are refused, doubtful ones wait for staff', async () => {
  expect(await codeOf(said(cloud, 'o-li', { text: '来赌博' }))).toBe('TextRefused')
  const id = await reported(cloud, 'o-li', { text: '楼上住的是笨蛋' })
  expect((await my()('show', { case: id })).state).toBe('held')
  expect((await worker()('cases', { view: 'active' })).items).toEqual([])
})

test('when WeChat does not answer, the message is kept and waits for staff', async () => {
  await cloud.fault({ action: 'wx.openApi', kind: 'error' })
  const id = await reported(cloud, 'o-li')
  expect(await caseDoc(cloud, id)).toMatchObject({ state: 'held', stage: 'new' })
})

test('a message may be about anybody who works at the place, whose name is not read whole', async () => {
  await seedMembers(cloud, [
    { openid: 'o-cook', name: '周师傅', role: 'canteenStaff', node: places.jing },
    { openid: 'o-helper', name: '吴志愿', role: 'volunteer', node: places.jing },
  ])
  const around = async (node: string) =>
    (await my()('staffAround', { place: { node, where: '' } })).people.map(
      ({ name, of: at, role }) => [name, at, role].join(' '),
    )
  expect(await around(places.jing3)).toEqual([
    '赵*** 第一网格 gridWorker',
    '钱** 静安里社区 communityStaff',
    '周** 静安里社区 canteenStaff',
    '孙** 党群服务中心 centreStaff',
  ])
  // Of the place it is about, not of the home.
  expect((await around(places.chun7)).join()).toContain('春柳社区')
})

test('a point of the map goes to those who answer where it lies, not where its sender lives', async () => {
  await cloud.admin
    .collection('nodes')
    .doc(places.chunGrid)
    .update({ owner: staffId(staffOf.chunWorker) })
  const point = { latitude: 38.91, longitude: 121.61, where: '东门外的路口' }
  const there = await reported(cloud, 'o-li', { place: { ...point, near: places.chun7 } })
  expect(await caseDoc(cloud, there)).toMatchObject({
    ...{ owner: staffId(staffOf.chunWorker), placeName: '春柳社区 7号楼' },
  })
  const unsaid = await reported(cloud, 'o-li', { place: point })
  expect(await caseDoc(cloud, unsaid)).toMatchObject({ owner: staffId(staffOf.jingWorker) })
})

test('ten messages a day; the eleventh tomorrow, and two phones at once are not one too many', async () => {
  for (let n = 0; n < 9; n++) await said(cloud, 'o-li')
  const codes = await Promise.all([0, 1, 2].map(() => codeOf(said(cloud, 'o-li'))))
  expect(codes.sort()).toEqual(['TooManyToday', 'TooManyToday', 'ok'])
  await cloud.clock('2026-11-22T08:00:00+08:00')
  expect(await codeOf(said(cloud, 'o-li'))).toBe('ok')
})

test('nothing said is nothing sent', async () => {
  expect(await codeOf(said(cloud, 'o-li', { text: '  ' }))).toBe('NothingSaid')
})

test('an anonymous message names nobody to staff, and its sender finds it', async () => {
  const id = await reported(cloud, 'o-li', { anonymous: true })
  const seen = await worker()('caseForStaff', { case: id })
  expect(seen.reporter).toBeNull()
  const person = (await my()('mine', {})).items
  expect(person).toMatchObject([{ id }])
  const document = JSON.stringify(await caseDoc(cloud, id))
  expect(document).not.toContain('李奶奶')
  expect(document).not.toContain('o-li')
  expect(document).not.toContain('12号楼')
})

test('another finds nothing of it under its id', async () => {
  const id = await reported(cloud, 'o-li')
  await li(cloud, 'o-wang', '王大爷', '302')
  expect(await codeOf(of(cloud, 'o-wang')('show', { case: id }))).toBe('NotFound')
  expect(await codeOf(of(cloud, staffOf.chunWorker)('caseForStaff', { case: id }))).toBe(
    'NotAllowed',
  )
})

test('about a member of staff it begins one level above them and they never see it', async () => {
  const id = await reported(cloud, 'o-li', { aboutStaff: staffId(staffOf.jingWorker) })
  expect(await caseDoc(cloud, id)).toMatchObject({
    level: 'community',
    owner: staffId(staffOf.jingStaff),
  })
  expect((await worker()('cases', { view: 'active' })).items).toEqual([])
  expect(await codeOf(worker()('caseForStaff', { case: id }))).toBe('NotFound')
})

test('a dispute leaves nothing of what was said where lists are made', async () => {
  const id = await reported(cloud, 'o-li', { category: dispute, text: '楼上半夜跳舞' })
  const document = JSON.stringify(await caseDoc(cloud, id))
  expect(document).not.toContain('跳舞')
  expect(document).not.toContain('李奶奶')
  expect((await my()('show', { case: id })).text).toBe('楼上半夜跳舞')
  for (const openid of [staffOf.jingWorker, staffOf.jingStaff, staffOf.centreStaff]) {
    expect((await of(cloud, openid)('cases', { view: 'active' })).items).toEqual([])
    expect(await codeOf(of(cloud, openid)('caseForStaff', { case: id }))).toMatch(
      /^Not(Found|Allowed)$/,
    )
  }
})

test('staff write down what somebody says by phone, with their name and number', async () => {
  const { id } = await of(cloud, staffOf.jingWorker)('submit', {
    key: newKey(),
    category: lamp,
    text: '路灯坏了',
    place: { node: places.jing3, where: '' },
    caller: { name: '赵奶奶', phone: '13900000000' },
  })
  // At once: who wrote it down goes on to it.
  expect((await worker()('caseForStaff', { case: id })).reporter).toEqual({
    id: null,
    name: '赵奶奶',
    phone: '13900000000',
  })
  expect(await codeOf(said(cloud, 'o-li', { caller: { name: '王', phone: null } }))).toBe(
    'NotAllowed',
  )
})

test('two of the staff take one case at once: one has it', async () => {
  const id = await reported(cloud, 'o-li')
  const { rev } = await worker()('caseForStaff', { case: id })
  const codes = await Promise.all(
    [staffOf.jingWorker, staffOf.jingStaff].map((openid) =>
      codeOf(of(cloud, openid)('take', { case: id, rev })),
    ),
  )
  expect(codes.sort()).toEqual(['Taken', 'ok'])
  expect((await my()('show', { case: id })).steps.map(({ kind }) => kind)).toEqual([
    'received',
    'taken',
  ])
})

/** Sends one message under one key as often as it has writes, each of which meets a fault; what became of it each time. */
const throughFaults = async (
  fault: object,
  changes: Parameters<typeof said>[2],
  holds: (id: string) => Promise<void>,
): Promise<number> => {
  let skip = 0
  for (let met = true; met; skip++) {
    const photos = [await photoOf(cloud, 'o-li'), await photoOf(cloud, 'o-li')]
    await cloud.fault({ action: 'write', ...fault, skip } as Parameters<typeof cloud.fault>[0])
    const tap = { ...changes, key: newKey(), photos }
    const first = await said(cloud, 'o-li', tap).catch(() => null)
    if (first) await my()('show', { case: first.id }).catch(() => null)
    met = (await cloud.faults()).length === 0
    await cloud.clearFaults()
    const { id } = await said(cloud, 'o-li', tap)
    await cloud.clock(after(15 * (skip + 1)))
    await cloud.timer('jobs')
    expect(await all()).toHaveLength(1)
    expect((await my()('show', { case: id })).photos).toHaveLength(2)
    await holds(id)
    for (const gone of [
      ...['cases', 'sealed_contents', 'outbox', 'case_numbers', 'media_checks', 'uploads'],
    ])
      await cloud.admin.collection(gone).where({ centre: 'dl' }).remove()
  }
  return skip
}

const faults = [
  ['its reply is lost', { kind: 'lostReply' }],
  ['it never arrives', { kind: 'error' }],
  ['the function dies before it', { kind: 'crash' }],
  ['the function dies after it', { kind: 'crash', after: true }],
  ['the document is busy', { kind: 'busy' }],
] as const

test.each(faults)(
  'a message is one message with all its pictures, when of a write %s',
  async (_, fault) => {
    const writes = await throughFaults(fault, {}, async (id) => {
      const one = await caseDoc(cloud, id)
      expect(one).toMatchObject({ state: 'open', lost: 0, news: {}, number: '2026-0001' })
      expect(await told(cloud, 'caseGiven')).toHaveLength(1)
    })
    // The message, its number, four of its files, the case, what was owed.
    expect(writes).toBeGreaterThan(8)
  },
)

test.each([faults[0], faults[3]])(
  'what is said in confidence is kept once and sealed, when of a write %s',
  async (_, fault) => {
    await throughFaults(fault, { category: 'dl_fk-dispute', text: '楼上吵' }, async (id) => {
      const { data } = (await cloud.admin.collection('sealed_contents').get()) as {
        data: unknown[]
      }
      expect(data).toHaveLength(1)
      expect(JSON.stringify(await caseDoc(cloud, id))).not.toContain('楼上吵')
      expect(await my()('show', { case: id })).toMatchObject({
        text: '楼上吵',
        number: '2026-0001',
      })
    })
  },
)
