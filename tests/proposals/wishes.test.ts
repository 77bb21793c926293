import { residents } from '@/types/residents'
import { isThere, judged, picture, send } from '../centre/uploading'
import type { TestCloud } from '../support/cloud'
import {
  as,
  codeOf,
  jingHome,
  places,
  staffId,
  staffOf,
  startCentre,
  verify,
} from '../support/people'
import { council, neighbour, published, runAt, staff, told, wishDoc } from './council'

let cloud: TestCloud
let li: string
let wang: string
const of = (openid: string) => council(cloud, openid)

beforeEach(async () => {
  cloud = await startCentre()
  li = await neighbour(cloud, 'o-li', '李奶奶', '301')
  wang = await neighbour(cloud, 'o-wang', '王师傅', '302', { phone: '13800000002' })
})
afterEach(() => cloud.stop())

test('a wish is seen by nobody until staff published it, in their words and under no name', async () => {
  const mine = await of('o-li')('writeWish', {
    ...{ words: '我叫李奶奶，想要一副老花镜', category: 'living', forWhom: 'elder' },
  })
  expect((await of('o-wang')('wishes', {})).items).toEqual([])
  expect(await codeOf(of('o-wang')('wish', { wish: mine.id }))).toBe('NotFound')
  expect(await codeOf(of('o-wang')('claimWish', { wish: mine.id }))).toBe('NotFound')
  await staff(cloud)('decideWish', {
    wish: mine.id,
    publish: { title: '一副老花镜', words: '一位老人想看清报纸' },
  })
  const [shown] = (await of('o-wang')('wishes', {})).items
  expect(shown).toMatchObject({ title: '一副老花镜', words: '一位老人想看清报纸', name: null })
  expect(JSON.stringify(shown)).not.toContain('李')
  // Her own words are hers and the staff's, as she wrote them.
  expect((await of('o-li')('wish', { wish: mine.id })).original).toBe('我叫李奶奶，想要一副老花镜')
  expect((await staff(cloud)('wishForStaff', { wish: mine.id })).original).toContain('我叫李奶奶')
  const seen = await of('o-wang')('wish', { wish: mine.id })
  expect(seen).toMatchObject({ original: null, steps: [], reach: null, mine: false })
  expect((await told(cloud, 'wishNews')).map(({ to }) => to)).toEqual([li])
})

test('who agreed is named by a mask; a refused wish says why', async () => {
  const named = await published(cloud, 'o-li', { showName: true })
  expect((await of('o-wang')('wish', { wish: named })).name).toBe('李**')
  const { id } = await of('o-li')('writeWish', {
    ...{ words: '想要一台汽车', category: 'other', forWhom: 'other' },
  })
  expect(await codeOf(staff(cloud)('decideWish', { wish: id }))).toBe('ReasonNeeded')
  await staff(cloud)('decideWish', { wish: id, because: '太贵了，邻居帮不上' })
  const mine = await of('o-li')('wish', { wish: id })
  expect(mine.state).toBe('refused')
  expect(mine.steps.at(-1)).toMatchObject({ kind: 'refused', words: '太贵了，邻居帮不上' })
})

