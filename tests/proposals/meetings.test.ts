import { residents } from '@/types/residents'
import type { TestCloud } from '../support/cloud'
import {
  as,
  chunHome,
  codeOf,
  jingHome,
  newKey,
  resident,
  staffOf,
  startCentre,
} from '../support/people'
import { register } from '../volunteers/registering'
import {
  council,
  hall,
  meetingDoc,
  neighbour,
  proposalDoc,
  proposed,
  runAt,
  staff,
  told,
} from './council'

const come = '请您来开议事会，请点开看'

/** The code in the link that the screen at the door shows. */
const codeIn = ({ link }: { link: string | null }) => (link ?? '').split('/q/g.')[1] ?? ''

let cloud: TestCloud
let li: string
let wang: string
let zhao: string
const of = (openid: string) => council(cloud, openid)

beforeEach(async () => {
  cloud = await startCentre()
  li = await neighbour(cloud, 'o-li', '李奶奶', '301')
  wang = await neighbour(cloud, 'o-wang', '王师傅', '302')
  zhao = await neighbour(cloud, 'o-zhao', '赵大爷', '303')
})
afterEach(() => cloud.stop())

/** A meeting on a proposal that 王师傅 co-signed. */
const called = async (more: Parameters<typeof hall>[1] = {}) => {
  const proposal = await proposed(cloud)
  await of('o-wang')('coSign', { proposal })
  const { id } = await staff(cloud)('saveMeeting', {
    draft: hall([{ proposal }, { title: '晾衣杆放哪里' }], more),
  })
  return { proposal, meeting: id }
}

test('who proposed and who co-signed are invited, and hear when it moves', async () => {
  const { proposal, meeting } = await called()
  const invited = await told(cloud, 'meetingCalled')
  expect(invited.map(({ to }) => to).sort()).toEqual([li, wang].sort())
  expect((await of('o-li')('proposal', { proposal })).meeting).toBe(meeting)
  const { rev } = await staff(cloud)('meetingForStaff', { meeting })
  const draft = hall([{ proposal }], { from: '14:00', until: '15:00' })
  await staff(cloud)('saveMeeting', { meeting, rev, draft })
  expect(await codeOf(staff(cloud)('saveMeeting', { meeting, rev, draft }))).toBe(
    'ChangedMeanwhile',
  )
  expect(await told(cloud, 'meetingMoved')).toHaveLength(2)
  await staff(cloud)('callOffMeeting', { meeting, because: '下大雪' })
  expect(await told(cloud, 'meetingMoved')).toHaveLength(4)
  expect(await codeOf(of('o-zhao')('joinMeeting', { meeting }))).toBe('Over')
})

test('who signed what comes on the agenda later is invited then', async () => {
  const { id, rev } = await staff(cloud)('saveMeeting', { draft: hall([{ title: '议一议' }]) })
  expect(await told(cloud, 'meetingCalled')).toEqual([])
  const proposal = await proposed(cloud)
  await of('o-wang')('coSign', { proposal })
  const save = async (agenda: Parameters<typeof hall>[0], before?: number) => {
    const known = before ?? (await staff(cloud)('meetingForStaff', { meeting: id })).rev
    return staff(cloud)('saveMeeting', { meeting: id, rev: known, draft: hall(agenda) })
  }
  await save([{ title: '议一议' }, { proposal }], rev)
  expect((await told(cloud, 'meetingCalled')).map(({ to }) => to).sort()).toEqual([li, wang].sort())
  expect((await of('o-li')('proposal', { proposal })).meeting).toBe(id)
  // Taken off again, it leads nobody there any more.
  await save([{ title: '议一议' }])
  expect((await of('o-li')('proposal', { proposal })).meeting).toBeNull()
})

test('what is put on an agenda twice is there once', async () => {
  const proposal = await proposed(cloud)
  const { agenda } = await staff(cloud)('saveMeeting', {
    draft: hall([{ proposal }, { proposal }]),
  })
  expect(agenda).toHaveLength(1)
})

