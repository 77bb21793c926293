import { errands } from '@/types/errands'
import { volunteers } from '@/types/volunteers'
import { residents } from '@/types/residents'
import type { TestCloud } from '../support/cloud'
import { register } from '../volunteers/registering'
import {
  as,
  chunHome,
  codeOf,
  jingHome,
  newKey,
  places,
  resident,
  seedMembers,
  staffId,
  staffOf,
  startCentre,
  verify,
} from '../support/people'
import {
  errandDoc,
  grandmother,
  letter,
  onMenu,
  ordered,
  plumbers,
  runAt,
  staffAct,
  tap,
  told,
  tomorrow,
  volunteer,
  wednesday,
} from './neighbours'

let cloud: TestCloud
beforeEach(async () => {
  cloud = await startCentre()
})
afterEach(() => cloud.stop())

const grandma = () => as(cloud, errands, 'o-li')
const accept = (openid: string, errand: string, key?: string) =>
  as(cloud, errands, openid)('accept', { errand, ...(key !== undefined && { key }) })
const openTo = async (openid: string, asked = false) =>
  (await as(cloud, errands, openid)('open', { asked })).items

test('a tap is repaired: ordered, two come, both say how it was, and their hours wait for a second person', async () => {
  const li = await grandmother(cloud)
  const [one, two] = (await plumbers(cloud, 2)) as [string, string]
  const { id } = await ordered(cloud, await onMenu(cloud))
  expect((await told(cloud, 'errandAsked')).length).toBe(2)
  expect(await openTo(one, true)).toMatchObject([
    { id, name: '李**', communityName: '静安里社区', accepted: 0, needed: 2, askedMe: true },
  ])
  expect(JSON.stringify(await openTo(one, true))).not.toMatch(/李奶奶|301|138/)
  expect(await accept(one, id)).toMatchObject({
    name: '李奶奶',
    address: expect.stringContaining('301'),
    phone: '13800000001',
    maySetOff: false,
  })
  await accept(two, id)
  expect((await told(cloud, 'errandAccepted')).map(({ to }) => to)).toEqual([li])
  await cloud.clock('2026-11-25T08:40:00+08:00')
  const { toDo, card } = await as(cloud, errands, one)('toDo', { errand: id })
  expect(toDo).toMatchObject({ maySetOff: true, companions: [{ name: '水工1', phone: null }] })
  expect(card).toEqual({ name: '水工0', centreName: '党群服务中心', centrePhone: '0411-84000000' })
  await as(cloud, errands, one)('setOff', { errand: id })
  expect(await told(cloud, 'errandOnTheWay')).toMatchObject([{ to: li, urgent: true }])
  await as(
    cloud,
    errands,
    one,
  )('finish', {
    errand: id,
    there: true,
    together: true,
    minutes: 50,
    stars: 5,
    words: '奶奶很客气',
  })
  const [before] = (await grandma()('mine', {})).items
  expect(before).toMatchObject({ state: 'done', mayConfirm: true, mayCancel: false })
  await grandma()('confirm', { errand: id, came: true, stars: 5, words: '修得又快又好' })
  const [mine] = (await grandma()('mine', {})).items
  expect(mine).toMatchObject({ state: 'confirmed', rating: { stars: 5 }, mayConfirm: false })
  // What they said of each other stays with them.
  const asStaff = await staffAct(cloud)('mine', { forResident: li })
  expect(asStaff.items).toMatchObject([{ id, rating: null }])
  const theirs = (await as(cloud, errands, two)('myErrands', { past: true })).items
  expect(theirs).toMatchObject([{ id, name: '李**', address: null, phone: null, rating: null }])
  expect(
    JSON.stringify((await staffAct(cloud)('listForStaff', { view: 'over' })).items),
  ).not.toMatch(/又快又好|客气/)
  const hours = (await as(cloud, volunteers, staffOf.jingStaff)('hoursToConfirm', {})).items
  expect(
    hours.map(({ person, minutes, state, mayConfirm }) => ({
      name: person.name,
      minutes,
      state,
      mayConfirm,
    })),
  ).toEqual(
    expect.arrayContaining([
      { name: '水工0', minutes: 50, state: 'proposed', mayConfirm: true },
      { name: '水工1', minutes: 50, state: 'proposed', mayConfirm: true },
    ]),
  )
  expect(hours).toHaveLength(2)
})