test('from a claim to thanks that staff let through: everybody hears what concerns them', async () => {
  const wish = await published(cloud, 'o-li', { showPhone: true })
  const claimed = await of('o-wang')('claimWish', { wish })
  expect(claimed.reach).toEqual({ name: '李奶奶', phone: '13800000001' })
  expect((await of('o-li')('wish', { wish })).claimedBy).toBe('王**')
  await of('o-wang')('fulfilWish', { wish, note: '配好送去了' })
  expect(await codeOf(of('o-wang')('confirmWish', { wish, came: true }))).toBe('NotFound')
  await of('o-li')('confirmWish', { wish, came: true, thanks: '看得清清楚楚，谢谢' })
  const done = async () => (await of('o-wang')('wishes', { view: 'done' })).items[0]
  expect((await done())?.thanks).toBeNull()
  const [toRead] = (await staff(cloud)('wishesForStaff', {})).items
  expect(toRead).toMatchObject({ id: wish, todo: 'words', toRead: 'thanks' })
  await staff(cloud)('readWords', {
    ...{ wish, which: 'thanks', words: '看得清清楚楚，谢谢', publish: true },
  })
  expect((await done())?.thanks).toBe('看得清清楚楚，谢谢')
  expect((await staff(cloud)('wishesForStaff', {})).items).toEqual([])
  const heard = (await told(cloud, 'wishNews')).filter(({ to }) => to === wang)
  // What is told to who did it is told to nobody else: it names them in full.
  const notHers = (await told(cloud, 'wishNews')).filter(
    ({ to, about }) => to === li && about !== li,
  )
  expect(notHers).toEqual([])
  expect(heard.map(({ data }) => data.note)).toEqual([
    '许愿的人说心愿办好了，谢谢您',
    '许愿的人谢谢您，请点开看',
  ])
})

test('nobody is shown a number that was not agreed to', async () => {
  const wish = await published(cloud)
  expect((await of('o-wang')('claimWish', { wish })).reach).toEqual({ name: '李**', phone: null })
})

test('who claims is of age and known, and not of the same home', async () => {
  const wish = await published(cloud)
  await neighbour(cloud, 'o-new', '新来的', '401', { verified: false })
  expect(await codeOf(of('o-new')('claimWish', { wish }))).toBe('NotTrusted')
  expect(await codeOf(of('o-li')('claimWish', { wish }))).toBe('OwnWish')
  await neighbour(cloud, 'o-zhao', '赵大爷', '303')
  const passport = cloud.admin.collection('passports').where({ 'person.name': '赵大爷' })
  await passport.update({ 'person.birthDate': null })
  expect(await codeOf(of('o-zhao')('claimWish', { wish }))).toBe('AdultsOnly')
  expect(await codeOf(of('o-wang')('claimWish', { wish, unit: '好邻居超市' }))).toBe('NotAPartner')
})

test('a partner claims in the name of its unit', async () => {
  const wish = await published(cloud)
  await as(
    cloud,
    residents,
    staffOf.admin,
  )('grantRole', {
    ...{ person: wang, role: 'partner', node: places.jing },
  })
  const other = await neighbour(cloud, 'o-other', '别处的', '304')
  await as(
    cloud,
    residents,
    staffOf.admin,
  )('grantRole', {
    ...{ person: other, role: 'partner', node: places.chun7 },
  })
  expect(await codeOf(of('o-other')('claimWish', { wish, unit: '远处超市' }))).toBe('NotAPartner')
  await of('o-wang')('claimWish', { wish, unit: '好邻居超市' })
  expect((await of('o-li')('wishes', { view: 'claimed' })).items[0]?.claimedBy).toBe('好邻居超市')
})

test('what is given back waits for somebody else, and a late duplicate of the tap claims nothing', async () => {
  const wish = await published(cloud)
  const key = 'a-tap-of-somebody-0001'
  await of('o-wang')('claimWish', { wish, key })
  await of('o-wang')('giveBackWish', { wish })
  await of('o-wang')('claimWish', { wish, key })
  expect((await of('o-li')('wish', { wish })).state).toBe('open')
})

test('every wish ends: staff see one that nobody claims, and who did not do it is asked', async () => {
  const wish = await published(cloud)
  await runAt(cloud, '2026-12-22T08:00:00+08:00')
  const todo = async () => (await staff(cloud)('wishesForStaff', {})).items.map((one) => one.todo)
  expect(await todo()).toEqual(['unclaimed'])
  await staff(cloud)('settleWish', { wish, by: 'extend', note: '再等一个月' })
  expect(await todo()).toEqual([])
  await of('o-wang')('claimWish', { wish })
  await runAt(cloud, '2027-01-25T08:00:00+08:00')
  expect(await todo()).toEqual(['slow'])
  await staff(cloud)('settleWish', { wish, by: 'free', note: '他出差了' })
  expect((await of('o-li')('wish', { wish })).state).toBe('open')
  await staff(cloud)('settleWish', { wish, by: 'end', note: '社区已经送去了' })
  const ended = await of('o-li')('wish', { wish })
  expect(ended.state).toBe('ended')
  expect(ended.steps.at(-1)).toMatchObject({ kind: 'ended', words: '社区已经送去了' })
})