test('moved away from today is told at once, whatever day it is on then', async () => {
  const { proposal, meeting } = await called({ day: '2026-11-22' })
  await cloud.clock('2026-11-22T07:00:00+08:00')
  const { rev } = await staff(cloud)('meetingForStaff', { meeting })
  await staff(cloud)('saveMeeting', {
    ...{ meeting, rev, draft: hall([{ proposal }], { day: '2026-11-28' }) },
  })
  expect((await told(cloud, 'meetingMoved')).map(({ urgent, due }) => ({ urgent, due }))).toEqual(
    Array(2).fill({ urgent: true, due: Date.parse('2026-11-22T09:00:00+08:00') }),
  )
})

test('one that people came to is not called off or moved, and staff are reminded of its minutes once', async () => {
  const { proposal, meeting } = await called()
  await cloud.clock('2026-11-25T09:30:00+08:00')
  const { rev } = await staff(cloud)('meetingForStaff', { meeting })
  const draft = hall([{ proposal }], { day: '2026-11-30' })
  expect(await codeOf(staff(cloud)('saveMeeting', { meeting, rev, draft }))).toBe('Over')
  await staff(cloud)('tickAtMeeting', { meeting, person: wang, came: true })
  expect(await codeOf(staff(cloud)('callOffMeeting', { meeting, because: '不开了' }))).toBe('Over')
  for (const day of ['26', '27', '28']) await runAt(cloud, `2026-11-${day}T12:00:00+08:00`)
  const reminded = (await told(cloud, 'proposalCare')).filter(({ thing }) => thing === meeting)
  expect(reminded.map(({ data }) => data.note)).toEqual(['议事会开过了，还没有纪要，请写一写'])
})

test('a place given up by a tap that arrives again, late, stays with who took it anew', async () => {
  const { meeting } = await called()
  const key = 'a-tap-of-somebody-0002'
  await of('o-wang')('joinMeeting', { meeting })
  await of('o-wang')('leaveMeeting', { meeting, key })
  await of('o-wang')('joinMeeting', { meeting })
  const { family } = await of('o-wang')('leaveMeeting', { meeting, key })
  expect(family.map(({ joined }) => joined)).toEqual([true])
})

test('a correction of old minutes leaves what a later meeting came to', async () => {
  const { proposal, meeting } = await called()
  const { id: later } = await staff(cloud)('saveMeeting', {
    draft: hall([{ proposal }], { day: '2026-11-26' }),
  })
  const write = async (which: string, kind: 'adopted' | 'postponed', words: string) => {
    const { rev, agenda } = await staff(cloud)('meetingForStaff', { meeting: which })
    const decisions = agenda.map(({ id }) => ({ item: id, kind, words: '' }))
    await staff(cloud)('writeMinutes', { meeting: which, rev, words, decisions })
  }
  await cloud.clock('2026-11-26T12:00:00+08:00')
  await write(meeting, 'postponed', '下次再议。')
  expect(await of('o-li')('proposal', { proposal })).toMatchObject({
    ...{ decision: 'postponed', meeting: later },
  })
  await write(later, 'adopted', '都同意。')
  await write(meeting, 'postponed', '下次再议，改个错字。')
  expect(await of('o-li')('proposal', { proposal })).toMatchObject({
    ...{ decision: 'adopted', meeting: later },
  })
})

test('places are bounded, given back at once, and only for whom it is meant', async () => {
  const { meeting } = await called({ seats: 2, invites: 'signers' })
  expect(await codeOf(of('o-zhao')('joinMeeting', { meeting }))).toBe('NotInvited')
  await of('o-li')('joinMeeting', { meeting })
  await of('o-wang')('joinMeeting', { meeting })
  await of('o-wang')('leaveMeeting', { meeting })
  expect((await of('o-wang')('meeting', { meeting })).left).toBe(1)
  expect((await of('o-wang')('joinMeeting', { meeting })).left).toBe(0)
})

