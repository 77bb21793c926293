import type { Input } from '@/types/shared/contract'
import { feedback, type CaseForStaff } from '@/types/feedback'
import { judged } from '../centre/uploading'
import type { TestCloud } from '../support/cloud'
import { codeOf, newKey, places, staffId, staffOf, startCentre } from '../support/people'
import {
  caseDoc,
  checked,
  dispute,
  li,
  lamp,
  of,
  owners,
  photoOf,
  reported,
  road,
  told,
  voiceOf,
} from './speaking'

// What staff do with what residents said: every act once, in plain words, and told to who is concerned.

let cloud: TestCloud
beforeEach(async () => {
  cloud = await startCentre()
  await owners(cloud)
  await li(cloud)
})
afterEach(() => cloud.stop())

type Procedures = (typeof feedback)['procedures']
type Act =
  | 'take'
  | 'handOver'
  | 'askBack'
  | 'note'
  | 'refer'
  | 'reply'
  | 'invite'
  | 'solve'
  | 'refuse'
  | 'merge'
  | 'unmerge'
  | 'split'
  | 'correct'
  | 'transcribe'
  | 'release'
  | 'rang'

const worker = staffOf.jingWorker
const lead = staffOf.jingStaff
const street = staffOf.centreStaff
const seen = (id: string, openid: string = worker): Promise<CaseForStaff> =>
  of(cloud, openid)('caseForStaff', { case: id })

/** Somebody acts on the case as they see it. */
const acts = async <P extends Act>(
  openid: string,
  act: P,
  id: string,
  more: Omit<Input<Procedures[P]>, 'key' | 'case' | 'rev'>,
): Promise<CaseForStaff> => {
  const { rev } = await seen(id, openid)
  const call = of(cloud, openid) as unknown as (p: string, i: object) => Promise<CaseForStaff>
  return call(act, { case: id, rev, ...more })
}
const kinds = async (id: string, openid = 'o-li') =>
  (await of(cloud, openid)('show', { case: id })).steps.map(({ kind }) => kind)
const at = (time: string) => Date.parse(`${time}:00+08:00`)
const passing = async (time: string) => {
  await cloud.clock(`${time}:00+08:00`)
  await cloud.timer('jobs')
}

test('the same tap five times is one step', async () => {
  const id = await reported(cloud, 'o-li')
  const { rev } = await seen(id)
  const key = newKey()
  for (let n = 0; n < 5; n++)
    await of(cloud, worker)('note', { key, case: id, rev, words: '去看过了', inside: false })
  expect(await kinds(id)).toEqual(['received', 'noted'])
  expect(await told(cloud, 'caseMoved')).toHaveLength(1)
})

test('who saw an older state changes nothing', async () => {
  const id = await reported(cloud, 'o-li')
  const { rev } = await seen(id)
  await acts(lead, 'note', id, { words: '知道了', inside: true })
  expect(await codeOf(of(cloud, worker)('solve', { case: id, rev, words: '好了' }))).toBe(
    'ChangedMeanwhile',
  )
  expect(await kinds(id)).toEqual(['received'])
})

test('a colleague by name has it, the resident is not bothered, and who had it hears of it', async () => {
  const id = await reported(cloud, 'o-li')
  const { people } = await of(cloud, lead)('colleagues', { cases: [id] })
  expect(people.map(({ name, office }) => `${office} ${name}`)).toEqual([
    '社区工作人员 钱社工',
    '街道工作人员 孙社工',
    '网格员 赵网格员',
  ])
  const given = await acts(lead, 'handOver', id, {
    to: { person: staffId(street) },
    words: '请您看看',
  })
  expect(given).toMatchObject({ owner: staffId(street), ownerName: '孙社工', state: 'open' })
  expect(await told(cloud, 'caseGone')).toMatchObject([{ to: staffId(worker) }])
  expect((await told(cloud, 'caseGiven')).map(({ to }) => to)).toContain(staffId(street))
  expect(await kinds(id)).toEqual(['received'])
  expect(
    await codeOf(
      acts(lead, 'handOver', id, { to: { person: staffId(staffOf.chunWorker) }, words: '' }),
    ),
  ).toBe('NobodyThere')
  // It is another's now.
  expect(await codeOf(acts(worker, 'solve', id, { words: '好了' }))).toBe('NotYours')
})

test('to the level above and back: the owner and the deadline of that level', async () => {
  const id = await reported(cloud, 'o-li')
  const up = await acts(worker, 'handOver', id, { to: { way: 'above' }, words: '要社区出面' })
  expect(up).toMatchObject({
    ...{ level: 'community', owner: staffId(lead) },
    due: at('2026-11-27T18:00'),
  })
  const back = await acts(lead, 'handOver', id, { to: { way: 'below' }, words: '网格可以办' })
  expect(back).toMatchObject({ level: 'grid', owner: staffId(worker), due: at('2026-11-24T18:00') })
  expect(await codeOf(acts(lead, 'handOver', id, { to: { way: 'below' }, words: '' }))).toBe(
    'NobodyThere',
  )
  expect(await kinds(id)).toEqual(['received', 'handedOver', 'givenBack'])
})

test('a question stops the deadline, and after 14 days without an answer it goes on', async () => {
  const id = await reported(cloud, 'o-li')
  const due = at('2026-11-24T18:00')
  const asked = await acts(worker, 'askBack', id, { words: '是哪一盏灯？' })
  expect(asked).toMatchObject({ state: 'askedBack', due: null, owner: staffId(worker) })
  expect(await told(cloud, 'caseAsked')).toHaveLength(1)
  await passing('2026-11-25T09:00')
  expect(await seen(id)).toMatchObject({ state: 'askedBack', level: 'grid' })
  await passing('2026-12-05T09:00')
  const after = await seen(id)
  expect(after).toMatchObject({ state: 'taken', level: 'grid' })
  const open = at('2026-12-05T09:00') - at('2026-11-21T08:00')
  // The clock goes on within a test.
  expect(Math.abs(after.due! - due - open)).toBeLessThan(60_000)
})

