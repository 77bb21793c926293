import type { Envelope } from '@/types/shared/envelope'
import { contracts } from '../contract/contracts'
import type { TestCloud } from '../support/cloud'
import { meetingOn } from '../support/meeting'
import { codeOf, dl, newKey, places, staffId, staffOf, startCentre } from '../support/people'
import { caseDoc, li, of, owners, photoOf, reported, told } from './speaking'

// What others learn of what somebody said: not who it was when they kept that to themselves, nothing at all when it is
// about them, figures, and what staff put on the public board.

let cloud: TestCloud
beforeEach(async () => {
  cloud = await startCentre()
  await owners(cloud)
  await li(cloud)
})
afterEach(() => cloud.stop())

const my = () => of(cloud, 'o-li')
const street = () => of(cloud, staffOf.centreStaff)
const jing = () => of(cloud, staffOf.jingStaff)
const worker = () => of(cloud, staffOf.jingWorker)

const solved = async (id: string, words = '换了灯泡', photos: string[] = []) => {
  const { rev } = await worker()('caseForStaff', { case: id })
  await worker()('take', { case: id, rev })
  await worker()('solve', { case: id, rev: rev + 1, words, photos })
}
/** Who reported it says so too. */
const confirmed = async (id: string, photos: string[] = []) => {
  await solved(id, '换了灯泡', photos)
  await my()('confirm', { case: id, stars: 5, words: '' })
}
const next = async (time: string) => {
  await cloud.clock(`${time}:00+08:00`)
  await cloud.timer('jobs')
}

/** What every procedure of the module answers to everybody, to inputs of many shapes. */
const answersTo = async (openids: readonly string[], id: string): Promise<string[]> => {
  const inputs: object[] = [
    ...['mine', 'active', 'solved', 'ended', 'new', 'late', 'free', 'all'].map((view) => ({
      view,
    })),
    ...[{ case: id }, { place: { node: places.jing3, where: '' }, category: 'dl_fk-lamp' }, {}],
    ...[{ building: places.jing3 }, { node: places.jing3 }, { number: '2026-0001' }],
    ...[
      { case: id, rev: 1, words: '看看' },
      { from: '2026-11-01', to: '2026-11-30' },
    ],
  ]
  const { procedures } = contracts.find(({ module }) => module === 'feedback')!
  const answers: string[] = []
  for (const openid of openids)
    for (const [procedure, { act }] of Object.entries(procedures))
      if (act === 'read' || procedure === 'note' || procedure === 'take')
        for (const input of inputs) {
          const event = { procedure, centre: dl, input: { key: newKey(), ...input } }
          answers.push(JSON.stringify(await cloud.call<Envelope>(openid, 'feedback', event)))
        }
  return answers
}