test('what nobody says confirms itself after two days, and can still get its stars', async () => {
  await grandmother(cloud)
  await volunteer(cloud, 'o-reader', '老陈', { skills: ['reading'] })
  const { id } = await ordered(cloud, await onMenu(cloud, letter()))
  await accept('o-reader', id)
  await cloud.clock('2026-11-25T09:00:00+08:00')
  await as(cloud, errands, 'o-reader')('finish', { errand: id, there: true, minutes: 20, stars: 4 })
  await runAt(cloud, '2026-11-27T08:45:00+08:00')
  expect((await errandDoc(cloud, id)).state).toBe('done')
  await runAt(cloud, '2026-11-27T09:15:00+08:00')
  expect((await errandDoc(cloud, id)).state).toBe('confirmed')
  await runAt(cloud, '2026-11-27T09:30:00+08:00')
  expect((await as(cloud, volunteers, staffOf.jingStaff)('hoursToConfirm', {})).items).toHaveLength(
    1,
  )
  await grandma()('confirm', { errand: id, came: true, stars: 5 })
  expect((await errandDoc(cloud, id)).rating).toMatchObject({ stars: 5 })
  await runAt(cloud, '2026-11-27T10:00:00+08:00')
  expect((await as(cloud, volunteers, staffOf.jingStaff)('hoursToConfirm', {})).items).toHaveLength(
    1,
  )
})

test('who may order what, and why not', async () => {
  const kind = await onMenu(cloud)
  const shut = await onMenu(cloud, tap({ name: '搬东西', whoMay: 'cannotLeave', fromAge: null }))
  const gone = await onMenu(cloud, tap({ retired: true }))
  const { id } = await resident(cloud, 'o-li', '李奶奶')
  const order = (what: string, more: object = {}) =>
    codeOf(
      grandma()('order', {
        kind: what,
        what: '水龙头滴水',
        day: wednesday,
        part: 'morning',
        ...more,
      }),
    )
  expect(await order(kind)).toBe('HomeNeeded')
  await as(cloud, residents, 'o-li')('updateProfile', { home: jingHome() })
  expect(await order(kind)).toBe('NotVerified')
  await verify(cloud, id, '1980-03-01')
  expect(await order(kind)).toBe('TooYoung')
  await verify(cloud, id, '1942-03-01')
  expect(await order(gone)).toBe('NotOffered')
  expect(await order(shut)).toBe('SayCannotLeave')
  expect(await order(shut, { cannotLeave: true })).toBe('ok')
  expect(await order(kind, { day: '2026-11-21' })).toBe('DayNotPossible')
  expect(await order(kind, { day: '2026-12-22' })).toBe('DayNotPossible')
  expect(await order(kind, { what: '有人赌博' })).toBe('TextRefused')
  expect(await order(kind)).toBe('ok')
  expect(await order(kind)).toBe('ok')
  expect(await order(kind)).toBe('TooManyOpen')
  const { family } = await grandma()('menu', {})
  expect(family).toMatchObject([
    { self: true, homeName: expect.stringContaining('12号楼'), cannot: [] },
  ])
  await resident(cloud, 'o-young', '小周', { birthDate: '1999-01-01', home: chunHome() })
  const [young] = (await as(cloud, errands, 'o-young')('menu', {})).family
  expect(young!.cannot.map(({ code }) => code)).toEqual(['NotOffered', 'NotOffered'])
  expect((await as(cloud, errands, 'o-nobody')('menu', {})).kinds).toHaveLength(2)
})

test('staff order for somebody who cannot, with both names; a neighbour cannot', async () => {
  const { id } = await as(
    cloud,
    residents,
    staffOf.jingWorker,
  )('registerPerson', {
    name: '王奶奶',
    home: jingHome('502'),
  })
  await verify(cloud, id, '1940-01-01', jingHome('502'))
  const kind = await onMenu(cloud)
  const worker = as(cloud, errands, staffOf.jingWorker)
  expect(await worker('orderer', { forResident: id })).toMatchObject({
    name: '王奶奶',
    self: false,
    cannot: [],
  })
  const wish = {
    forResident: id,
    kind,
    what: '水龙头坏了',
    day: wednesday,
    part: 'morning' as const,
  }
  expect(await worker('order', wish)).toMatchObject({ person: { name: '王奶奶' }, by: '赵网格员' })
  await resident(cloud, 'o-other', '邻居')
  expect(await codeOf(as(cloud, errands, 'o-other')('order', wish))).toBe('NotAllowed')
  expect((await worker('mine', { forResident: id })).items).toHaveLength(1)
})