test('nobody is there to ask where somebody without a record telephoned', async () => {
  const { id } = await of(cloud, worker)('submit', {
    ...{ category: lamp, text: '路灯坏了', place: { node: places.jing3, where: '' } },
    caller: { name: '赵奶奶', phone: null },
  })
  await passing('2026-11-21T08:15')
  expect((await seen(id)).may).not.toContain('askBack')
  expect(await codeOf(acts(worker, 'askBack', id, { words: '在哪儿？' }))).toBe('NobodyToAsk')
})

test('a department is waited for, its answer is kept with its day and photo, and it comes back', async () => {
  const id = await reported(cloud, 'o-li', { category: road, text: '过马路不安全' })
  const away = await acts(worker, 'refer', id, { words: '请画斑马线' })
  expect(away).toMatchObject({ state: 'referred', level: 'outside', department: '交警大队' })
  expect(away.due).toBeGreaterThan(at('2026-12-25T18:00'))
  expect(await codeOf(acts(worker, 'reply', id, { day: '2026-11-22', words: '同意' }))).toBe(
    'NotThatDay',
  )
  await cloud.clock('2026-12-01T09:00:00+08:00')
  const photo = await photoOf(cloud, worker)
  const back = await acts(worker, 'reply', id, {
    day: '2026-11-30',
    words: '下周画线',
    photos: [photo],
  })
  expect(back).toMatchObject({
    ...{ state: 'taken', level: 'grid', owner: staffId(worker) },
    due: at('2026-12-03T18:00'),
  })
  expect(back.steps.at(-1)).toMatchObject({ kind: 'replied', who: '交警大队', on: '2026-11-30' })
  // What staff send is seen at once.
  const shown = (await of(cloud, 'o-li')('show', { case: id })).steps.at(-1)!
  expect(shown.photos).toMatchObject([{ state: 'passed', url: expect.any(String) }])
  expect(
    await codeOf(acts(worker, 'refer', await reported(cloud, 'o-li'), { words: '请修' })),
  ).toBe('NoDepartment')
})

test('invited to look at it on site, then solved with photos', async () => {
  const id = await reported(cloud, 'o-li')
  const day = at('2026-11-27T10:00')
  expect(
    await codeOf(
      acts(worker, 'invite', id, { at: at('2026-11-20T10:00'), where: '门口', words: '' }),
    ),
  ).toBe('NotThatDay')
  const invited = await acts(worker, 'invite', id, { at: day, where: '3号楼门口', words: '' })
  expect(invited).toMatchObject({ state: 'invited', due: at('2026-11-28T10:00') })
  expect(await told(cloud, 'caseInvited')).toMatchObject([{ data: { note: '3号楼门口' } }])
  const photos = [await photoOf(cloud, worker)]
  const solved = await acts(worker, 'solve', id, { words: '灯换好了', photos })
  expect(solved).toMatchObject({ state: 'solved', due: null })
  expect((await caseDoc(cloud, id)).solvedAt).toBeGreaterThanOrEqual(at('2026-11-21T08:00'))
  expect(await told(cloud, 'caseSolved')).toHaveLength(1)
  expect((await of(cloud, worker)('cases', { view: 'solved' })).items).toMatchObject([{ id }])
})

test('a note for staff only is not for residents; not a matter for the centre says where to turn', async () => {
  const id = await reported(cloud, 'o-li')
  await acts(worker, 'note', id, { words: '跟物业打过招呼', inside: true })
  expect(await kinds(id)).toEqual(['received'])
  expect(await codeOf(acts(worker, 'refuse', id, { words: '不归我们管', turnTo: '12345' }))).toBe(
    'NotAllowed',
  )
  await acts(lead, 'refuse', id, { words: '这盏灯归供电局', turnTo: '95598' })
  const { state, steps } = await of(cloud, 'o-li')('show', { case: id })
  expect(state).toBe('refused')
  expect(steps.at(-1)!.words).toContain('95598')
  expect(await told(cloud, 'caseEnded')).toHaveLength(1)
})

describe('a deadline that is over', () => {
  test('rises one level at a time, once for each, however late the timer is, and ends with the street', async () => {
    const id = await reported(cloud, 'o-li')
    await passing('2026-11-24T17:45')
    expect(await seen(id)).toMatchObject({ level: 'grid' })
    // Three days late, and twice.
    await passing('2026-11-27T09:00')
    await cloud.timer('jobs')
    expect(await seen(id, lead)).toMatchObject({
      ...{ level: 'community', owner: staffId(lead), state: 'open' },
      due: at('2026-12-04T18:00'),
    })
    expect(await kinds(id)).toEqual(['received', 'rose'])
    expect(await told(cloud, 'caseRose')).toMatchObject([{ to: staffId(lead) }])
    expect(await told(cloud, 'caseGone')).toMatchObject([{ to: staffId(worker) }])
    expect(await told(cloud, 'caseMoved')).toHaveLength(1)
    await passing('2026-12-05T09:00')
    expect(await seen(id, street)).toMatchObject({ level: 'street', owner: staffId(street) })
    await passing('2026-12-30T09:00')
    await passing('2026-12-31T09:00')
    expect(await seen(id, street)).toMatchObject({ level: 'street', late: true, state: 'open' })
    expect(await kinds(id)).toEqual(['received', 'rose', 'rose', 'late'])
    expect(await told(cloud, 'caseLate')).toMatchObject([{ to: staffId(street) }])
    expect((await of(cloud, street)('cases', { view: 'late' })).items).toMatchObject([{ id }])
  })

  test('never with who it is about, and with the deputy of who is away', async () => {
    const id = await reported(cloud, 'o-li', { aboutStaff: staffId(street) })
    await cloud.admin
      .collection('nodes')
      .doc(places.jing)
      .update({ deputy: staffId(staffOf.admin), awayUntil: at('2026-12-31T00:00') })
    for (const day of ['11-28', '12-10', '12-30']) await passing(`2026-${day}T09:00`)
    const one = await caseDoc(cloud, id)
    expect(one.owner).not.toBe(staffId(street))
    expect(one.level).toBe('street')
  })

  test('a changed flow is for what is sent from then on', async () => {
    const before = await reported(cloud, 'o-li')
    const { rev, flows } = await of(cloud, street)('flows', {})
    const { category, version, ...draft } = flows.find((flow) => flow.category === lamp)!
    expect(version).toBe(1)
    await of(cloud, street)('saveFlow', { rev, category, draft: { ...draft, grid: { hours: 2 } } })
    const after = await reported(cloud, 'o-li')
    expect((await seen(before)).due).toBe(at('2026-11-24T18:00'))
    expect((await seen(after)).due).toBeLessThan(at('2026-11-21T10:01'))
  })
})