test('staff write, withdraw and confirm for who has no phone, and both names are on record', async () => {
  const worker = of(staffOf.jingWorker)
  const { id } = await worker('writeWish', {
    ...{ forResident: li, words: '想学发微信', category: 'learning', forWhom: 'elder' },
  })
  expect((await wishDoc(cloud, id)).byName).toBe('赵网格员')
  expect((await worker('withdrawWish', { wish: id, forResident: li })).state).toBe('withdrawn')
})

test('words WeChat cannot check are kept and wait; harmful ones are refused', async () => {
  const write = (words: string) =>
    of('o-li')('writeWish', { words, category: 'living', forWhom: 'elder' })
  expect(await codeOf(write('想加微信代开发票'))).toBe('TextRefused')
  await cloud.fault({ action: 'wx.openApi', kind: 'error' })
  const { id } = await write('想要一把伞')
  expect((await staff(cloud)('wishForStaff', { wish: id })).unchecked).toBe(true)
  // What everybody would read waits with staff until the check is back.
  await cloud.fault({ action: 'wx.openApi', kind: 'error' })
  const publish = { title: '一把伞', words: '一位老人想要一把伞' }
  expect(await codeOf(staff(cloud)('decideWish', { wish: id, publish }))).toBe('CheckAway')
  await staff(cloud)('decideWish', { wish: id, publish })
  expect((await of('o-wang')('wishes', {})).items).toHaveLength(1)
})

test('a picture is seen by others only once it was judged, and nothing is published before', async () => {
  const photo = await send(cloud, 'o-li', picture(), { purpose: 'proposalPhoto' })
  const bad = judged('risky')
  const other = await send(cloud, 'o-li', bad, { purpose: 'proposalPhoto' })
  const { id, photos } = await of('o-li')('writeWish', {
    ...{ words: '想修好这个凳子', category: 'living', forWhom: 'elder', photos: [photo, other] },
  })
  expect(photos).toHaveLength(2)
  const publish = { title: '修凳子', words: '一位老人想修好凳子' }
  expect(await codeOf(staff(cloud)('decideWish', { wish: id, publish }))).toBe('PhotosPending')
  await runAt(cloud, '2026-11-21T08:20:00+08:00')
  await staff(cloud)('decideWish', { wish: id, publish })
  expect((await of('o-wang')('wish', { wish: id })).photos).toHaveLength(1)
  expect((await of('o-li')('wish', { wish: id })).photos.map(({ check }) => check)).toEqual([
    'passed',
    'refused',
  ])
})

test('one person writes so many in a day, and has so many open', async () => {
  const write = () =>
    of('o-li')('writeWish', { words: '想要一把伞', category: 'living', forWhom: 'elder' })
  for (let n = 0; n < 3; n++) await write()
  expect(await codeOf(write())).toBe('TooManyToday')
})