test('whoever may not do an errand is told why', async () => {
  const li = await grandmother(cloud)
  const { id } = await ordered(cloud, await onMenu(cloud))
  await resident(cloud, 'o-nobody', '路人')
  expect(await codeOf(accept('o-nobody', id))).toBe('NotAVolunteer')
  await volunteer(cloud, 'o-daughter', '女儿', { home: jingHome('301') })
  expect(await codeOf(accept('o-daughter', id))).toBe('NotYourself')
  await volunteer(cloud, 'o-teen', '小明', { birthDate: '2010-01-01' })
  expect(await codeOf(accept('o-teen', id))).toBe('AdultsOnly')
  await volunteer(cloud, 'o-new', '新来的', { verified: false })
  expect(await codeOf(accept('o-new', id))).toBe('NotVerified')
  await volunteer(cloud, 'o-reader', '读信的', { skills: ['reading'] })
  expect(await codeOf(accept('o-reader', id))).toBe('SkillNeeded')
  // None of them was asked, nor is it shown to them.
  expect(await told(cloud, 'errandAsked')).toEqual([])
  for (const openid of ['o-nobody', 'o-daughter', 'o-teen', 'o-new', 'o-reader'])
    expect(await openTo(openid)).toEqual([])
  await seedMembers(cloud, [
    { openid: 'o-trusted', name: '岗上的', role: 'volunteer', node: places.jing },
  ])
  await staffAct(cloud)('ask', { errand: id, person: staffId('o-trusted'), saidYes: false })
  expect(await codeOf(staffAct(cloud)('ask', { errand: id, person: li, saidYes: true }))).toBe(
    'TheyAreNoVolunteer',
  )
  expect(await codeOf(accept('o-trusted', id))).toBe('ok')
  const [one, two] = (await plumbers(cloud, 2)) as [string, string]
  expect(await codeOf(as(cloud, errands, one)('setOff', { errand: id }))).toBe('NotYours')
  await accept(one, id)
  expect(await codeOf(accept(two, id))).toBe('Taken')
  expect(await openTo(two)).toEqual([])
  const second = await ordered(cloud, await onMenu(cloud))
  expect(await codeOf(accept(one, second.id))).toBe('BusyThen')
  expect(await codeOf(as(cloud, errands, one)('setOff', { errand: id }))).toBe('NotToday')
  const finish = { errand: id, there: true, minutes: 30, stars: 5 }
  expect(await codeOf(as(cloud, errands, one)('finish', finish))).toBe('NotYet')
  expect(await codeOf(grandma()('confirm', { errand: id, came: true, stars: 5 }))).toBe('NotYet')
  await cloud.clock('2026-11-25T09:00:00+08:00')
  expect(await codeOf(grandma()('confirm', { errand: id, came: true }))).toBe('StarsNeeded')
  expect(
    await codeOf(as(cloud, errands, one)('finish', { errand: id, there: true, stars: 5 })),
  ).toBe('TogetherNeeded')
  const both = { errand: id, there: true, together: true, stars: 5 }
  expect(await codeOf(as(cloud, errands, one)('finish', both))).toBe('MinutesNeeded')
  expect(
    await codeOf(as(cloud, errands, one)('finish', { errand: id, there: true, minutes: 5 })),
  ).toBe('StarsNeeded')
  await as(cloud, errands, one)('setOff', { errand: id })
  expect(await codeOf(grandma()('cancel', { errand: id }))).toBe('TooLate')
  expect(await codeOf(as(cloud, errands, 'o-reader')('cancel', { errand: id }))).toBe('NotFound')
  await cloud.clock('2026-11-25T12:30:00+08:00')
  expect(await codeOf(accept(two, second.id))).toBe('Over')
})

test('when one drops out, who goes along hears it, the resident hears it, and the next is asked at once', async () => {
  const li = await grandmother(cloud)
  const phones = await plumbers(cloud, 8)
  const { id } = await ordered(cloud, await onMenu(cloud))
  const invited = (await errandDoc(cloud, id)).invited
  expect(invited).toHaveLength(6)
  const asked = (
    await Promise.all(phones.map(async (one) => ((await openTo(one, true)).length ? [one] : [])))
  ).flat()
  expect(asked).toHaveLength(6)
  const [one, two] = asked as [string, string]
  const key = newKey()
  await accept(one, id, key)
  await accept(two, id)
  await as(cloud, errands, one)('decline', { errand: id })
  expect((await told(cloud, 'errandHelperLeft')).map(({ to }) => to)).toEqual([li])
  expect(await told(cloud, 'companionLeft')).toHaveLength(1)
  const after = await errandDoc(cloud, id)
  expect(after).toMatchObject({ state: 'open', left: 1 })
  expect(after.invited).toHaveLength(6)
  // A late duplicate of the yes does not put them on it again; another yes does.
  expect(await codeOf(accept(one, id, key))).toBe('Over')
  expect((await errandDoc(cloud, id)).left).toBe(1)
  expect(await openTo(one)).toEqual([])
  await accept(one, id)
  expect((await errandDoc(cloud, id)).state).toBe('accepted')
})