test('flows that make no sense are refused, and of two who change them at once one does', async () => {
  const { rev, flows } = await of(cloud, street)('flows', {})
  const { category, version: _, ...draft } = flows[0]!
  const saves = (changes: object, openid: string = street) =>
    codeOf(of(cloud, openid)('saveFlow', { rev, category, draft: { ...draft, ...changes } }))
  expect(await saves({ grid: null, community: null, street: null })).toBe('NoDeadline')
  expect(await saves({ startsAt: 'street', street: null })).toBe('StartsNowhere')
  expect(await saves({ outside: { workingDays: 5 } })).toBe('DepartmentMissing')
  expect(await saves({ name: '卫生' })).toBe('SameName')
  expect(await saves({}, lead)).toBe('NotAllowed')
  expect(await saves({ name: '照明' })).toBe('ok')
  expect(await saves({ name: '灯' })).toBe('ChangedMeanwhile')
  const offered = (await of(cloud, 'o-li')('categories', {})).flows
  expect(offered.map(({ name }) => name)).toContain('照明')
})

test('two about one thing become one: both are told of it, and within a day it can be undone', async () => {
  await li(cloud, 'o-wang', '王大爷', '302')
  const into = await reported(cloud, 'o-li')
  const id = await reported(cloud, 'o-wang', { text: '路灯不亮' })
  const { cases } = await of(cloud, worker)('alike', { case: id })
  expect(cases).toMatchObject([{ id: into, text: '楼下的路灯晚上不亮', samePlace: true }])
  const merged = await acts(worker, 'merge', id, { into })
  expect(merged).toMatchObject({ state: 'merged', into, due: null })
  const found = (await of(cloud, 'o-wang')('mine', {})).items.map((one) => one.id)
  expect(found.sort()).toEqual([into, id].sort())
  // Another's words are not theirs.
  expect(await of(cloud, 'o-wang')('show', { case: into })).toMatchObject({ text: '', mine: false })
  expect((await seen(into)).steps.map(({ kind }) => kind)).toEqual(['received', 'joined'])
  await acts(worker, 'solve', into, { words: '修好了' })
  expect((await told(cloud, 'caseSolved')).map(({ to }) => to)).toHaveLength(2)

  const undone = await acts(worker, 'unmerge', id, {})
  expect(undone).toMatchObject({ state: 'open', due: at('2026-11-24T18:00') })
  expect(await codeOf(of(cloud, 'o-wang')('show', { case: into }))).toBe('NotFound')
  expect(await caseDoc(cloud, into)).toMatchObject({ joined: 0, joins: {} })
})

test('what is elsewhere or of another kind is not the same', async () => {
  const id = await reported(cloud, 'o-li')
  const other = await reported(cloud, 'o-li', {
    category: road,
    place: { node: places.jing12, where: '' },
  })
  const sealed = await reported(cloud, 'o-li', { category: dispute })
  expect(await codeOf(acts(worker, 'merge', id, { into: other }))).toBe('NotTheSame')
  expect(await codeOf(acts(lead, 'merge', id, { into: sealed }))).toBe('NotTheSame')
  expect(await codeOf(acts(worker, 'merge', id, { into: id }))).toBe('NotTheSame')
})

test('a merging of yesterday stays', async () => {
  const into = await reported(cloud, 'o-li')
  const id = await reported(cloud, 'o-li', { text: '路灯还是不亮' })
  await acts(worker, 'merge', id, { into })
  await cloud.clock('2026-11-22T08:01:00+08:00')
  expect((await seen(id)).may).not.toContain('unmerge')
  expect(await codeOf(acts(worker, 'unmerge', id, {}))).toBe('NotNow')
})

test('one message about two things becomes two cases, each with the untouched original', async () => {
  const photos = [await photoOf(cloud, 'o-li')]
  const text = '路灯不亮，门口过马路也不安全'
  const id = await reported(cloud, 'o-li', { text, photos })
  const after = await acts(worker, 'split', id, {
    parts: [
      { category: lamp, words: '3号楼门口路灯' },
      { category: road, words: '门口斑马线' },
    ],
  })
  expect(after).toMatchObject({ state: 'split', text })
  const parts = await Promise.all(after.parts.map((part) => seen(part)))
  expect(parts.map(({ category, about, text: words }) => [category, about, words])).toEqual([
    ['路灯', '3号楼门口路灯', text],
    ['道路交通', '门口斑马线', text],
  ])
  expect(parts.map(({ number }) => number).sort()).toEqual(['2026-0002', '2026-0003'])
  expect(parts.every((part) => part.photos.length === 1 && part.partOf === id)).toBe(true)
  expect((await of(cloud, 'o-li')('mine', {})).items).toHaveLength(3)
  expect(await of(cloud, 'o-li')('show', { case: after.parts[0]! })).toMatchObject({
    mine: true,
    text,
  })
})