test('what is complained of is hidden or left by staff, who complained hears, and is named to nobody', async () => {
  const wish = await published(cloud)
  const complain = () =>
    of('o-wang')('complain', { of: 'wish', thing: wish, words: '这家其实不需要' })
  await complain()
  expect(await codeOf(complain())).toBe('AlreadyComplained')
  const [complaint] = (await staff(cloud)('complaintsForStaff', {})).items
  expect(JSON.stringify(complaint)).not.toContain('王')
  await staff(cloud)('answerComplaint', {
    ...{ complaint: complaint!.id, hide: true, answer: '核实了，先不公开' },
  })
  expect((await of('o-wang')('wishes', {})).items).toEqual([])
  expect(await codeOf(of('o-wang')('claimWish', { wish }))).toBe('NotFound')
  const heard = (await told(cloud, 'wishNews')).filter(({ to }) => to === wang)
  expect(heard.map(({ data, thing }) => [data.note, thing])).toEqual([
    ['您提的意见有回音了。核实了，先不公开', null],
  ])
  const answer = (hide: boolean, words: string) =>
    codeOf(staff(cloud)('answerComplaint', { complaint: complaint!.id, hide, answer: words }))
  expect(await answer(true, '还是不公开')).toBe('AlreadyAnswered')
  // It was a mistake: the wish is there again, and both hear it.
  expect(await answer(false, '弄错了，又公开了')).toBe('ok')
  expect((await of('o-wang')('wishes', {})).items.map(({ id }) => id)).toEqual([wish])
  const notes = (await told(cloud, 'wishNews')).map(({ to, data }) => [to, data.note])
  expect(notes).toContainEqual([wang, '您提的意见有回音了。弄错了，又公开了'])
  expect(notes).toContainEqual([li, '心愿又公开了，邻居看得到'])
  expect(await answer(false, '留着')).toBe('AlreadyAnswered')
})

test('a list page asks the database twice', async () => {
  await published(cloud)
  await of('o-wang')('wishes', {})
  await staff(cloud)('wishesForStaff', {})
  await of('o-wang')('wishes', {})
  await cloud.resetMetrics()
  await of('o-wang')('wishes', {})
  await staff(cloud)('wishesForStaff', {})
  await of('o-wang')('proposals', {})
  await staff(cloud)('proposalsForStaff', {})
  await of('o-wang')('meetings', {})
  await staff(cloud)('tasksForStaff', { view: 'late' })
  await staff(cloud)('complaintsForStaff', {})
  const { procedures } = await cloud.metrics()
  for (const [name, { requests }] of Object.entries(procedures))
    expect({ name, requests }).toEqual({ name, requests: 2 })
})

test('who claims next sees nothing of the one before, and the pictures are gone', async () => {
  const wish = await published(cloud)
  await neighbour(cloud, 'o-zhao', '赵大爷', '303')
  const fulfil = async () => {
    const photo = await send(cloud, 'o-wang', picture(), { purpose: 'proposalPhoto' })
    await of('o-wang')('fulfilWish', { wish, note: '送去了', photos: [photo] })
    return (await wishDoc(cloud, wish)).notePhotos[0]!
  }
  await of('o-wang')('claimWish', { wish })
  const first = await fulfil()
  expect(await isThere(cloud, first)).toBe(true)
  await of('o-li')('confirmWish', { wish, came: false })
  expect(await isThere(cloud, first)).toBe(false)
  expect((await of('o-wang')('wish', { wish })).notePhotos).toEqual([])
  const second = await fulfil()
  await of('o-li')('confirmWish', { wish, came: false })
  await of('o-wang')('giveBackWish', { wish })
  const seen = await of('o-zhao')('claimWish', { wish })
  expect(seen).toMatchObject({ note: null, notePhotos: [] })
  expect(await isThere(cloud, second)).toBe(false)
})