test('who does not answer is followed by others after two hours of the day, and by staff on the eve', async () => {
  await grandmother(cloud)
  const phones = await plumbers(cloud, 8)
  const { id } = await ordered(cloud, await onMenu(cloud))
  await runAt(cloud, '2026-11-21T09:45:00+08:00')
  expect((await errandDoc(cloud, id)).invited).toHaveLength(6)
  await runAt(cloud, '2026-11-21T10:15:00+08:00')
  expect((await errandDoc(cloud, id)).invited).toHaveLength(8)
  expect(await told(cloud, 'errandAsked')).toHaveLength(8)
  expect((await staffAct(cloud)('listForStaff', {})).items).toEqual([])
  await runAt(cloud, '2026-11-21T12:30:00+08:00')
  expect((await staffAct(cloud)('listForStaff', {})).items).toMatchObject([
    { id, state: 'unmatched', trouble: 'unmatched', asked: 8, maySettle: false },
  ])
  expect(await codeOf(staffAct(cloud)('settle', { errand: id, note: '不管了' }))).toBe('StillOpen')
  // Staff call; who said yes by phone stands there by name.
  const { candidates } = await staffAct(cloud)('candidates', { errand: id })
  expect(candidates).toHaveLength(8)
  expect(candidates[0]).toMatchObject({
    near: 'building',
    askedLately: 1,
    answer: 'asked',
    skills: ['plumbing'],
  })
  await staffAct(cloud)('ask', { errand: id, person: candidates[0]!.id, saidYes: true })
  await accept(
    phones.find((one) => !candidates[0]!.name.endsWith(one.slice(-1)))!,
    id,
  )
  expect((await staffAct(cloud)('listForStaff', {})).items).toEqual([])
  expect((await staffAct(cloud)('listForStaff', { view: 'coming' })).items).toMatchObject([
    { id, state: 'accepted' },
  ])
  expect((await told(cloud, 'errandPut')).map(({ to }) => to)).toEqual([candidates[0]!.id])
})

test('who says no makes room for others only when too few may still say yes', async () => {
  await grandmother(cloud)
  const phones = await plumbers(cloud, 8)
  const { id } = await ordered(cloud, await onMenu(cloud))
  const asked: string[] = []
  for (const openid of phones) if ((await openTo(openid, true)).length > 0) asked.push(openid)
  const invited = async () => (await errandDoc(cloud, id)).invited.length
  for (const openid of asked.slice(0, 4))
    await as(cloud, errands, openid)('decline', { errand: id })
  expect(await invited()).toBe(2)
  await as(cloud, errands, asked[4]!)('decline', { errand: id })
  expect(await invited()).toBe(3)
  // Who was never asked says no for themselves: the errand does not grow, and does not stand before them again.
  const before = await errandDoc(cloud, id)
  await volunteer(cloud, 'o-late', '后来的')
  expect(await openTo('o-late')).toHaveLength(1)
  await as(cloud, errands, 'o-late')('decline', { errand: id })
  expect(await openTo('o-late')).toEqual([])
  expect((await errandDoc(cloud, id)).gone).toEqual(before.gone)
  expect((await staffAct(cloud)('listForStaff', { view: 'open' })).items).toMatchObject([
    { id, asked: 3, declined: 5 },
  ])
})

test('in the night nobody is expected to answer', async () => {
  await grandmother(cloud)
  await plumbers(cloud, 8)
  await cloud.clock('2026-11-21T20:00:00+08:00')
  const { id } = await ordered(cloud, await onMenu(cloud))
  await runAt(cloud, '2026-11-22T07:45:00+08:00')
  expect((await errandDoc(cloud, id)).invited).toHaveLength(6)
  await runAt(cloud, '2026-11-22T09:30:00+08:00')
  expect((await errandDoc(cloud, id)).invited).toHaveLength(8)
})

test('what is for tomorrow and has nobody goes to staff on the eve, with who was asked first still able to say yes', async () => {
  await grandmother(cloud)
  const [one] = (await plumbers(cloud, 7)) as [string]
  const { id } = await ordered(cloud, await onMenu(cloud), { day: tomorrow })
  await runAt(cloud, '2026-11-21T16:45:00+08:00')
  expect((await errandDoc(cloud, id)).state).toBe('open')
  await runAt(cloud, '2026-11-21T17:00:00+08:00')
  expect((await errandDoc(cloud, id)).state).toBe('unmatched')
  expect((await told(cloud, 'errandUnmatched')).map(({ to }) => to)).toEqual([
    staffId(staffOf.jingStaff),
  ])
  await accept(one, id)
  expect(await errandDoc(cloud, id)).toMatchObject({ state: 'unmatched', left: 1 })
})