test('a wrong category is corrected in sight, and its flow goes on with it', async () => {
  const id = await reported(cloud, 'o-li')
  const after = await acts(worker, 'correct', id, {
    ...{ category: road, place: { node: places.jing12 }, words: '' },
  })
  expect(after).toMatchObject({
    ...{ category: '道路交通', place: '静安里社区 12号楼', text: '楼下的路灯晚上不亮' },
    sentAs: { category: '路灯', place: '静安里社区 3号楼' },
  })
  expect(after.steps.at(-1)).toMatchObject({
    kind: 'corrected',
    words: '类别：路灯 改成 道路交通。地点：静安里社区 3号楼 改成 静安里社区 12号楼',
  })
  expect((await caseDoc(cloud, id)).place).toEqual({ node: places.jing3, where: '门口' })
  expect(await codeOf(acts(worker, 'correct', id, { words: '' }))).toBe('NothingChanged')
})

test('what rose stays as far up when it is corrected, and a wrong place gives nobody more time', async () => {
  const id = await reported(cloud, 'o-li')
  await passing('2026-11-27T09:00')
  const due = at('2026-12-04T18:00')
  expect(await seen(id, lead)).toMatchObject({ level: 'community', due })
  await passing('2026-12-01T09:00')
  const place = { node: places.jing12 }
  expect(await acts(lead, 'correct', id, { place, words: '' })).toMatchObject({
    ...{ level: 'community', owner: staffId(lead), due },
  })
  expect(await acts(lead, 'correct', id, { category: road, words: '' })).toMatchObject({
    ...{ level: 'community', due: at('2026-12-08T18:00') },
  })
  const low = await reported(cloud, 'o-li')
  expect(await acts(lead, 'correct', low, { category: road, words: '' })).toMatchObject({
    ...{ level: 'grid', owner: staffId(worker) },
  })
})

test('of one spot staff see what was sent under another category, and make it one', async () => {
  await li(cloud, 'o-wang', '王大爷', '302')
  const into = await reported(cloud, 'o-li')
  const id = await reported(cloud, 'o-wang', { category: road })
  const { cases } = await of(cloud, worker)('alike', { case: id })
  expect(cases).toMatchObject([{ id: into, category: '路灯', samePlace: true }])
  expect(await acts(worker, 'merge', id, { into })).toMatchObject({ state: 'merged' })
})

test('corrected to a sealed category nothing of it stays where lists are made', async () => {
  const id = await reported(cloud, 'o-li', { text: '楼上半夜跳舞' })
  await acts(worker, 'note', id, { words: '跟李奶奶谈过跳舞的事', inside: false })
  const { rev } = await seen(id)
  expect(
    await of(cloud, worker)('correct', { case: id, rev, category: dispute, words: '' }),
  ).toBeNull()
  const document = JSON.stringify(await caseDoc(cloud, id))
  expect(document).not.toContain('跳舞')
  expect(document).not.toContain('李奶奶')
  const shown = await of(cloud, 'o-li')('show', { case: id })
  expect(shown.text).toBe('楼上半夜跳舞')
  expect(shown.steps.map(({ words }) => words)).toContain('跟李奶奶谈过跳舞的事')
  expect(await codeOf(seen(id))).toMatch(/^Not(Found|Allowed)$/)
})

test('what WeChat doubts is let through by staff, or refused with the reason', async () => {
  const id = await reported(cloud, 'o-li', { text: '楼上住的是笨蛋' })
  expect((await of(cloud, lead)('cases', { view: 'held' })).items).toMatchObject([{ id }])
  await passing('2026-11-23T10:00')
  expect(await codeOf(acts(lead, 'release', id, { through: false, words: '' }))).toBe(
    'WordsMissing',
  )
  const open = await acts(lead, 'release', id, { through: true, words: '' })
  expect(open).toMatchObject({ state: 'open', due: at('2026-11-25T18:00') })
  const other = await reported(cloud, 'o-li', { text: '他真是笨蛋' })
  await acts(lead, 'release', other, { through: false, words: '请不要骂人' })
  expect(await of(cloud, 'o-li')('show', { case: other })).toMatchObject({ state: 'refused' })
})

test('what nobody looks at in time is late, and the street hears of it', async () => {
  const id = await reported(cloud, 'o-li', { text: '楼上住的是笨蛋' })
  expect((await told(cloud, 'caseGiven')).map(({ to }) => to)).toEqual([staffId(lead)])
  expect((await of(cloud, lead)('cases', { view: 'held' })).items).toMatchObject([
    { id, due: at('2026-11-23T18:00'), late: false },
  ])
  await passing('2026-11-23T19:00')
  expect((await of(cloud, lead)('cases', { view: 'held' })).items).toMatchObject([
    { id, late: true },
  ])
  expect((await told(cloud, 'caseLate')).map(({ to }) => to).sort()).toEqual(
    [staffId(lead), staffId(street)].sort(),
  )
  await acts(lead, 'release', id, { through: true, words: '' })
  await passing('2026-11-26T09:00')
  // Once it may be worked on it rises as every case does.
  expect(await seen(id)).toMatchObject({ level: 'community' })
})

test('who could answer for it hears of a message that nobody answers for', async () => {
  await cloud.admin.collection('nodes').where({}).update({ owner: null, deputy: null })
  await reported(cloud, 'o-li')
  expect((await told(cloud, 'caseGiven')).map(({ to }) => to)).toEqual([staffId(worker)])
})