test('a picture of a note that WeChat cannot judge is for staff, rises, and is seen once they let it through', async () => {
  const wish = await published(cloud)
  await of('o-wang')('claimWish', { wish })
  const photo = await send(cloud, 'o-wang', judged('review'), { purpose: 'proposalPhoto' })
  await of('o-wang')('fulfilWish', { wish, note: '送去了', photos: [photo] })
  await runAt(cloud, '2026-11-21T08:15:00+08:00')
  await runAt(cloud, '2026-11-21T08:45:00+08:00')
  expect((await of('o-li')('wish', { wish })).notePhotos).toEqual([])
  expect((await staff(cloud)('wishesForStaff', {})).items).toMatchObject([
    { id: wish, todo: 'photos' },
  ])
  for (const day of ['24', '25']) await runAt(cloud, `2026-11-${day}T12:00:00+08:00`)
  const rose = (await told(cloud, 'proposalCare')).filter(({ data }) =>
    data.note?.includes('有照片好几天没人看'),
  )
  expect(rose).toHaveLength(1)
  const [held] = (await staff(cloud)('wishForStaff', { wish })).notePhotos
  await staff(cloud)('judgePhoto', { of: 'wish', thing: wish, photo: held!.id, through: true })
  expect((await of('o-li')('wish', { wish })).notePhotos).toHaveLength(1)
  expect((await staff(cloud)('wishesForStaff', {})).items).toEqual([])
})

test('a picture is judged by itself, whatever has come in its place', async () => {
  const wish = await published(cloud)
  await of('o-wang')('claimWish', { wish })
  const fulfil = async () => {
    const photo = await send(cloud, 'o-wang', judged('review'), { purpose: 'proposalPhoto' })
    await of('o-wang')('fulfilWish', { wish, note: '送去了', photos: [photo] })
    const [held] = (await staff(cloud)('wishForStaff', { wish })).notePhotos
    return held!.id
  }
  const first = await fulfil()
  await of('o-li')('confirmWish', { wish, came: false })
  await fulfil()
  const judge = (photo: string) =>
    codeOf(staff(cloud)('judgePhoto', { of: 'wish', thing: wish, photo, through: true }))
  expect(await judge(first)).toBe('NotFound')
})

test('rounds of claiming, and of saying that it is not done, are few in a day', async () => {
  const wish = await published(cloud)
  for (let n = 0; n < 6; n++) {
    await of('o-wang')('claimWish', { wish })
    if (n < 5) await of('o-wang')('giveBackWish', { wish })
  }
  for (let n = 0; n < 3; n++) {
    await of('o-wang')('fulfilWish', { wish, note: '送去了' })
    await of('o-li')('confirmWish', { wish, came: false })
  }
  await of('o-wang')('fulfilWish', { wish, note: '送去了' })
  expect(await codeOf(of('o-li')('confirmWish', { wish, came: false }))).toBe('TooManyToday')
  expect(await codeOf(of('o-li')('confirmWish', { wish, came: true }))).toBe('ok')
  const other = await published(cloud, 'o-li', { title: '一把伞' })
  expect(await codeOf(of('o-wang')('claimWish', { wish: other }))).toBe('TooManyToday')
})

test('staff say for the wisher that it is not done yet, and complain for somebody; both names stay', async () => {
  const wish = await published(cloud)
  await of('o-wang')('claimWish', { wish })
  await of('o-wang')('fulfilWish', { wish, note: '送去了' })
  const worker = of(staffOf.jingWorker)
  await worker('confirmWish', { wish, forResident: li, came: false })
  const { state, lines } = await wishDoc(cloud, wish)
  expect([state, lines.at(-1)?.by]).toEqual(['claimed', staffId(staffOf.jingWorker)])
  await worker('complain', { of: 'wish', thing: wish, words: '不需要', forResident: wang })
  const [complaint] = (await cloud.admin.collection('proposal_complaints').get()).data as {
    person: string
    by: string
  }[]
  expect(complaint).toMatchObject({ person: wang, by: staffId(staffOf.jingWorker) })
})

test('a son claims for his mother, and gives back for her', async () => {
  const wish = await published(cloud)
  const her = { birthDate: '1942-05-01', home: jingHome('302') }
  const mother = await as(
    cloud,
    residents,
    'o-wang',
  )('addDependant', { name: '王奶奶', relation: 'parent', consent: 'spoken', ...her })
  await verify(cloud, mother.id, her.birthDate, her.home)
  await of('o-wang')('claimWish', { wish, forResident: mother.id })
  const seen = await of('o-wang')('wish', { wish })
  expect(seen).toMatchObject({ mayGiveBack: true, claimer: { id: mother.id, name: '王奶奶' } })
  await of('o-wang')('giveBackWish', { wish, forResident: seen.claimer!.id })
  expect((await wishDoc(cloud, wish)).state).toBe('open')
})