test('nobody was at home: staff look, and what they did stays with it', async () => {
  await grandmother(cloud)
  await volunteer(cloud, 'o-reader', '老陈', { skills: ['reading'] })
  const { id } = await ordered(cloud, await onMenu(cloud, letter()))
  await accept('o-reader', id)
  await cloud.clock('2026-11-25T09:30:00+08:00')
  await as(cloud, errands, 'o-reader')('finish', { errand: id, there: false })
  const list = async () => (await staffAct(cloud)('listForStaff', {})).items
  expect(await list()).toMatchObject([{ id, trouble: 'residentNotThere', maySettle: true }])
  expect(await told(cloud, 'errandNoAnswer')).toMatchObject([
    { to: staffId(staffOf.jingStaff), urgent: true, state: 'calling', channel: 'call' },
  ])
  expect(await told(cloud, 'errandNotMet')).toHaveLength(1)
  await staffAct(cloud)('settle', { errand: id, note: '打过电话，住院了' })
  expect(await list()).toEqual([])
  expect(await codeOf(staffAct(cloud)('settle', { errand: id, note: '再办' }))).toBe(
    'NothingToSettle',
  )
  expect((await errandDoc(cloud, id)).settled).toMatchObject({ note: '打过电话，住院了' })
  expect((await as(cloud, volunteers, staffOf.jingStaff)('hoursToConfirm', {})).items).toEqual([])
})

test('nobody came, or it was not good: staff see it, and nobody else reads what was said', async () => {
  await grandmother(cloud)
  await volunteer(cloud, 'o-reader', '老陈', { skills: ['reading'] })
  const kind = await onMenu(cloud, letter())
  const first = await ordered(cloud, kind)
  const second = await ordered(cloud, kind, { part: 'afternoon' })
  for (const { id } of [first, second]) await accept('o-reader', id)
  await cloud.clock('2026-11-25T08:31:00+08:00')
  expect(await codeOf(grandma()('confirm', { errand: first.id, came: false }))).toBe('StillComing')
  await cloud.clock('2026-11-25T18:00:00+08:00')
  await grandma()('confirm', { errand: first.id, came: false })
  expect(await told(cloud, 'helpingMissed')).toHaveLength(1)
  await grandma()('confirm', { errand: second.id, came: true, stars: 2, words: '来得太晚' })
  expect((await staffAct(cloud)('listForStaff', {})).items).toMatchObject(
    expect.arrayContaining([
      expect.objectContaining({ id: first.id, trouble: 'volunteerNotThere', complaints: [] }),
      expect.objectContaining({
        id: second.id,
        trouble: 'badRating',
        complaints: [{ from: 'resident', name: '李奶奶', stars: 2, words: '来得太晚' }],
      }),
    ]),
  )
  expect(
    JSON.stringify((await as(cloud, errands, 'o-reader')('myErrands', { past: true })).items),
  ).not.toMatch(/太晚/)
  const hours = (await as(cloud, volunteers, staffOf.jingStaff)('hoursToConfirm', {})).items
  expect(hours).toHaveLength(1)
})

test('what nobody spoke of the day after is asked about', async () => {
  await grandmother(cloud)
  await volunteer(cloud, 'o-reader', '老陈', { skills: ['reading'] })
  const { id } = await ordered(cloud, await onMenu(cloud, letter()))
  await accept('o-reader', id)
  await runAt(cloud, '2026-11-24T17:00:00+08:00')
  expect(await told(cloud, 'errandTomorrow')).toHaveLength(1)
  expect(await told(cloud, 'helpingTomorrow')).toHaveLength(1)
  await runAt(cloud, '2026-11-26T12:15:00+08:00')
  expect((await staffAct(cloud)('listForStaff', {})).items).toMatchObject([
    { id, trouble: 'nobodySaid', mayConfirm: true, endsUndone: true },
  ])
  // The volunteer still finds it and can say so.
  expect((await as(cloud, errands, 'o-reader')('myErrands', {})).items).toMatchObject([
    { id, mayFinish: true, mayLeave: false },
  ])
  await grandma()('confirm', { errand: id, came: true, stars: 5 })
  expect((await staffAct(cloud)('listForStaff', {})).items).toEqual([])
})

test('what nobody ever spoke of ends: by staff, or two weeks later by itself', async () => {
  await grandmother(cloud)
  const kind = await onMenu(cloud, letter())
  const one = await ordered(cloud, kind)
  const two = await ordered(cloud, kind, { part: 'afternoon' })
  await runAt(cloud, '2026-11-26T12:15:00+08:00')
  await staffAct(cloud)('settle', { errand: one.id, note: '孙子读了' })
  await runAt(cloud, '2026-12-09T17:45:00+08:00')
  const states = async () => (await grandma()('mine', {})).items.map(({ id, state }) => [id, state])
  expect(await states()).toEqual(
    expect.arrayContaining([
      [one.id, 'notDone'],
      [two.id, 'notDone'],
    ]),
  )
  const over = (await staffAct(cloud)('listForStaff', { view: 'over' })).items
  expect(over.find(({ id }) => id === one.id)!.settled).toMatchObject({ by: '钱社工' })
})