test('who is there is put down by the code of the minute or by staff, and nobody by an old code', async () => {
  const { meeting } = await called()
  await of('o-li')('joinMeeting', { meeting })
  const code = async () => codeIn(await staff(cloud)('meetingCode', { meeting }))
  expect(await code()).toBe('')
  await cloud.clock('2026-11-25T08:50:00+08:00')
  const shown = await code()
  const { family } = await of('o-li')('checkInAtMeeting', { code: shown })
  expect(family.map(({ here }) => here)).toEqual(['yes'])
  await cloud.clock('2026-11-25T08:53:00+08:00')
  expect(await codeOf(of('o-wang')('checkInAtMeeting', { code: shown }))).toBe('CodeExpired')
  expect(await codeOf(of('o-wang')('checkInAtMeeting', { code: `${shown}x` }))).toBe('NotOurCode')
  // Who had not said that they come takes a place.
  expect((await of('o-wang')('checkInAtMeeting', { code: await code() })).came).toBe(2)
  await staff(cloud)('tickAtMeeting', { meeting, person: zhao, came: true })
  expect((await staff(cloud)('meetingForStaff', { meeting })).came).toBe(3)
  await staff(cloud)('tickAtMeeting', { meeting, person: zhao, came: false })
  const { attenders, came } = await staff(cloud)('meetingForStaff', { meeting })
  expect(came).toBe(2)
  expect(attenders.map(({ how }) => how)).toEqual(['code', 'code', null])
})

test('minutes say what was decided on each item, and the proposal says it too', async () => {
  const { proposal, meeting } = await called()
  const write = async (decisions: { item: string; kind: 'adopted' | 'vote'; words: string }[]) => {
    const { rev } = await staff(cloud)('meetingForStaff', { meeting })
    return staff(cloud)('writeMinutes', { meeting, rev, words: '大家都说了话。', decisions })
  }
  const both = [
    { item: 'item-0', kind: 'adopted' as const, words: '二十人同意' },
    { item: 'item-1', kind: 'vote' as const, words: '' },
  ]
  expect(await codeOf(write(both))).toBe('NotYet')
  await cloud.clock('2026-11-25T11:30:00+08:00')
  expect(await codeOf(write(both.slice(0, 1)))).toBe('DecisionNeeded')
  await write(both)
  expect(
    (await of('o-zhao')('meeting', { meeting })).agenda.map(({ decision }) => decision?.kind),
  ).toEqual(['adopted', 'vote'])
  expect(await of('o-zhao')('proposal', { proposal })).toMatchObject({
    decision: 'adopted',
    meeting,
  })
  expect((await told(cloud, 'meetingNews')).map(({ to }) => to).sort()).toEqual([li, wang].sort())
  expect((await proposalDoc(cloud, proposal)).vote).toBeNull()
})

test('a decision becomes a task of one person, on their list until done; a late one is told once', async () => {
  const { meeting } = await called()
  await cloud.clock('2026-11-25T11:30:00+08:00')
  const { rev } = await staff(cloud)('meetingForStaff', { meeting })
  const give = (person: string) =>
    staff(cloud)('addTask', {
      ...{ meeting, item: 'item-0', what: '找电工看线路', person, due: '2026-11-30' },
    })
  await register(cloud, 'o-wang', { skills: ['appliances'], free: [] })
  expect(await codeOf(give(wang))).toBe('NotDecided')
  await staff(cloud)('writeMinutes', {
    ...{ meeting, rev, words: '大家都说了话。' },
    decisions: [
      { item: 'item-0', kind: 'adopted', words: '' },
      { item: 'item-1', kind: 'postponed', words: '' },
    ],
  })
  expect(await codeOf(give(zhao))).toBe('NoTaskOwner')
  const task = await give(wang)
  expect((await of('o-wang')('myTasks', {})).items.map(({ what }) => what)).toEqual([
    '找电工看线路',
  ])
  expect((await of('o-li')('meeting', { meeting })).tasks).toMatchObject([
    { what: '找电工看线路', owner: '王**', state: 'open', late: false },
  ])
  await runAt(cloud, '2026-12-01T09:00:00+08:00')
  await runAt(cloud, '2026-12-02T09:00:00+08:00')
  const late = (await told(cloud, 'taskNews')).filter(({ data }) => data.note?.includes('过了日子'))
  expect(late.map(({ to }) => to)).toEqual([wang])
  expect((await staff(cloud)('tasksForStaff', { view: 'late' })).items).toHaveLength(1)
  expect(await codeOf(of('o-li')('finishTask', { task: task.id, note: '好了' }))).toBe('NotFound')
  await of('o-wang')('finishTask', { task: task.id, note: '线路看过了，周五装' })
  expect((await of('o-li')('meeting', { meeting })).tasks).toMatchObject([
    { state: 'done', late: false, note: '线路看过了，周五装' },
  ])
  expect((await of('o-wang')('myTasks', {})).items).toEqual([])
  const staffId = (await meetingDoc(cloud, meeting)).by
  expect((await told(cloud, 'taskNews')).some(({ to }) => to === staffId)).toBe(true)
})