test('no answer, message or list names who kept their name to themselves', async () => {
  const id = await reported(cloud, 'o-li', { anonymous: true })
  await solved(id)
  const all = [staffOf.admin, staffOf.centreStaff, staffOf.jingStaff, staffOf.jingWorker]
  const answers = await answersTo([...all, 'o-wang'], id)
  expect(answers.some((answer) => answer.includes(id))).toBe(true)
  expect(answers.filter((answer) => /李奶奶|13800000001|o-li"/.test(answer))).toEqual([])
  const rows = await told(cloud, 'caseSolved')
  expect(rows).toHaveLength(1)
  // It is told in the program, and nobody is asked to call.
  expect(JSON.stringify(rows[0]!.data)).not.toMatch(/李奶奶|13800000001/)
  await next('2026-11-23T09:00')
  const calls = (await cloud.admin
    .collection('outbox')
    .where({ thing: id, channel: 'call' })
    .get()) as {
    data: unknown[]
  }
  expect(calls.data).toEqual([])
})

test('nobody of the family, and nobody who calls, hears what an elder without a phone said in confidence', async () => {
  const { id: elder } = await li(cloud, 'o-elder', '周奶奶', '303')
  await cloud.admin.collection('people').doc(elder).update({ openid: null })
  const ids: string[] = []
  for (const more of [{ anonymous: true }, { category: 'dl_fk-dispute' }]) {
    const { id } = await of(cloud, staffOf.jingWorker)('submit', {
      ...{ key: newKey(), text: '隔壁吵', place: { node: places.jing3, where: '' } },
      ...{ category: 'dl_fk-lamp', forResident: elder, ...more },
    })
    ids.push(id)
  }
  await next('2026-11-23T09:00')
  for (const id of ids)
    await cloud.admin
      .collection('cases')
      .doc(id)
      .update({
        'news.told': [{ event: 'caseSolved', to: 'reporter', note: null }],
        nextAt: Date.parse('2026-11-23T09:00:00+08:00'),
      })
  await next('2026-11-23T09:30')
  await next('2026-11-23T10:00')
  const row = { to: elder, channel: 'inApp', call: null }
  expect(await told(cloud, 'caseSolved')).toMatchObject([row, row])
})

test('in danger the street sees who it was; it is written down before, and told at once', async () => {
  const id = await reported(cloud, 'o-li', { anonymous: true })
  const look = { case: id, reason: 'danger' as const, words: '说要跳楼' }
  for (const openid of [staffOf.jingStaff, staffOf.jingWorker, staffOf.admin])
    expect(await codeOf(of(cloud, openid)('openIdentity', look))).toBe('NotAllowed')
  const key = newKey()
  expect(await street()('openIdentity', { ...look, key })).toEqual({
    ...{ name: '李奶奶', phone: '13800000001', byName: null },
  })
  await street()('openIdentity', { ...look, key })
  expect((await my()('show', { case: id })).steps.filter(({ kind }) => kind === 'opened')).toEqual([
    expect.objectContaining({ who: '街道工作人员 孙**', words: '有人可能有危险：说要跳楼' }),
  ])
  expect(await told(cloud, 'caseMoved')).toHaveLength(1)
  const looks = (await cloud.admin
    .collection('audit')
    .where({ procedure: 'feedback.openIdentity' })
    .get()) as {
    data: { actor: string; state: string }[]
  }
  // The same tap again is told once, and looked twice.
  const seen = { actor: staffId(staffOf.centreStaff), about: '2026-0001' }
  expect(looks.data.filter(({ state }) => state === 'done')).toMatchObject([seen, seen])
  const named = await reported(cloud, 'o-li')
  expect(await codeOf(street()('openIdentity', { ...look, case: named }))).toBe('NotAnonymous')
})

test('with the key of another act nobody is looked up untold', async () => {
  const id = await reported(cloud, 'o-li', { anonymous: true })
  const key = newKey()
  const { rev } = await street()('caseForStaff', { case: id })
  await street()('note', { key, case: id, rev, words: '看过了', inside: true })
  await street()('openIdentity', { key, case: id, reason: 'danger', words: '说要跳楼' })
  expect((await my()('show', { case: id })).steps.map(({ kind }) => kind)).toContain('opened')
})

test('where a crime was done they are told after thirty days', async () => {
  const id = await reported(cloud, 'o-li', { anonymous: true })
  await street()('openIdentity', { case: id, reason: 'crime', words: '有人卖假药' })
  const seen = async () =>
    (await my()('show', { case: id })).steps.filter(({ kind }) => kind === 'opened').length
  await next('2026-12-20T09:00')
  expect(await seen()).toBe(0)
  await next('2026-12-21T09:00')
  expect(await seen()).toBe(1)
})

test('when nothing can be written down nobody is shown who it was', async () => {
  const id = await reported(cloud, 'o-li', { anonymous: true })
  await cloud.fault({
    ...{ action: 'database.insertDocument', collection: 'audit', kind: 'error', times: 100 },
  })
  expect(
    await codeOf(street()('openIdentity', { case: id, reason: 'danger', words: '说要跳楼' })),
  ).not.toBe('ok')
})

test('who a message is about meets it nowhere, also as deputy and above', async () => {
  await cloud.admin
    .collection('nodes')
    .doc(places.jing)
    .update({
      ...{ deputy: staffId(staffOf.jingWorker), awayUntil: Date.parse('2027-01-01T00:00:00Z') },
    })
  const id = await reported(cloud, 'o-li', {
    ...{ text: '赵网格员凶得很', aboutStaff: staffId(staffOf.jingWorker) },
  })
  expect((await caseDoc(cloud, id)).owner).toBe(staffId(staffOf.centreStaff))
  await next('2027-01-15T09:00')
  const answers = await answersTo([staffOf.jingWorker], id)
  expect(answers.filter((answer) => answer.includes(id) || answer.includes('凶得很'))).toEqual([])
  const rows = (await cloud.admin
    .collection('outbox')
    .where({ thing: id, to: staffId(staffOf.jingWorker) })
    .get()) as { data: unknown[] }
  expect(rows.data).toEqual([])
})

test('figures: what came, what staff call solved, what residents do; the same before the night and after', async () => {
  const ids: string[] = []
  for (let n = 0; n < 3; n++) ids.push(await reported(cloud, 'o-li'))
  await solved(ids[0]!)
  const figures = () => jing()('dashboard', { from: '2026-11-21', to: '2026-11-30' })
  const today = await figures()
  expect(today).toMatchObject({
    ...{ received: 3, solved: 1, confirmed: 0, reopened: 0, medianDays: null },
    node: { name: '静安里社区' },
    byCategory: [{ category: '路灯', received: 3, solved: 1 }],
  })
  expect(today.open.find(({ level }) => level === 'grid')).toEqual({
    level: 'grid',
    open: 2,
    late: 0,
  })
  // Counted at night, twice: nothing counts twice.
  for (const night of ['2026-11-22T03:15', '2026-11-23T03:15']) {
    await next(night)
    const { received, solved: said } = await figures()
    expect([received, said]).toEqual([3, 1])
  }
  const ofAll = await street()('dashboard', { from: '2026-11-21', to: '2026-11-30' })
  expect(ofAll.nodes.map(({ name }) => name)).toContain('春柳社区 第一网格')
  expect(ofAll).toMatchObject({
    byCommunity: [
      { name: '静安里社区', received: 3 },
      { name: '春柳社区', received: 0 },
    ],
  })
  expect(await codeOf(jing()('dashboard', { from: '2025-01-01', to: '2026-11-30' }))).toBe(
    'TooLong',
  )
  expect(
    await codeOf(jing()('dashboard', { from: '2026-11-21', to: '2026-11-21', node: places.chun })),
  ).toBe('NotAllowed')
})

test('staff put a solved matter on the board; it names nobody, and shows what they took', async () => {
  const id = await reported(cloud, 'o-li', { photos: [await photoOf(cloud, 'o-li')] })
  const draft = {
    title: '路灯亮了',
    words: '电工换了灯泡',
    place: 'building' as const,
    before: null,
    after: null,
  }
  expect(await codeOf(jing()('publish', { case: id, draft }))).toBe('NotNow')
  await solved(id, '换了灯泡', [await photoOf(cloud, staffOf.jingWorker)])
  // Staff alone say so.
  expect(await codeOf(jing()('publish', { case: id, draft }))).toBe('NotNow')
  await my()('confirm', { case: id, stars: 5, words: '' })
  expect(await codeOf(worker()('publish', { case: id, draft }))).toBe('NotAllowed')
  for (const words of ['谢谢李奶奶', '赵网格员换的', '打 13800000001', '3号楼301室', '2单元门口'])
    expect(await codeOf(jing()('publish', { case: id, draft: { ...draft, words } }))).toBe(
      'NamesSomebody',
    )
  const offer = await jing()('boardDraft', { case: id })
  // The reporter did not say that theirs may be shown.
  expect(offer.pictures.map(({ from }) => from)).toEqual(['staff'])
  expect(await codeOf(jing()('publish', { case: id, draft: { ...draft, before: 'said-0' } }))).toBe(
    'NotOffered',
  )
  await jing()('publish', { case: id, draft: { ...draft, after: offer.pictures[0]!.id } })
  const { items } = await of(cloud, 'o-stranger')('board', {})
  expect(items).toMatchObject([
    { title: '路灯亮了', place: '静安里社区 3号楼', category: '路灯', days: 0, before: null },
  ])
  expect(items[0]!.after).toMatch(/^http/)
  await cloud.resetMetrics()
  await my()('board', {})
  expect((await cloud.metrics()).procedures['feedback.board']!.requests).toBeLessThanOrEqual(3)
  await jing()('unpublish', { case: id })
  expect((await my()('board', {})).items).toEqual([])
})

test('somebody finds it wrong, staff take it down, and they are told; not too often a day', async () => {
  const id = await reported(cloud, 'o-li')
  await confirmed(id)
  const { id: entry } = await jing()('publish', {
    case: id,
    draft: { title: '灯亮了', words: '换了灯泡', place: 'none', before: null, after: null },
  })
  await li(cloud, 'o-wang', '王大爷', '302')
  const wang = of(cloud, 'o-wang')
  const about = { kind: 'board' as const, id: entry }
  const key = newKey()
  for (const _ of [0, 1]) await wang('complain', { key, about, because: '看得出是我家' })
  const { items } = await jing()('complaints', { view: 'open' })
  expect(items).toMatchObject([{ because: '看得出是我家', entry: { title: '灯亮了' } }])
  const standing = async () => (await jing()('complaint', { complaint: items[0]!.id })).now
  expect(await standing()).toMatchObject({ words: '换了灯泡', shown: true })
  await jing()('publish', {
    case: id,
    draft: { title: '灯亮了', words: '修好了', place: 'none', before: null, after: null },
  })
  // What they complained about stays, beside what it was changed to.
  expect((await jing()('complaints', { view: 'open' })).items).toMatchObject([
    { entry: { words: '换了灯泡' } },
  ])
  expect(await standing()).toMatchObject({ words: '修好了', shown: true })
  expect(JSON.stringify(items)).not.toContain('王大爷')
  expect((await of(cloud, staffOf.chunStaff)('complaints', { view: 'open' })).items).toEqual([])
  const tap = { key: newKey(), complaint: items[0]!.id, hide: true, words: '您说得对' }
  for (const _ of [0, 1]) await jing()('settleComplaint', tap)
  expect(await codeOf(jing()('settleComplaint', { ...tap, key: newKey(), hide: false }))).toBe(
    'AlreadyDecided',
  )
  expect((await my()('board', {})).items).toEqual([])
  expect(await standing()).toMatchObject({ shown: false })
  expect(await told(cloud, 'complaintSettled')).toMatchObject([{ data: { note: '您说得对' } }])
  for (let n = 1; n < 10; n++) await wang('complain', { about, because: '还在' })
  expect(await codeOf(wang('complain', { about, because: '还在' }))).toBe('TooManyToday')
})

test('a tap that did something else opens no identity unseen', async () => {
  const id = await reported(cloud, 'o-li', { anonymous: true })
  const { rev } = await street()('caseForStaff', { case: id })
  const key = newKey()
  await street()('note', { case: id, rev, key, words: '看过了', inside: true })
  await street()('openIdentity', { case: id, key, reason: 'danger', words: '说要跳楼' })
  expect((await my()('show', { case: id })).steps.map(({ kind }) => kind)).toContain('opened')
})

test('who joined does not read why somebody saw who sent it', async () => {
  const id = await reported(cloud, 'o-li', { anonymous: true })
  await li(cloud, 'o-wang', '王大爷', '302')
  await of(cloud, 'o-wang')('join', { case: id })
  await street()('openIdentity', { case: id, reason: 'danger', words: '说要跳楼' })
  const seen = await of(cloud, 'o-wang')('show', { case: id })
  expect(seen.mine).toBe(false)
  expect(JSON.stringify(seen)).not.toContain('跳楼')
})

test('a late tap puts nothing back on the board that was taken down', async () => {
  const id = await reported(cloud, 'o-li')
  await confirmed(id)
  const draft = {
    title: '灯亮了',
    words: '换了灯泡',
    place: 'none',
    before: null,
    after: null,
  } as const
  const key = newKey()
  await jing()('publish', { case: id, key, draft })
  await jing()('unpublish', { case: id })
  await jing()('publish', { case: id, key, draft })
  expect((await my()('board', {})).items).toEqual([])
  await jing()('publish', { case: id, draft })
  expect((await my()('board', {})).items).toHaveLength(1)
})

test('a complaint that was settled and cut off is followed by the next run', async () => {
  const id = await reported(cloud, 'o-li')
  await confirmed(id)
  const { id: entry } = await jing()('publish', {
    case: id,
    draft: { title: '灯亮了', words: '换了灯泡', place: 'none', before: null, after: null },
  })
  await my()('complain', { about: { kind: 'board', id: entry }, because: '看得出是我家' })
  const { items } = await jing()('complaints', { view: 'open' })
  await cloud.fault({
    ...{ action: 'database.modifyDocument', collection: 'case_board', kind: 'error', times: 100 },
  })
  const tap = { complaint: items[0]!.id, hide: true, words: '' }
  expect(await codeOf(jing()('settleComplaint', tap))).not.toBe('ok')
  expect((await my()('board', {})).items).toHaveLength(1)
  await cloud.clearFaults()
  await next('2026-11-21T09:00')
  expect((await my()('board', {})).items).toEqual([])
  expect(await told(cloud, 'complaintSettled')).toHaveLength(1)
})

test('what is not solved after all leaves the board, and so does what is forgotten', async () => {
  await li(cloud, 'o-wang', '王大爷', '302')
  const id = await reported(cloud, 'o-li')
  const theirs = await reported(cloud, 'o-wang')
  const { rev } = await caseDoc(cloud, theirs)
  await worker()('merge', { case: theirs, rev, into: id })
  await confirmed(id, [await photoOf(cloud, staffOf.jingWorker)])
  const { pictures } = await jing()('boardDraft', { case: id })
  const draft = {
    ...{ title: '灯亮了', words: '换了灯泡', place: 'none' as const },
    ...{ before: null, after: pictures[0]!.id },
  }
  await jing()('publish', { case: id, draft })
  expect((await my()('board', {})).items).toHaveLength(1)
  await of(cloud, 'o-wang')('reopen', { case: id, words: '又不亮了' })
  expect((await my()('board', {})).items).toEqual([])
  expect(await codeOf(jing()('publish', { case: id, draft }))).toBe('NotNow')
  const other = await reported(cloud, 'o-li')
  await confirmed(other)
  await jing()('publish', { case: other, draft: { ...draft, after: null } })
  const { items: on } = await my()('board', {})
  await of(cloud, 'o-wang')('complain', {
    ...{ about: { kind: 'board', id: on[0]!.id }, because: '看得出是我家' },
  })
  await next('2029-01-01T03:50')
  expect((await my()('board', {})).items).toEqual([])
  expect((await jing()('complaints', { view: 'open' })).items).toMatchObject([{ entry: null }])
})

test('reopened in the moment it is published, it does not stay on the board', async () => {
  await li(cloud, 'o-wang', '王大爷', '302')
  const id = await reported(cloud, 'o-li')
  const theirs = await reported(cloud, 'o-wang')
  const { rev } = await caseDoc(cloud, theirs)
  await worker()('merge', { case: theirs, rev, into: id })
  await confirmed(id)
  const draft = {
    ...{ title: '灯亮了', words: '换了灯泡', place: 'none' as const },
    ...{ before: null, after: null },
  }
  await meetingOn(() => cloud)(
    {
      ...{ collection: 'case_board', action: 'database.insertDocument' },
      procedure: 'feedback.publish',
    },
    () => jing()('publish', { case: id, draft }),
    () => of(cloud, 'o-wang')('reopen', { case: id, words: '又不亮了' }),
  )
  expect((await my()('board', {})).items).toEqual([])
})

test('sealed in the moment somebody complains of it, nothing of what the board said is left', async () => {
  await li(cloud, 'o-wang', '王大爷', '302')
  const id = await reported(cloud, 'o-li')
  const theirs = await reported(cloud, 'o-wang')
  await worker()('merge', { case: theirs, rev: (await caseDoc(cloud, theirs)).rev, into: id })
  await confirmed(id)
  const { id: entry } = await jing()('publish', {
    case: id,
    draft: { title: '灯亮了', words: '换了灯泡', place: 'none', before: null, after: null },
  })
  await of(cloud, 'o-wang')('reopen', { case: id, words: '又不亮了' })
  const { rev } = await caseDoc(cloud, id)
  await meetingOn(() => cloud)(
    {
      ...{ collection: 'case_complaints', action: 'database.insertDocument' },
      procedure: 'feedback.complain',
    },
    () =>
      of(cloud, 'o-wang')('complain', {
        ...{ about: { kind: 'board', id: entry }, because: '看得出是我家' },
      }),
    () => street()('correct', { case: id, rev, category: 'dl_fk-dispute', words: '' }),
  )
  expect((await jing()('complaints', { view: 'open' })).items).toMatchObject([{ entry: null }])
})

test('the audit log says that staff wrote something down, and not for whom', async () => {
  const { id: forResident } = await li(cloud)
  await jing()('submit', {
    ...{ category: 'dl_fk-lamp', text: '灯不亮', anonymous: true, forResident },
    place: { node: places.jing3, where: '' },
  })
  const { data } = (await cloud.admin
    .collection('audit')
    .where({ procedure: 'feedback.submit' })
    .get()) as { data: object[] }
  expect(data).toMatchObject([{ actor: staffId(staffOf.jingStaff), subject: null, state: 'done' }])
})
