import { residents } from '@/types/residents'
import type { TestCloud } from '../support/cloud'
import { as, codeOf, newKey, places, staffId, staffOf, startCentre } from '../support/people'
import { caseDoc, dispute, li, of, owners, photoOf, reported, solved, told } from './speaking'

// What becomes of a message is for who sent it to follow, to add to, and to judge.

let cloud: TestCloud
beforeEach(async () => {
  cloud = await startCentre()
  await owners(cloud)
  await li(cloud)
})
afterEach(() => cloud.stop())

const my = () => of(cloud, 'o-li')
const day = 86_400_000
const at = (moment: number) => cloud.clock(new Date(moment).toISOString())
const start = Date.parse('2026-11-21T08:00:00+08:00')
const state = (id: string, fields: object) => cloud.admin.collection('cases').doc(id).update(fields)

test('what is added stands behind what was sent, which stays, and who answers for it is told', async () => {
  const id = await reported(cloud, 'o-li')
  const photo = await photoOf(cloud, 'o-li')
  const key = newKey()
  const words = '两盏都不亮'
  await my()('edit', { key, case: id, words, photos: [photo] })
  const shown = await my()('edit', { key, case: id, words, photos: [photo] })
  expect(shown).toMatchObject({
    text: '楼下的路灯晚上不亮',
    steps: [{ kind: 'received' }, { kind: 'edited', who: '', words, photos: [{}] }],
  })
  expect(await told(cloud, 'caseAnswered')).toMatchObject([{ to: staffId(staffOf.jingWorker) }])
  const { id: loose } = { id: await reported(cloud, 'o-li') }
  for (let n = 0; n < 10; n++) await my()('edit', { case: loose, words: `第${n}句` })
  expect(await codeOf(my()('edit', { case: loose, words: '还有' }))).toBe('TooManyToday')
  expect(await codeOf(my()('edit', { case: id, words: '来赌博' }))).toBe('TextRefused')
})

test('doubtful words wait for staff: who wrote them sees them, who joined does not', async () => {
  const id = await reported(cloud, 'o-li')
  const shown = await my()('edit', { case: id, words: '楼上的是笨蛋' })
  expect(shown.steps[1]).toMatchObject({ words: '楼上的是笨蛋', doubtful: true })
  expect((await caseDoc(cloud, id)).steps[1]).toMatchObject({ inside: true, doubtful: true })
})

test('an answer sets the deadline going again, later by as long as the question was open', async () => {
  const id = await reported(cloud, 'o-li')
  const { due } = await caseDoc(cloud, id)
  await state(id, { state: 'askedBack', due: null, paused: { at: start, due } })
  await at(start + 2 * day)
  const shown = await my()('answer', { case: id, words: '左边那盏' })
  expect(shown.state).toBe('taken')
  expect(Math.abs(shown.due! - due! - 2 * day)).toBeLessThan(1000)
  expect(await codeOf(my()('answer', { case: id, words: '又说' }))).toBe('NotNow')
})

test('it is taken back, unless neighbours met with it too', async () => {
  const id = await reported(cloud, 'o-li')
  await li(cloud, 'o-wang', '王大爷', '302')
  await of(cloud, 'o-wang')('join', { case: id })
  expect((await my()('show', { case: id })).may).not.toContain('withdraw')
  expect(await codeOf(my()('withdraw', { case: id }))).toBe('NotNow')
  await of(cloud, 'o-wang')('leaveJoin', { case: id })
  expect(await my()('withdraw', { case: id })).toMatchObject({ state: 'withdrawn', may: [] })
})

test('who sent it says that it is solved, and how it was done', async () => {
  const id = await solved(cloud, await reported(cloud, 'o-li'))
  expect(await my()('confirm', { case: id, stars: 5, words: '修得快' })).toMatchObject({
    state: 'confirmed',
    rating: { stars: 5, words: '修得快' },
    may: [],
  })
  expect(await codeOf(my()('reopen', { case: id, words: '没有' }))).toBe('NotNow')
})

test('what is not solved goes one level up with a new deadline; at the top it stays there', async () => {
  const id = await solved(cloud, await reported(cloud, 'o-li'))
  await at(start + day)
  const shown = await my()('reopen', {
    case: id,
    words: '还是不亮',
    photos: [await photoOf(cloud, 'o-li')],
  })
  expect(shown).toMatchObject({ state: 'open', level: 'community' })
  expect(shown.steps.at(-1)).toMatchObject({
    kind: 'reopened',
    words: '还是不亮',
    level: 'community',
  })
  expect(await caseDoc(cloud, id)).toMatchObject({
    ...{ owner: staffId(staffOf.jingStaff), reopened: 1, solvedAt: null },
    due: Date.parse('2026-11-27T18:00:00+08:00'),
  })
  expect((await told(cloud, 'caseReopened')).map(({ to }) => to).sort()).toEqual(
    [staffId(staffOf.jingStaff), staffId(staffOf.jingWorker)].sort(),
  )
  for (const level of ['street', 'street']) {
    await solved(cloud, id)
    expect(await my()('reopen', { case: id, words: '还是不亮' })).toMatchObject({ level })
  }
})