test('words of staff that WeChat cannot judge are kept, and read by residents once they are let through', async () => {
  const id = await reported(cloud, 'o-li')
  expect(await codeOf(acts(worker, 'solve', id, { words: '来赌博' }))).toBe('TextRefused')
  await cloud.fault({ action: 'wx.openApi', kind: 'error', times: 1 })
  const solved = await acts(worker, 'solve', id, { words: '灯泡换好了' })
  expect(solved.steps.at(-1)).toMatchObject({ words: '灯泡换好了', doubtful: true })
  const read = async () => (await of(cloud, 'o-li')('show', { case: id })).steps.at(-1)
  expect(await read()).toMatchObject({ kind: 'solved', words: '', doubtful: true })
  expect((await told(cloud, 'caseGiven')).filter(({ to }) => to === staffId(lead))).toHaveLength(1)
  const step = solved.steps.length - 1
  await acts(lead, 'release', id, { step, through: true, words: '' })
  expect(await read()).toMatchObject({ kind: 'solved', words: '灯泡换好了' })
})

test('where to meet waits with the words, and staff read all of it', async () => {
  const id = await reported(cloud, 'o-li')
  const meet = { at: at('2026-11-25T09:00'), where: '笨蛋家门口', words: '来看看' }
  await acts(worker, 'invite', id, meet)
  const shown = await of(cloud, 'o-li')('show', { case: id })
  expect(shown.steps.at(-1)).toMatchObject({ words: '', meet: { at: meet.at, where: '' } })
  expect(JSON.stringify(await told(cloud, 'caseInvited'))).not.toContain('笨蛋')
  expect((await seen(id)).steps.at(-1)).toMatchObject({ meet: { where: '笨蛋家门口' } })
})

test('words said later that WeChat doubts are read by others once staff let them through, or never', async () => {
  const id = await reported(cloud, 'o-li')
  await li(cloud, 'o-wang', '王大爷', '302')
  await of(cloud, 'o-wang')('join', { case: id })
  const again = async (words: string) => {
    await acts(worker, 'solve', id, { words: '换了灯泡' })
    await of(cloud, 'o-li')('reopen', { case: id, words })
    await cloud.admin
      .collection('cases')
      .doc(id)
      .update({ level: 'grid', owner: staffId(worker) })
    return (await seen(id)).steps.length - 1
  }
  const n = await again('修灯的是笨蛋')
  expect(await kinds(id, 'o-wang')).not.toContain('reopened')
  expect((await seen(id)).steps[n]).not.toHaveProperty('toJudge')
  expect((await seen(id, lead)).steps[n]).toMatchObject({ doubtful: true, toJudge: n })
  expect(await codeOf(acts(worker, 'release', id, { step: n, through: true, words: '' }))).toBe(
    'NotAllowed',
  )
  const through = await acts(lead, 'release', id, { step: n, through: true, words: '' })
  expect(through).toMatchObject({ state: 'open' })
  expect(through.steps[n]).not.toHaveProperty('doubtful')
  expect(await kinds(id, 'o-wang')).toContain('reopened')
  expect(await codeOf(acts(lead, 'release', id, { step: n, through: true, words: '' }))).toBe(
    'NotNow',
  )
  const m = await again('还是笨蛋')
  await acts(lead, 'release', id, { step: m, through: false, words: '' })
  const reopened = async (openid: string) =>
    (await kinds(id, openid)).filter((kind) => kind === 'reopened').length
  expect([await reopened('o-li'), await reopened('o-wang')]).toEqual([2, 1])
  expect((await seen(id, lead)).steps[m]).not.toHaveProperty('toJudge')
})

test('a held picture of what was added later is settled too', async () => {
  const id = await reported(cloud, 'o-li')
  await of(cloud, 'o-li')('edit', {
    ...{ case: id, words: '就是这盏', photos: [await photoOf(cloud, 'o-li', judged('review'))] },
  })
  await cloud.clock('2026-11-21T08:01:00+08:00')
  const [photo] = (await seen(id, lead)).steps.at(-1)!.photos
  expect(photo).toMatchObject({ state: 'held', url: expect.any(String) })
  await of(cloud, lead)('settlePicture', { case: id, picture: photo!.id!, through: true })
  expect((await seen(id)).steps.at(-1)!.photos).toMatchObject([{ state: 'passed' }])
})

test('who wrote down a call opens it at once', async () => {
  const { id } = await of(cloud, worker)('submit', {
    ...{ category: lamp, text: '路灯坏了', place: { node: places.jing3, where: '' } },
    caller: { name: '赵奶奶', phone: null },
  })
  expect(await seen(id)).toMatchObject({ state: 'open', number: '2026-0001' })
})

const telephoned = async (phone: string | null = '13900000009') => {
  const { id } = await of(cloud, worker)('submit', {
    ...{ category: lamp, text: '路灯坏了', place: { node: places.jing3, where: '' } },
    caller: { name: '赵奶奶', phone },
  })
  await acts(worker, 'solve', id, { words: '灯泡换好了' })
  return id
}
const toRing = async () =>
  (await of(cloud, lead)('cases', { view: 'toRing' })).items.map(({ id }) => id)

test('who telephoned without a record is called: it is in a list, somebody is reminded, and their word counts', async () => {
  const id = await telephoned()
  expect(await telephoned(null)).not.toBe(id)
  expect(await toRing()).toEqual([id])
  const reminded = async () =>
    (await told(cloud, 'caseGiven')).filter(
      ({ thing, data }) => thing === id && JSON.stringify(data).includes('请打电话'),
    )
  await passing('2026-11-23T17:00')
  expect(await reminded()).toEqual([])
  await passing('2026-11-23T19:00')
  await passing('2026-11-24T19:00')
  expect(await reminded()).toMatchObject([{ to: staffId(worker) }])
  const missed = await acts(lead, 'rang', id, { answer: 'notReached', words: '' })
  expect(missed).toMatchObject({ state: 'solved' })
  expect(await toRing()).toEqual([id])
  const over = await acts(worker, 'rang', id, { answer: 'solved', words: '亮了，谢谢', stars: 4 })
  expect(over).toMatchObject({ state: 'confirmed', rating: { stars: 4, words: '亮了，谢谢' } })
  expect(over.steps.at(-1)).toMatchObject({ words: '亮了，谢谢', who: '网格员 赵***' })
  expect(await toRing()).toEqual([])
})

