import { dayMs } from '@/types/shared/day'
import type { TestCloud } from '../support/cloud'
import { meetingOn } from '../support/meeting'
import { codeOf, saturday, seedMembers, places, staffOf, startCentre } from '../support/people'
import { caseDoc, dispute, li, of, owners, photoOf, reported, solved, told } from './speaking'

// Whose message became part of another case keeps what they had: to say that it is not solved, to rate, and to go on alone.

let cloud: TestCloud
const meeting = meetingOn(() => cloud)
const worker = () => of(cloud, staffOf.jingWorker)
const li1 = () => of(cloud, 'o-li')
const wang = () => of(cloud, 'o-wang')

beforeAll(async () => {
  cloud = await startCentre()
  await owners(cloud)
  await li(cloud)
  await li(cloud, 'o-wang', '王大爷', '302')
  await li(cloud, 'o-chen', '陈阿姨', '303')
  await seedMembers(cloud, [
    { openid: 'o-gao', name: '高调解', role: 'mediator', node: places.jing },
  ])
})
afterAll(() => cloud.stop())

let days = 0
const now = () => Date.parse(saturday) + days * dayMs
const goOn = (by: number) =>
  cloud.clock(new Date(Date.parse(saturday) + (days += by) * dayMs).toISOString())
beforeEach(() => goOn(20))

const merge = async (id: string, into: string) => {
  const { rev } = await caseDoc(cloud, id)
  return codeOf(worker()('merge', { case: id, rev, into }))
}
const merged = async () => {
  const into = await reported(cloud, 'o-li')
  const id = await reported(cloud, 'o-wang')
  expect(await merge(id, into)).toBe('ok')
  return { into, id }
}

test('they find the case theirs is part of, and say after it was confirmed that it is not solved', async () => {
  const { into, id } = await merged()
  expect((await wang()('show', { case: id })).into).toBe(into)
  await solved(cloud, into, now())
  expect((await wang()('show', { case: into })).may).toEqual(['confirm', 'reopen', 'leaveJoin'])
  await li1()('confirm', { case: into, stars: 5, words: '修得快' })
  // Nobody's word takes the other's.
  expect((await wang()('show', { case: into })).may).toEqual(['confirm', 'reopen', 'leaveJoin'])
  expect(await codeOf(li1()('reopen', { case: into, words: '不好' }))).toBe('NotNow')
  const photos = [await photoOf(cloud, 'o-wang')]
  const shown = await wang()('reopen', { case: into, words: '我家那盏不亮', photos })
  expect(shown).toMatchObject({ state: 'open', level: 'community', mine: false, rating: null })
  expect(shown.steps.at(-1)).toMatchObject({ kind: 'reopened', who: '您', words: '我家那盏不亮' })
  // Another's words are not theirs to read, and are for staff.
  const asSent = await li1()('show', { case: into })
  expect(asSent.steps.at(-1)).toMatchObject({
    ...{ kind: 'reopened', who: '另一位反映的人', words: '', photos: [] },
  })
  const { steps } = await worker()('caseForStaff', { case: into })
  expect(steps.at(-1)).toMatchObject({ words: '我家那盏不亮', who: '另一位反映的人' })
  // When it is solved again, both are asked again.
  await solved(cloud, into, now())
  expect((await li1()('show', { case: into })).may).toContain('reopen')
})

test('they rate it themselves, once, and it is counted once', async () => {
  const { into } = await merged()
  await solved(cloud, into, now())
  const first = await wang()('confirm', { case: into, stars: 4, words: '亮了' })
  expect(first).toMatchObject({ state: 'confirmed', rating: { stars: 4 }, may: ['leaveJoin'] })
  const asked = await li1()('show', { case: into })
  expect(asked).toMatchObject({ rating: null, may: ['confirm', 'reopen'] })
  await li1()('confirm', { case: into, stars: 2, words: '太慢' })
  const { steps, rating } = await caseDoc(cloud, into)
  expect(rating).toMatchObject({ stars: 2 })
  expect(steps.map(({ kind }) => kind).slice(-2)).toEqual(['confirmed', 'rated'])
  expect((await wang()('show', { case: into })).rating).toMatchObject({ stars: 4 })
  await goOn(14)
  expect(await codeOf(wang()('reopen', { case: into, words: '又坏了' }))).toBe('NotNow')
})

test('fourteen days after it was said to be solved it is too late for them too', async () => {
  const { into } = await merged()
  await solved(cloud, into, now())
  await li1()('confirm', { case: into, stars: 5, words: '' })
  await goOn(15)
  expect(await codeOf(wang()('reopen', { case: into, words: '又坏了' }))).toBe('TooLate')
  expect((await wang()('show', { case: into })).may).toEqual(['leaveJoin'])
})