test('after fourteen days without a word it is over, which is no word that it is solved', async () => {
  const id = await solved(cloud, await reported(cloud, 'o-li'))
  const { solvedAt } = await caseDoc(cloud, id)
  await at(solvedAt! + 14 * day - 60_000)
  await cloud.timer('jobs')
  expect((await my()('show', { case: id })).may).toContain('reopen')
  await at(solvedAt! + 14 * day + 15 * 60_000)
  await cloud.timer('jobs')
  expect(await caseDoc(cloud, id)).toMatchObject({ state: 'lapsed', stage: 'ended', rating: null })
  expect(await told(cloud, 'caseEnded')).toHaveLength(1)
  expect(await codeOf(my()('reopen', { case: id, words: '还是不亮' }))).toBe('TooLate')
})

test('a relative does it for them, and the time line says who', async () => {
  const daughter = await li(cloud, 'o-daughter', '李女儿', '301')
  const { id: forResident } = await as(
    cloud,
    residents,
    'o-daughter',
  )('addDependant', {
    ...{ name: '小宝', relation: 'child', birthDate: '2018-01-01', consent: 'guardian' },
  })
  const id = await reportedFor('o-daughter', forResident)
  const shown = await of(cloud, 'o-daughter')('edit', { case: id, words: '滑梯坏了', forResident })
  expect(shown.steps.at(-1)).toMatchObject({ who: '家人 李**' })
  // Who else follows it does not read who in the family helps whom.
  await li(cloud, 'o-chen', '陈阿姨', '303')
  await of(cloud, 'o-chen')('join', { case: id })
  await solved(cloud, id)
  await of(cloud, 'o-daughter')('confirm', { case: id, stars: 5, words: '', forResident })
  const last = async (openid: string, more = {}) =>
    (await of(cloud, openid)('show', { case: id, ...more })).steps.at(-1)
  expect(await last('o-chen')).toMatchObject({ kind: 'confirmed', who: '' })
  expect(await last('o-daughter', { forResident })).toMatchObject({ who: '家人 李**' })
  expect((await caseDoc(cloud, id)).steps.at(-1)).toMatchObject({ by: daughter.id })
})

const reportedFor = async (openid: string, forResident: string): Promise<string> => {
  const { id } = await of(cloud, openid)('submit', {
    ...{ key: newKey(), category: 'dl_fk-lamp', text: '滑梯松了', forResident },
    place: { node: places.jing3, where: '' },
  })
  await of(cloud, openid)('show', { case: id, forResident })
  return id
}

test('staff do it for somebody by name, and find nothing that was said in confidence', async () => {
  const { id: forResident } = await li(cloud)
  const staff = of(cloud, staffOf.jingStaff)
  const named = await reported(cloud, 'o-li')
  const hidden = await reported(cloud, 'o-li', { anonymous: true })
  const sealed = await reported(cloud, 'o-li', { category: dispute })
  expect((await staff('mine', { forResident })).items.map(({ id }) => id)).toEqual([named])
  for (const one of [hidden, sealed])
    expect(await codeOf(staff('show', { case: one, forResident }))).toBe('NotFound')
  const shown = await staff('edit', { case: named, words: '电话里说的', forResident })
  expect(shown.steps.at(-1)).toMatchObject({ who: '社区工作人员 钱**' })
})

test('what is said later in a dispute lies with what was said first, and the case only knows that it was', async () => {
  const id = await reported(cloud, 'o-li', { category: dispute, text: '楼上半夜跳舞' })
  const key = newKey()
  for (let n = 0; n < 2; n++)
    expect(
      (await my()('edit', { key, case: id, words: '昨晚又跳了' })).steps.filter(
        ({ words }) => words,
      ),
    ).toMatchObject([{ kind: 'edited', words: '昨晚又跳了' }])
  expect(JSON.stringify(await caseDoc(cloud, id))).not.toContain('又跳')
})

test('who sent it cannot fill the time line: staff can always end it', async () => {
  const id = await reported(cloud, 'o-li')
  const { steps } = await caseDoc(cloud, id)
  const fill = (kind: string, n: number) =>
    state(id, {
      steps: [
        steps[0],
        ...Array.from({ length: n }, () => ({ ...steps[0], kind, at: start - day })),
      ],
    })
  await fill('edited', 60)
  expect(await codeOf(my()('edit', { case: id, words: '还有' }))).toBe('SaidAll')
  await state(id, { state: 'invited' })
  expect(await codeOf(my()('comes', { case: id, comes: true }))).toBe('SaidAll')
  await state(id, { state: 'open' })
  await fill('noted', 180)
  const worker = of(cloud, staffOf.jingWorker)
  const { rev } = await worker('caseForStaff', { case: id })
  expect(await codeOf(worker('note', { case: id, rev, words: '看过', inside: true }))).toBe(
    'LineFull',
  )
  expect(await codeOf(worker('solve', { case: id, rev, words: '修好了' }))).toBe('ok')
})

test('what was late at the top has a deadline again once it is reopened', async () => {
  const id = await solved(cloud, await reported(cloud, 'o-li'))
  await state(id, { lateTold: true, level: 'street' })
  await my()('reopen', { case: id, words: '没好' })
  expect((await caseDoc(cloud, id)).lateTold).toBe(false)
})

test('who answers finds a case that nobody has, and it can be taken', async () => {
  const id = await reported(cloud, 'o-li')
  await state(id, { state: 'askedBack', owner: null, ownerName: null })
  await my()('answer', { case: id, words: '门口那盏' })
  expect((await caseDoc(cloud, id)).state).toBe('open')
})