test('not solved, they say on the telephone: it goes one level above', async () => {
  const id = await telephoned()
  expect(await codeOf(acts(worker, 'rang', id, { answer: 'notSolved', words: '' }))).toBe(
    'WordsMissing',
  )
  const again = await acts(worker, 'rang', id, { answer: 'notSolved', words: '还是不亮' })
  expect(again).toMatchObject({ state: 'open', level: 'community', owner: staffId(lead) })
  expect(await toRing()).toEqual([])
  // Who has a record says it themselves.
  const known = await reported(cloud, 'o-li')
  const solved = await acts(worker, 'solve', known, { words: '换了灯泡' })
  expect(solved.may).not.toContain('rang')
  expect(await codeOf(acts(worker, 'rang', known, { answer: 'solved', words: '' }))).toBe('NotNow')
})

test('who telephoned is called too when nothing comes of it, or it is part of another case', async () => {
  const call = async () => {
    const { id } = await of(cloud, worker)('submit', {
      ...{ category: lamp, text: '路灯坏了', place: { node: places.jing3, where: '' } },
      caller: { name: '赵奶奶', phone: '13900000009' },
    })
    await seen(id)
    return id
  }
  const known = await reported(cloud, 'o-li')
  const [refused, merged, apart] = [await call(), await call(), await call()]
  await acts(lead, 'refuse', refused, { words: '不归我们管', turnTo: '12345' })
  await acts(worker, 'merge', merged, { into: known })
  await acts(worker, 'merge', apart, { into: known })
  expect(new Set(await toRing())).toEqual(new Set([refused, merged, apart]))
  // Who has a record hears of it in the program.
  await acts(lead, 'refuse', known, { words: '不归我们管', turnTo: '12345' })
  expect(await toRing()).not.toContain(known)
  await acts(worker, 'unmerge', apart, {})
  expect(await toRing()).not.toContain(apart)
  await passing('2026-11-23T19:00')
  const reminded = (await told(cloud, 'caseGiven')).filter(({ data }) =>
    JSON.stringify(data).includes('请打电话'),
  )
  expect(reminded.map(({ thing, to }) => [thing, to]).sort()).toEqual(
    [
      [refused, staffId(worker)],
      [merged, staffId(worker)],
    ].sort(),
  )
  expect(await codeOf(acts(worker, 'rang', refused, { answer: 'solved', words: '' }))).toBe(
    'NotNow',
  )
  await acts(worker, 'rang', refused, { answer: 'notReached', words: '' })
  expect(await toRing()).toContain(refused)
  expect((await seen(refused)).toTell).toBe('不归我们管 可以找：12345')
  const over = await acts(worker, 'rang', refused, { answer: 'told', words: '他去问 12345' })
  expect(over).toMatchObject({ state: 'refused' })
  expect(over.steps.at(-1)).toMatchObject({
    inside: true,
    words: '打了电话，告诉了来电的人。 他去问 12345',
  })
  expect(over.may).not.toContain('rang')
  expect(await toRing()).toEqual([merged])
  // Whom no call reaches in two weeks, nobody calls any more.
  await passing('2026-12-04T08:30')
  expect(await toRing()).toEqual([merged])
  await passing('2026-12-05T08:30')
  expect(await toRing()).toEqual([])
})

test('who telephoned about a part is called again when the whole is solved, also through one in between', async () => {
  const call = async () => {
    const { id } = await of(cloud, worker)('submit', {
      ...{ category: lamp, text: '路灯坏了', place: { node: places.jing3, where: '' } },
      caller: { name: '赵奶奶', phone: '13900000009' },
    })
    await seen(id)
    return id
  }
  const [part, between, whole] = [await call(), await call(), await reported(cloud, 'o-li')]
  await acts(worker, 'merge', part, { into: between })
  await acts(worker, 'merge', between, { into: whole })
  for (const id of [part, between]) await acts(worker, 'rang', id, { answer: 'told', words: '' })
  expect(await toRing()).toEqual([])
  await passing('2026-12-11T08:30')
  await acts(street, 'solve', whole, { words: '换了灯泡' })
  await passing('2026-12-11T09:00')
  expect(new Set(await toRing())).toEqual(new Set([part, between]))
  expect((await seen(part)).toTell).toBe('和 2026-0003 一起办的，办好了：换了灯泡')
  await acts(worker, 'rang', part, { answer: 'told', words: '' })
  // Whatever happens to the whole then, they know it.
  await acts(lead, 'note', whole, { words: '灯泡是新的', inside: true })
  await passing('2026-12-11T09:15')
  expect(await toRing()).toEqual([between])
  // One of them finds it is not solved: then the whole goes on, also where who sent it says that it is.
  await of(cloud, 'o-li')('confirm', { case: whole, stars: 5, words: '' })
  expect((await seen(between)).mayDispute).toBe(true)
  expect(await codeOf(acts(worker, 'rang', between, { answer: 'solved', words: '' }))).toBe(
    'NotNow',
  )
  const known = await acts(worker, 'rang', between, { answer: 'notSolved', words: '还是不亮' })
  expect(known).toMatchObject({ state: 'merged' })
  expect(await toRing()).toEqual([])
  const reopened = await seen(whole)
  expect(reopened).toMatchObject({ state: 'open', rating: null, reopened: 1 })
  expect(reopened.steps.at(-1)).toMatchObject({ kind: 'reopened', words: '还是不亮' })
})