test('cancelled by the resident, who was to come hears it; by staff, the resident does too', async () => {
  const li = await grandmother(cloud)
  await volunteer(cloud, 'o-reader', '老陈', { skills: ['reading'] })
  const kind = await onMenu(cloud, letter())
  const one = await ordered(cloud, kind)
  await accept('o-reader', one.id)
  await grandma()('cancel', { errand: one.id, because: '孙子读了' })
  expect(await told(cloud, 'helpingCancelled')).toMatchObject([{ data: { because: '孙子读了' } }])
  expect(await told(cloud, 'errandCancelled')).toEqual([])
  const two = await ordered(cloud, kind)
  expect(await codeOf(grandma()('cancel', { errand: two.id, because: '你去死吧' }))).toBe(
    'TextRefused',
  )
  await staffAct(cloud)('cancel', { errand: two.id, forResident: li, because: '下大雨' })
  expect((await told(cloud, 'errandCancelled')).map(({ to }) => to)).toEqual([li])
  expect(await codeOf(accept('o-reader', two.id))).toBe('Over')
})

test('a volunteer chooses whether the resident sees their number', async () => {
  await grandmother(cloud)
  await volunteer(cloud, 'o-shy', '老陈', { skills: ['reading'] })
  await volunteer(cloud, 'o-open', '小方', { skills: ['reading'] })
  const kind = await onMenu(cloud, letter())
  const one = await ordered(cloud, kind)
  const two = await ordered(cloud, kind, { part: 'afternoon' })
  await accept('o-shy', one.id)
  await as(cloud, errands, 'o-open')('accept', { errand: two.id, showPhone: true })
  const helpers = (await grandma()('mine', {})).items.flatMap((errand) => errand.helpers)
  expect(helpers.map(({ name, phone }) => [name, phone]).sort()).toEqual([
    ['小方', '13900000009'],
    ['老陈', null],
  ])
})

test('the nearest are asked, and who was asked lately lets others go first', async () => {
  await grandmother(cloud)
  await volunteer(cloud, 'o-far', '远处的', { home: { building: places.jing30, room: '1' } })
  for (let n = 0; n < 3; n++) await volunteer(cloud, `o-near-${n}`, `近处${n}`)
  const kind = await onMenu(cloud, letter({ skills: ['plumbing'], name: '看水表' }))
  const first = await ordered(cloud, kind)
  const invited = async (id: string) => (await errandDoc(cloud, id)).invited
  const far = (await staffAct(cloud)('candidates', { errand: first.id })).candidates.find(
    ({ name }) => name === '远处的',
  )!
  expect(far).toMatchObject({ near: 'community', askedLately: 0, answer: null })
  expect(await invited(first.id)).toHaveLength(3)
  expect(await invited(first.id)).not.toContain(far.id)
  const second = await ordered(cloud, kind, { part: 'afternoon' })
  expect(await invited(second.id)).not.toContain(far.id)
  // Asked twice each, the neighbours are as far as the other grid; then it is the other's turn.
  const third = await ordered(cloud, kind, { part: 'evening' })
  expect(await invited(third.id)).toContain(far.id)
})

test('who said when they have time is not asked for another time', async () => {
  await grandmother(cloud)
  // 2026-11-25 is a Wednesday.
  await volunteer(cloud, 'o-monday', '周一有空', { free: [{ weekday: 1, part: 'morning' }] })
  await volunteer(cloud, 'o-wednesday', '周三有空', { free: [{ weekday: 3, part: 'morning' }] })
  const { id } = await ordered(cloud, await onMenu(cloud))
  expect(await openTo('o-monday', true)).toEqual([])
  expect(await openTo('o-wednesday', true)).toHaveLength(1)
  expect((await staffAct(cloud)('candidates', { errand: id })).candidates).toMatchObject([
    { name: '周三有空', busy: false },
    { name: '周一有空', busy: true },
  ])
})