test('what somebody wrote of a task while WeChat could not check it waits for staff, and the task is done', async () => {
  const { meeting } = await called()
  await cloud.clock('2026-11-25T11:30:00+08:00')
  const { rev } = await staff(cloud)('meetingForStaff', { meeting })
  await register(cloud, 'o-wang', { skills: ['appliances'], free: [] })
  await staff(cloud)('writeMinutes', {
    ...{ meeting, rev, words: '大家都说了话。' },
    decisions: [
      { item: 'item-0', kind: 'adopted', words: '' },
      { item: 'item-1', kind: 'postponed', words: '' },
    ],
  })
  const { id: task } = await staff(cloud)('addTask', {
    ...{ meeting, item: 'item-0', what: '找电工看线路', person: wang, due: '2026-11-30' },
  })
  const shown = async () => (await of('o-li')('meeting', { meeting })).tasks
  await cloud.fault({ action: 'wx.openApi', kind: 'error' })
  const tap = { key: newKey(), task, note: '线路看过了' }
  for (const _ of [0, 1]) await of('o-wang')('finishTask', tap)
  expect(await shown()).toMatchObject([{ state: 'done', note: null }])
  const care = (await told(cloud, 'proposalCare')).filter(({ data }) => data.note?.includes('说明'))
  expect(new Set(care.map(({ to }) => to)).size).toBe(care.length)
  expect(care.length).toBeGreaterThan(0)
  const { items } = await staff(cloud)('tasksForStaff', { view: 'over' })
  expect(items).toMatchObject([{ id: task, note: '线路看过了', noteHeld: true }])
  await staff(cloud)('settleTask', { task, done: true, note: '线路看过了，周五装' })
  expect(await shown()).toMatchObject([{ state: 'done', note: '线路看过了，周五装' }])
  const again = staff(cloud)('settleTask', { task, done: true, note: '再改' })
  expect(await codeOf(again)).toBe('Over')
})

test('a meeting for residents is told to everybody of its place, and that it is called off', async () => {
  const { id: far } = await resident(cloud, 'o-chun', '春天里的', { home: chunHome() })
  const { id: meeting } = await staff(cloud)('saveMeeting', { draft: hall([{ title: '议一议' }]) })
  const heard = async () =>
    (await told(cloud, 'meetingCalled'))
      .filter(({ thing }) => thing === meeting)
      .map(({ to, data }) => `${to} ${data.note ?? ''}`)
  await runAt(cloud, '2026-11-21T08:15:00+08:00')
  await runAt(cloud, '2026-11-21T08:30:00+08:00')
  const first = await heard()
  expect(first).toEqual(expect.arrayContaining([li, wang, zhao].map((id) => `${id} ${come}`)))
  expect(first).toHaveLength(new Set(first).size)
  const ids = first.map((line) => line.split(' ')[0])
  expect(ids).not.toContain(far)
  await of('o-wang')('joinMeeting', { meeting })
  await staff(cloud)('callOffMeeting', { meeting, because: '停电' })
  await runAt(cloud, '2026-11-21T08:45:00+08:00')
  const off = (await heard()).filter((line) => line.includes('停电'))
  // Who was coming hears it at once, as what must reach them.
  expect(off).toHaveLength(first.length - 1)
  expect((await told(cloud, 'meetingMoved')).map(({ to }) => to)).toEqual([wang])
})

test('who only signers are invited to is told to nobody else', async () => {
  const { meeting } = await called({ invites: 'signers' })
  await runAt(cloud, '2026-11-21T08:15:00+08:00')
  const heard = (await told(cloud, 'meetingCalled')).filter(({ thing }) => thing === meeting)
  expect(heard.map(({ to }) => to).sort()).toEqual([li, wang].sort())
})