test('who telephoned is called before they are expected on site', async () => {
  const { id } = await of(cloud, worker)('submit', {
    ...{ category: lamp, text: '路灯坏了', place: { node: places.jing3, where: '' } },
    caller: { name: '赵奶奶', phone: '13900000009' },
  })
  await seen(id)
  await acts(worker, 'invite', id, { at: at('2026-11-22T09:00'), where: '3号楼门口', words: '' })
  expect(await toRing()).toEqual([id])
  await passing('2026-11-22T09:00')
  expect(
    (await told(cloud, 'caseGiven')).filter(({ data }) =>
      JSON.stringify(data).includes('请打电话'),
    ),
  ).toMatchObject([{ to: staffId(worker), thing: id }])
  await acts(worker, 'rang', id, { answer: 'told', words: '他来' })
  expect(await toRing()).toEqual([])
  expect(await seen(id)).toMatchObject({ state: 'invited' })
})

test('what would be sealed is not split off a case that all staff read', async () => {
  const id = await reported(cloud, 'o-li')
  const parts = [lamp, dispute].map((category) => ({ category, words: '一件' }))
  expect(await codeOf(acts(worker, 'split', id, { parts }))).toBe('SealedPart')
  expect(await seen(id)).toMatchObject({ state: 'open', parts: [] })
})

test('a picture WeChat is not sure of is looked at by staff', async () => {
  const review = judged('review')
  const id = await reported(cloud, 'o-li', { photos: [await photoOf(cloud, 'o-li', review)] })
  await cloud.clock('2026-11-21T08:01:00+08:00')
  expect((await seen(id)).photos).toMatchObject([{ state: 'held', url: null }])
  const [photo] = (await seen(id, lead)).photos
  expect(photo).toMatchObject({ state: 'held', url: expect.any(String) })
  await of(cloud, lead)('settlePicture', { case: id, picture: photo!.id!, through: true })
  expect((await seen(id)).photos).toMatchObject([{ state: 'passed', url: expect.any(String) }])
})

test('a sound WeChat is not sure of is listened to by staff who lead', async () => {
  const id = await reported(cloud, 'o-li', { text: '', voice: await voiceOf(cloud, 'o-li') })
  await checked(cloud, id, 'held')
  expect((await seen(id)).voice).toMatchObject({ state: 'held', url: null })
  const { voice } = await seen(id, lead)
  expect(voice).toMatchObject({ state: 'held', url: expect.any(String) })
  await of(cloud, lead)('settlePicture', { case: id, picture: voice!.id!, through: true })
  expect((await seen(id)).voice).toMatchObject({ state: 'passed', url: expect.any(String) })
})

test('lists by what one looks for, in two requests each', async () => {
  const mine = await reported(cloud, 'o-li')
  const far = await reported(cloud, 'o-li', {
    category: road,
    place: { node: places.jing12, where: '' },
  })
  await acts(worker, 'handOver', far, { to: { way: 'above' }, words: '' })
  await cloud.admin.collection('cases').doc(far).update({ owner: null, ownerName: null })
  const list = async (
    input: Omit<Input<Procedures['cases']>, 'view'>,
    view = 'active',
    openid: string = lead,
  ) =>
    (await of(cloud, openid)('cases', { view: view as 'active', ...input })).items.map(
      ({ id }) => id,
    )
  expect(await list({}, 'mine', worker)).toEqual([mine])
  expect(await list({}, 'free')).toEqual([far])
  expect(await list({ category: road })).toEqual([far])
  expect(await list({ level: 'grid' })).toEqual([mine])
  expect(await list({ node: places.jing3 })).toEqual([mine])
  expect(await list({ node: places.chun7 })).toEqual([])
  expect(await list({ number: '2' })).toEqual([far])
  expect(await list({ number: '2026-0001' }, 'ended')).toEqual([mine])
  await cloud.resetMetrics()
  for (const view of ['mine', 'free', 'late', 'held', 'active', 'solved', 'toRing', 'ended'])
    await list({ category: lamp }, view)
  expect((await cloud.metrics()).procedures['feedback.cases']!.requests).toBe(8 * 2)
  expect(await of(cloud, worker)('byBuilding', {})).toEqual({
    all: true,
    grids: [
      {
        name: '静安里社区 第一网格',
        places: [
          { node: places.jing3, name: '静安里社区 3号楼', open: 1, late: 0 },
          { node: places.jing12, name: '静安里社区 12号楼', open: 1, late: 0 },
        ],
      },
    ],
  })
})

test('several go to one colleague at once; which did not, and why, is said', async () => {
  const ids = [await reported(cloud, 'o-li'), await reported(cloud, 'o-li')]
  const over = await reported(cloud, 'o-li')
  await acts(lead, 'refuse', over, { words: '不归我们管', turnTo: '12345' })
  const key = newKey()
  const give = () =>
    of(cloud, lead)('handOverSeveral', {
      key,
      cases: [...ids, over],
      to: staffId(street),
      words: '',
    })
  expect(await give()).toEqual({
    done: ids,
    not: [{ case: over, number: '2026-0003', code: 'NotNow' }],
  })
  expect((await give()).done).toEqual(ids)
  expect((await told(cloud, 'caseGiven')).filter(({ to }) => to === staffId(street))).toHaveLength(
    2,
  )
  expect(
    await codeOf(
      of(cloud, worker)('handOverSeveral', { cases: ids, to: staffId(lead), words: '' }),
    ),
  ).toBe('NotAllowed')
})