test('who is on a shift at that time cannot promise it to somebody else', async () => {
  await grandmother(cloud)
  await seedMembers(cloud, [
    { openid: 'o-cook', name: '帮厨的', role: 'volunteer', node: places.jing },
  ])
  const { id: shift } = await as(
    cloud,
    volunteers,
    staffOf.jingStaff,
  )('saveShift', {
    kind: 'canteenHelper',
    title: '帮厨',
    placeName: '餐厅',
    node: places.jing,
    startsAt: Date.parse('2026-11-25T11:00:00+08:00'),
    endsAt: Date.parse('2026-11-25T13:00:00+08:00'),
    needed: 2,
  })
  await as(cloud, volunteers, 'o-cook')('confirmShift', { shift })
  const kind = await onMenu(cloud, letter({ skills: [] }))
  const noon = await ordered(cloud, kind)
  const later = await ordered(cloud, kind, { part: 'afternoon' })
  expect(await codeOf(accept('o-cook', noon.id))).toBe('BusyThen')
  expect(await codeOf(accept('o-cook', later.id))).toBe('ok')
  const { id: tea } = await as(
    cloud,
    volunteers,
    staffOf.jingStaff,
  )('saveShift', {
    kind: 'canteenHelper',
    title: '下午茶',
    placeName: '餐厅',
    node: places.jing,
    startsAt: Date.parse('2026-11-25T17:00:00+08:00'),
    endsAt: Date.parse('2026-11-25T18:00:00+08:00'),
    needed: 2,
  })
  expect(await codeOf(as(cloud, volunteers, 'o-cook')('confirmShift', { shift: tea }))).toBe(
    'AtTheSameTime',
  )
})

test('by name staff see their own neighbours and who agreed to be found; the program asks anybody', async () => {
  await grandmother(cloud)
  await volunteer(cloud, 'o-far', '春柳的', { home: chunHome() })
  const { id } = await ordered(cloud, await onMenu(cloud))
  expect((await errandDoc(cloud, id)).invited).toHaveLength(1)
  const named = async () => (await staffAct(cloud)('candidates', { errand: id })).candidates
  expect(await named()).toEqual([])
  await register(cloud, 'o-far', { skills: ['plumbing'], listed: true, contact: true })
  const [far] = await named()
  expect(far).toMatchObject({ name: '春柳的', near: 'centre', contact: true })
  const look = { errand: id, person: far!.id }
  expect(await staffAct(cloud)('contact', look)).toEqual({ name: '春柳的', phone: '13900000009' })
  expect(
    (await cloud.admin.collection('contact_reveals').get()) as { data: unknown[] },
  ).toMatchObject({
    data: [{ person: far!.id, because: '修水龙头' }],
  })
  await register(cloud, 'o-far', { skills: ['plumbing'], listed: true })
  expect(await codeOf(staffAct(cloud)('contact', look))).toBe('NoConsent')
})

test('staff of another community neither see nor change it', async () => {
  await grandmother(cloud)
  const { id } = await ordered(cloud, await onMenu(cloud))
  const chun = as(cloud, errands, staffOf.chunStaff)
  expect((await chun('listForStaff', { view: 'open' })).items).toEqual([])
  expect(await codeOf(chun('candidates', { errand: id }))).toBe('NotAllowed')
  expect(await codeOf(chun('saveKind', { draft: tap() }))).toBe('NotAllowed')
  expect((await chun('kindsForStaff', {})).kinds).toEqual([])
  const kind = (await staffAct(cloud)('kindsForStaff', {})).kinds[0]!
  // An older form, or a late duplicate of one, changes nothing.
  const save = (rev: number, about: string, key = newKey()) =>
    codeOf(staffAct(cloud)('saveKind', { key, kind: kind.id, rev, draft: tap({ about }) }))
  const old = newKey()
  expect(await save(kind.rev, '一', old)).toBe('ok')
  expect(await save(kind.rev, '二')).toBe('ChangedMeanwhile')
  expect(await save(kind.rev + 1, '三')).toBe('ok')
  expect(await save(kind.rev, '一', old)).toBe('ok')
  expect((await staffAct(cloud)('kindsForStaff', {})).kinds[0]!.about).toBe('三')
  expect(await codeOf(chun('saveKind', { kind: kind.id, draft: tap({ node: places.chun }) }))).toBe(
    'NotAllowed',
  )
})

test('who was two records stays whom it is for, is asked once, and is known by what they said before', async () => {
  const staff = as(cloud, residents, staffOf.jingStaff)
  const worker = as(cloud, residents, staffOf.jingWorker)
  const registered = (name: string, room: string) =>
    worker('registerPerson', { name, home: jingHome(room) })
  const paper = await registered('李奶奶', '301')
  const helper = await registered('老陈', '405')
  await verify(cloud, helper.id, '1970-05-05', jingHome('405'))
  await register(
    cloud,
    staffOf.jingStaff,
    { skills: ['reading'], free: [] },
    { forResident: helper.id, said: 'spoken' },
  )
  const kind = await onMenu(cloud, letter())
  const wish = { kind, what: '读一封信', day: wednesday, part: 'morning' as const }
  const { id } = await staffAct(cloud)('order', { ...wish, forResident: paper.id })
  await staffAct(cloud)('ask', { errand: id, person: helper.id, saidYes: true })
  const li = await resident(cloud, 'o-li', '李奶奶')
  const chen = await resident(cloud, 'o-chen', '老陈')
  await staff('mergePeople', { keep: li.id, merge: paper.id })
  await staff('mergePeople', { keep: chen.id, merge: helper.id })
  const mine = (await grandma()('mine', {})).items
  expect(mine).toMatchObject([{ id, person: { id: li.id } }])
  expect((await as(cloud, errands, 'o-chen')('toDo', { errand: id })).toDo.name).toBe('李奶奶')
  const second = await grandma()('order', { ...wish, part: 'afternoon' })
  expect((await errandDoc(cloud, second.id)).invited).toEqual([chen.id])
  expect((await staffAct(cloud)('candidates', { errand: second.id })).candidates).toMatchObject([
    { id: chen.id, answer: 'asked', askedLately: 2 },
  ])
  await cloud.clock('2026-11-25T12:30:00+08:00')
  const { person } = mine[0]!
  await grandma()('confirm', { forResident: person.id, errand: id, came: true, stars: 5 })
  // Confirmed before the volunteer said a word: thanks can be written all the same.
  expect((await grandma()('mine', {})).items.find((one) => one.id === id)).toMatchObject({
    state: 'confirmed',
    mayThank: true,
  })
  await cloud.clock('2026-12-26T12:30:00+08:00')
  const [later] = (await grandma()('mine', {})).items.filter((one) => one.id === id)
  expect(later!.mayThank).toBe(false)
})