test('a code scanned without a network counts once staff say that they were here', async () => {
  const { meeting } = await called()
  await of('o-li')('joinMeeting', { meeting })
  await cloud.clock('2026-11-25T08:50:00+08:00')
  const code = codeIn(await staff(cloud)('meetingCode', { meeting }))
  const scannedAt = Date.parse('2026-11-25T08:50:20+08:00')
  await cloud.clock('2026-11-25T12:00:00+08:00')
  const late = { code, scannedAt, key: 'a-tap-of-somebody-0003' }
  for (let n = 0; n < 2; n++) {
    const { came, family } = await of('o-li')('checkInAtMeeting', late)
    expect({ came, here: family[0]?.here }).toEqual({ came: 0, here: 'doubt' })
  }
  const { attenders } = await staff(cloud)('meetingForStaff', { meeting })
  expect(attenders).toMatchObject([{ id: li, came: false, doubt: true, how: 'code' }])
  // Who is in no doubt is put down no more: it is over.
  const tick = (person: string, came: boolean) =>
    staff(cloud)('tickAtMeeting', { meeting, person, came })
  expect(await codeOf(tick(wang, true))).toBe('NotNow')
  expect(await tick(li, true)).toMatchObject({ came: 1, attenders: [{ came: true, doubt: false }] })
  await cloud.clock('2026-12-03T12:00:00+08:00')
  expect(await codeOf(of('o-wang')('checkInAtMeeting', { code, scannedAt }))).toBe(
    'ScannedTooLongAgo',
  )
})

test('a daughter says that her mother comes, checks her in, and takes no place of her own', async () => {
  const mother = await as(
    cloud,
    residents,
    'o-wang',
  )('addDependant', {
    ...{ name: '王奶奶', relation: 'parent', consent: 'spoken', home: jingHome('302') },
  })
  const { meeting } = await called({ seats: 2 })
  const theirs = async () =>
    (await of('o-wang')('meeting', { meeting })).family.map(({ own, joined, mayJoin }) => ({
      ...{ own, joined, mayJoin },
    }))
  expect(await theirs()).toEqual([
    { own: true, joined: false, mayJoin: true },
    { own: false, joined: false, mayJoin: true },
  ])
  await of('o-wang')('joinMeeting', { meeting, forResident: mother.id })
  expect(await theirs()).toEqual([
    { own: true, joined: false, mayJoin: true },
    { own: false, joined: true, mayJoin: false },
  ])
  await cloud.clock('2026-11-25T08:50:00+08:00')
  const code = codeIn(await staff(cloud)('meetingCode', { meeting }))
  await of('o-wang')('checkInAtMeeting', { code, forResident: mother.id })
  const { attenders } = await staff(cloud)('meetingForStaff', { meeting })
  expect(attenders).toMatchObject([{ id: mother.id, came: true, how: 'code' }])
  const claim = (await meetingDoc(cloud, meeting)).claims[mother.id]
  expect([claim?.by, claim?.came?.by]).toEqual([wang, wang])
})

test('a meeting gives out so many tasks', async () => {
  const { meeting } = await called()
  await register(cloud, 'o-wang', { skills: ['appliances'], free: [] })
  await cloud.clock('2026-11-25T11:30:00+08:00')
  const { rev } = await staff(cloud)('meetingForStaff', { meeting })
  await staff(cloud)('writeMinutes', {
    ...{ meeting, rev, words: '大家都说了话。' },
    decisions: ['item-0', 'item-1'].map((item) => ({ item, kind: 'adopted' as const, words: '' })),
  })
  const give = () =>
    codeOf(
      staff(cloud)('addTask', {
        ...{ meeting, item: 'item-0', what: '找电工看线路', person: wang, due: '2026-11-30' },
      }),
    )
  expect(await give()).toBe('ok')
  const store = cloud.admin.collection('meeting_tasks')
  const [known] = ((await store.where({ meeting }).get()) as { data: { _id: string }[] }).data
  for (let n = 0; n < 49; n++) await store.add({ ...known, _id: `dl_mkmore${n}` })
  expect(await give()).toBe('TooManyTasks')
})

test('staff of another community see and change nothing of it', async () => {
  const { meeting } = await called()
  const chun = of(staffOf.chunStaff)
  expect(await codeOf(chun('meetingForStaff', { meeting }))).toBe('NotAllowed')
  expect((await chun('meetingsForStaff', {})).items).toEqual([])
})