test('who only joined it is asked nothing, and who left says nothing any more', async () => {
  const { into } = await merged()
  await of(cloud, 'o-chen')('join', { case: into })
  await solved(cloud, into, now())
  expect((await of(cloud, 'o-chen')('show', { case: into })).may).toEqual(['leaveJoin'])
  expect(await codeOf(of(cloud, 'o-chen')('reopen', { case: into, words: '没好' }))).toBe('NotNow')
  const left = () => wang()('leaveJoin', { case: into })
  await meeting(
    { collection: 'cases', procedure: 'feedback.confirm' },
    () => codeOf(wang()('confirm', { case: into, stars: 1, words: '' })),
    left,
  )
  const { state, joined, joins } = await caseDoc(cloud, into)
  expect({ state, joined, joins: Object.keys(joins).length }).toEqual({
    ...{ state: 'solved', joined: 1, joins: 1 },
  })
})

test('nothing is merged into what is said to be solved, nor into what has all the followers it can have', async () => {
  const into = await reported(cloud, 'o-li')
  const id = await reported(cloud, 'o-wang')
  await cloud.admin.collection('cases').doc(into).update({ joined: 500 })
  expect(await merge(id, into)).toBe('Full')
  await solved(cloud, into, now())
  expect(await merge(id, into)).toBe('NotTheSame')
})

test('sealed, it lets go what became part of it: that goes on by itself, and who sent it hears of it', async () => {
  const { into, id } = await merged()
  const before = (await told(cloud, 'caseMoved')).filter(({ thing }) => thing === id).length
  const { rev } = await caseDoc(cloud, into)
  await worker()('correct', { case: into, rev, category: dispute, words: '' })
  expect(await caseDoc(cloud, id)).toMatchObject({ state: 'open', stage: 'active', carries: null })
  expect((await told(cloud, 'caseMoved')).filter(({ thing }) => thing === id)).toHaveLength(
    before + 1,
  )
  expect(await codeOf(wang()('show', { case: into }))).toBe('NotFound')
  expect(await caseDoc(cloud, into)).toMatchObject({ sealed: true, joined: 0, carries: null })
  expect((await caseDoc(cloud, into)).absorbed).toEqual({})
})

test('two cases of one person in one: taken out one after the other, they stay as long as one is left', async () => {
  const into = await reported(cloud, 'o-li')
  const [one, other] = [await reported(cloud, 'o-wang'), await reported(cloud, 'o-wang')]
  for (const id of [one, other]) expect(await merge(id, into)).toBe('ok')
  const unmerge = async (id: string) => {
    const { rev } = await caseDoc(cloud, id)
    return codeOf(worker()('unmerge', { case: id, rev }))
  }
  expect(await unmerge(one)).toBe('ok')
  expect(await caseDoc(cloud, into)).toMatchObject({ joined: 1 })
  expect(await codeOf(wang()('show', { case: into }))).toBe('ok')
  expect(await unmerge(other)).toBe('ok')
  expect(await caseDoc(cloud, into)).toMatchObject({ joined: 0, joins: {}, absorbed: {} })
  expect(await codeOf(wang()('show', { case: into }))).toBe('NotFound')
})

test('two cases of one person become one and are taken apart: both are theirs as before', async () => {
  const [into, id] = [await reported(cloud, 'o-li'), await reported(cloud, 'o-li')]
  expect(await merge(id, into)).toBe('ok')
  expect(await caseDoc(cloud, into)).toMatchObject({ joined: 0 })
  const { rev } = await caseDoc(cloud, id)
  await worker()('unmerge', { case: id, rev })
  for (const one of [into, id])
    expect(await li1()('show', { case: one })).toMatchObject({ mine: true, joined: 0 })
})

test('the last case ends while another gets there through one in between: that one goes on by itself', async () => {
  const last = await reported(cloud, 'o-chen')
  const between = await reported(cloud, 'o-li')
  const id = await reported(cloud, 'o-wang')
  // The program dies before anybody is carried, and the one in between becomes part of the last.
  await cloud.fault({ action: 'write', collection: 'cases', kind: 'crash', after: true })
  await merge(id, between).catch(() => null)
  await cloud.clearFaults()
  expect(await merge(between, last)).toBe('ok')
  const { rev } = await caseDoc(cloud, last)
  await meeting(
    { collection: 'cases', procedure: 'feedback.show' },
    () => wang()('show', { case: id }),
    () =>
      of(cloud, staffOf.jingStaff)('refuse', {
        ...{ case: last, rev, words: '不归我们', turnTo: '12345' },
      }),
  )
  expect(await caseDoc(cloud, id)).toMatchObject({ state: 'open', stage: 'active', carries: null })
  expect(await caseDoc(cloud, last)).toMatchObject({ state: 'refused', joined: 1 })
})

test('staff ring the number of the record somebody has now', async () => {
  const id = await reported(cloud, 'o-chen')
  const { reporter } = await caseDoc(cloud, id)
  const old = reporter!.person!
  const now = `${old}-now`
  const people = cloud.admin.collection('people')
  const { data } = (await people.doc(old).get()) as { data: object[] }
  await people.add({ ...data[0], _id: now, phone: '13900000009' })
  await people.doc(old).update({ mergedInto: now })
  expect((await worker()('caseForStaff', { case: id })).reporter).toEqual({
    ...{ id: now, name: '陈阿姨', phone: '13900000009' },
  })
})