test('staff take off who rings up, and report for who cannot: on their word they confirm no hours', async () => {
  await grandmother(cloud)
  const [one, two] = (await plumbers(cloud, 2)) as [string, string]
  const { id } = await ordered(cloud, await onMenu(cloud))
  await accept(one, id)
  await accept(two, id)
  const names = async () => Object.entries((await errandDoc(cloud, id)).claims)
  const byName = async (name: string) =>
    (await names()).find(([, claim]) => claim.name === name)![0]
  const first = await byName('水工0')
  expect(
    await codeOf(as(cloud, errands, staffOf.chunStaff)('takeOff', { errand: id, person: first })),
  ).toBe('NotAllowed')
  expect(await staffAct(cloud)('takeOff', { errand: id, person: first })).toMatchObject({
    helpers: [{ name: '水工1' }],
  })
  expect(await told(cloud, 'companionLeft')).toHaveLength(1)
  await staffAct(cloud)('ask', { errand: id, person: first, saidYes: true })
  await cloud.clock('2026-11-25T11:00:00+08:00')
  const said = { errand: id, person: first, there: true, minutes: 45 }
  expect(await codeOf(staffAct(cloud)('report', said))).toBe('TogetherNeeded')
  // One went alone: staff look, and only who was there gets hours.
  expect(await staffAct(cloud)('report', { ...said, together: false })).toMatchObject({
    state: 'done',
    trouble: 'wentAlone',
  })
  await runAt(cloud, '2026-11-27T11:15:00+08:00')
  const hours = (await as(cloud, volunteers, staffOf.jingStaff)('hoursToConfirm', {})).items
  expect(hours).toMatchObject([{ person: { name: '水工0' }, minutes: 45, mayConfirm: false }])
  await staffAct(cloud)('settle', { errand: id, note: '跟他说好了，下次等齐了再去' })
  const { errand } = await as(cloud, errands, staffOf.jingWorker)('candidates', { errand: id })
  expect(errand.settled).toMatchObject({ note: '跟他说好了，下次等齐了再去', by: '钱社工' })
})

test('nobody confirms their own work, a partner is no volunteer, and whom one acts for is family', async () => {
  const li = await grandmother(cloud)
  await seedMembers(cloud, [
    { openid: 'o-partner', name: '物业的', role: 'partner', node: places.jing },
  ])
  const kind = await onMenu(cloud, letter({ skills: [] }))
  const wish = { kind, what: '读一封信', day: wednesday, forResident: li }
  const worker = as(cloud, errands, staffOf.jingWorker)
  const { id } = await worker('order', { ...wish, part: 'morning' })
  expect(await codeOf(accept('o-partner', id))).toBe('NotAVolunteer')
  expect(await openTo('o-partner')).toEqual([])
  await accept(staffOf.jingWorker, id)
  const daughter = await volunteer(cloud, 'o-daughter', '女儿')
  await as(
    cloud,
    residents,
    staffOf.jingStaff,
  )('allowActor', {
    person: li,
    actor: daughter,
    relation: 'parent',
    consent: 'spoken',
  })
  const next = await worker('order', { ...wish, part: 'afternoon' })
  expect(await codeOf(accept('o-daughter', next.id))).toBe('NotYourself')
  await cloud.clock('2026-11-25T12:10:00+08:00')
  const confirm = { forResident: li, errand: id, came: true, stars: 5 }
  expect(await codeOf(worker('confirm', confirm))).toBe('OwnWork')
  expect(await codeOf(staffAct(cloud)('confirm', confirm))).toBe('ok')
})