test('ready words are kept, changed and put away', async () => {
  const first = { template: null, name: '修好了', words: '已经修好，请您看看。', retired: false }
  const saved = await of(cloud, lead)('saveAnswerTemplate', { rev: 0, ...first })
  expect((await of(cloud, worker)('answerTemplates', {})).templates).toEqual(saved.templates)
  expect(await codeOf(of(cloud, lead)('saveAnswerTemplate', { rev: 1, ...first }))).toBe('SameName')
  const { id } = saved.templates[0]!
  const put = await of(cloud, lead)('saveAnswerTemplate', {
    ...first,
    rev: 1,
    template: id,
    retired: true,
  })
  expect(put.templates).toMatchObject([{ id, retired: true }])
})

test('who works there no more leaves their cases free', async () => {
  const id = await reported(cloud, 'o-li')
  await acts(worker, 'take', id, {})
  await cloud.admin.collection('passports').doc(`dl_w-${worker}`).update({ roles: [] })
  await passing('2026-11-21T09:00')
  await cloud.timer('jobs')
  expect(await seen(id, lead)).toMatchObject({ owner: null, state: 'open' })
  expect((await of(cloud, lead)('cases', { view: 'free' })).items).toMatchObject([{ id }])
})

test('a photo of another is refused by name, and nothing is written', async () => {
  const id = await reported(cloud, 'o-li')
  const photos = [await photoOf(cloud, 'o-li')]
  for (const [act, more] of [
    ['note', { inside: false }],
    ['solve', {}],
  ] as const)
    expect(await codeOf(acts(worker, act, id, { words: '看过', photos, ...more }))).toBe(
      'NotYourFile',
    )
  expect(await kinds(id)).toEqual(['received'])
})

test('long before the document is full nothing is added any more, and it can still be ended', async () => {
  const id = await reported(cloud, 'o-li')
  const { steps } = await caseDoc(cloud, id)
  const long = { ...steps[0], kind: 'noted', words: '看'.repeat(500), photos: [] }
  const fill = (n: number) =>
    cloud.admin
      .collection('cases')
      .doc(id)
      .update({
        steps: [
          steps[0],
          ...Array.from({ length: n }, () => ({ ...long, record: 'x'.repeat(1000) })),
        ],
      })
  await fill(90)
  expect(await codeOf(acts(worker, 'note', id, { words: '看过', inside: true }))).toBe('LineFull')
  expect(await codeOf(of(cloud, 'o-li')('edit', { case: id, words: '还有' }))).toBe('SaidAll')
  expect(await codeOf(acts(worker, 'solve', id, { words: '修好了' }))).toBe('ok')
})

test('of more than a hundred pictures each is looked at', async () => {
  const id = await reported(cloud, 'o-li')
  const checks = cloud.admin.collection('media_checks')
  for (let n = 0; n < 120; n++)
    await checks.add({
      ...{
        _id: `dl_mc-${String(n).padStart(3, '0')}`,
        centre: 'dl',
        v: 1,
        record: id,
        file: `${n}`,
      },
      ...{ openid: '', at: 0, by: null, state: 'passed', trace: null, asked: 1, due: null },
    })
  const last = await acts(worker, 'note', id, {
    ...{ words: '看过', inside: false, photos: [await photoOf(cloud, worker)] },
  })
  expect(last.steps.at(-1)!.photos).toMatchObject([{ state: 'passed' }])
})

test('what was said of a picture holds for its copies in the parts', async () => {
  const photos = [await photoOf(cloud, 'o-li', judged('review'))]
  const id = await reported(cloud, 'o-li', { photos })
  await cloud.clock('2026-11-21T08:01:00+08:00')
  const [picture] = (await seen(id, lead)).photos
  await of(cloud, lead)('settlePicture', { case: id, picture: picture!.id!, through: true })
  const asked = async () =>
    (await cloud.outbox()).filter(({ api }) => api.includes('mediaCheck')).length
  const before = await asked()
  const { parts } = await acts(worker, 'split', id, {
    parts: [lamp, road].map((category) => ({ category, words: '一件' })),
  })
  for (const part of parts) expect((await seen(part)).photos).toMatchObject([{ state: 'passed' }])
  expect(await asked()).toBe(before)
})

test('another appointment does not put the deadline off for ever', async () => {
  const id = await reported(cloud, 'o-li')
  const meet = (time: string) =>
    codeOf(acts(worker, 'invite', id, { at: at(time), where: '门口', words: '' }))
  expect(await meet('2026-11-23T10:00')).toBe('ok')
  await cloud.clock('2026-11-23T09:00:00+08:00')
  expect(await meet('2026-12-18T10:00')).toBe('ok')
  await cloud.clock('2026-12-17T10:00:00+08:00')
  expect(await meet('2026-12-28T10:00')).toBe('NotThatDay')
  expect((await caseDoc(cloud, id)).due).toBe(at('2026-12-19T10:00'))
})

test('a grid worker corrects the place within their community, and reads what stays theirs', async () => {
  const id = await reported(cloud, 'o-li')
  const to = (openid: string, node: string) =>
    acts(openid, 'correct', id, { place: { node }, words: '' })
  expect(await codeOf(to(worker, places.chun))).toBe('NotYourPlace')
  expect(await to(lead, places.chun)).toBeNull()
  expect((await caseDoc(cloud, id)).path).toContain(places.chun)
})

test('records of one person merged since: it goes to nobody it is about', async () => {
  const about = staffId(worker)
  const old = `${about}-old`
  const people = cloud.admin.collection('people')
  const { data } = (await people.doc(about).get()) as { data: { _id: string }[] }
  const { _id: _known, ...record } = data[0]!
  await people.add({ ...record, _id: old, mergedInto: about })
  await cloud.admin.collection('nodes').doc(places.jing).update({ owner: about })
  const id = await reported(cloud, 'o-li', { aboutStaff: old })
  expect(await caseDoc(cloud, id)).toMatchObject({ level: 'community', owner: staffId(street) })
})