test('staff let through the very words they read, and a second tap no others', async () => {
  const wish = await published(cloud)
  await of('o-wang')('claimWish', { wish })
  await of('o-wang')('fulfilWish', { wish, note: '加微信告诉您' })
  await of('o-li')('confirmWish', { wish, came: true, thanks: '谢谢' })
  const read = (which: 'note' | 'thanks', words: string) =>
    codeOf(staff(cloud)('readWords', { wish, which, words, publish: true }))
  expect(await read('note', '别的话')).toBe('NothingToRead')
  expect(await read('note', '加微信告诉您')).toBe('ok')
  expect(await read('note', '加微信告诉您')).toBe('NothingToRead')
  expect((await of('o-wang')('wish', { wish })).thanks).toBeNull()
})

test('nobody says of their own work that it is done, staff neither', async () => {
  const wish = await published(cloud)
  await staff(cloud)('claimWish', { wish, forResident: wang })
  await of('o-wang')('fulfilWish', { wish, note: '送去了' })
  const settle = (by: string) =>
    codeOf(council(cloud, by)('settleWish', { wish, by: 'confirm', note: '问过了' }))
  expect(await settle(staffOf.jingStaff)).toBe('OwnWork')
  expect(await settle(staffOf.centreStaff)).toBe('ok')
})

test('what nobody reads for days rises to the centre, once', async () => {
  const { id } = await of('o-li')('writeWish', {
    ...{ words: '想要一把伞', category: 'living', forWhom: 'elder' },
  })
  const { id: proposal } = await of('o-li')('writeProposal', {
    ...{ title: '楼前装一盏灯', words: '晚上太黑。', about: 'community', category: 'facilities' },
  })
  for (const day of ['23', '24', '25']) await runAt(cloud, `2026-11-${day}T12:00:00+08:00`)
  const rose = (await told(cloud, 'proposalCare')).filter(({ data }) =>
    data.note?.includes('好几天没人看'),
  )
  expect(rose.map(({ thing }) => thing).sort()).toEqual([id, proposal].sort())
})

test('what is claimed and not done is not forgotten, however old', async () => {
  const wish = await published(cloud)
  await of('o-wang')('claimWish', { wish })
  await runAt(cloud, '2027-11-24T04:06:00+08:00')
  await of('o-wang')('fulfilWish', { wish, note: '送去了' })
  await of('o-li')('confirmWish', { wish, came: true })
  await runAt(cloud, '2027-11-25T04:06:00+08:00')
  expect(await wishDoc(cloud, wish)).toMatchObject({ state: 'confirmed' })
  await runAt(cloud, '2028-11-26T04:06:00+08:00')
  expect(await wishDoc(cloud, wish)).toBeUndefined()
})

test('a year after it ended a wish is gone, with its pictures', async () => {
  const photo = await send(cloud, 'o-li', picture(), { purpose: 'proposalPhoto' })
  const { id } = await of('o-li')('writeWish', {
    ...{ words: '想修好这个凳子', category: 'living', forWhom: 'elder', photos: [photo] },
  })
  const [kept] = (await wishDoc(cloud, id)).photos
  await of('o-li')('withdrawWish', { wish: id })
  expect(await isThere(cloud, kept!)).toBe(true)
  await runAt(cloud, '2027-11-20T04:06:00+08:00')
  expect(await wishDoc(cloud, id)).toBeDefined()
  await runAt(cloud, '2027-11-24T04:06:00+08:00')
  expect(await wishDoc(cloud, id)).toBeUndefined()
  expect(await isThere(cloud, kept!)).toBe(false)
})
