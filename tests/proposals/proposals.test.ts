import { residents } from '@/types/residents'
import { isThere, picture, send } from '../centre/uploading'
import type { TestCloud } from '../support/cloud'
import { meetingOn } from '../support/meeting'
import {
  as,
  codeOf,
  newKey,
  places,
  resident,
  staffId,
  staffOf,
  startCentre,
  verify,
} from '../support/people'
import {
  council,
  neighbour,
  proposalDoc,
  proposed,
  published,
  runAt,
  staff,
  threshold,
  told,
  wishDoc,
} from './council'

let cloud: TestCloud
let li: string
let wang: string
const of = (openid: string) => council(cloud, openid)
const worker = () => council(cloud, staffOf.jingWorker)

beforeEach(async () => {
  cloud = await startCentre()
  li = await neighbour(cloud, 'o-li', '李奶奶', '301')
  wang = await neighbour(cloud, 'o-wang', '王师傅', '302')
})
afterEach(() => cloud.stop())

test('a proposal is published word for word, under a masked name, or refused with a reason', async () => {
  const words = '晚上太黑，老人看不清路。\n请装一盏灯。'
  const { id } = await of('o-li')('writeProposal', {
    ...{ title: '楼前装一盏灯', words, about: 'community', category: 'facilities' },
  })
  expect(await codeOf(of('o-wang')('proposal', { proposal: id }))).toBe('NotFound')
  expect(await codeOf(staff(cloud)('decideProposal', { proposal: id, publish: false }))).toBe(
    'ReasonNeeded',
  )
  await staff(cloud)('decideProposal', { proposal: id, publish: true })
  expect(await of('o-wang')('proposal', { proposal: id })).toMatchObject({
    ...{ words, name: '李**', state: 'open', count: 0, threshold: 20, cannotSign: null },
  })
})

test('who co-signs is verified and lives there, signs once, and may take it back', async () => {
  const proposal = await proposed(cloud)
  await neighbour(cloud, 'o-new', '新来的', '401', { verified: false })
  await resident(cloud, 'o-far', '远方的', {
    home: { building: places.chun7, unit: '1', room: '1' },
  })
  expect(await codeOf(of('o-new')('coSign', { proposal }))).toBe('NotVerified')
  expect((await of('o-far')('proposal', { proposal })).cannotSign).toBe('NotVerified')
  const key = newKey()
  expect((await of('o-wang')('coSign', { proposal, key })).count).toBe(1)
  expect((await of('o-wang')('coSign', { proposal })).count).toBe(1)
  expect((await of('o-wang')('takeBackSignature', { proposal })).count).toBe(0)
  // The first tap arrives once more, late.
  expect((await of('o-wang')('coSign', { proposal, key })).count).toBe(0)
  expect((await of('o-wang')('coSign', { proposal })).count).toBe(1)
})

test('who lives elsewhere does not co-sign what is about another building', async () => {
  const { id } = await of('o-li')('writeProposal', {
    ...{ title: '修单元门', words: '门关不上。', about: 'building', category: 'facilities' },
  })
  await staff(cloud)('decideProposal', { proposal: id, publish: true })
  const birthDate = '1970-01-01'
  const home = { building: places.jing3, unit: '1', room: '1' }
  const { id: other } = await resident(cloud, 'o-other', '别楼的', { birthDate, home })
  await verify(cloud, other, birthDate, home)
  expect(await codeOf(of('o-other')('coSign', { proposal: id }))).toBe('NotBelow')
})

test('enough co-signatures make an answer due, in working days; a late one rises to the centre', async () => {
  await threshold(cloud, 2)
  const proposal = await proposed(cloud)
  await of('o-li')('coSign', { proposal })
  const reached = await of('o-wang')('coSign', { proposal })
  // Ten working days after Saturday 21 November.
  expect(reached).toMatchObject({ state: 'owed', answerDue: '2026-12-04' })
  const enough = (await told(cloud, 'proposalNews')).filter(
    ({ data }) => data.note === '联名够 2 人了，社区会答复',
  )
  expect(enough.map(({ to }) => to).sort()).toEqual([li, wang].sort())
  await runAt(cloud, '2026-12-04T23:00:00+08:00')
  expect((await proposalDoc(cloud, proposal)).late).toBe(false)
  await runAt(cloud, '2026-12-05T08:00:00+08:00')
  const [first] = (await staff(cloud)('proposalsForStaff', {})).items
  expect(first).toMatchObject({ id: proposal, late: true })
  const centre = (await told(cloud, 'proposalCare')).filter(({ data }) =>
    data.note?.includes('过了答复的日子'),
  )
  expect(centre).toHaveLength(1)
  await staff(cloud)('answerProposal', { proposal, words: '下个月装。' })
  expect(await of('o-wang')('proposal', { proposal })).toMatchObject({
    ...{ state: 'answered', answer: { words: '下个月装。' }, cannotSign: 'Signed' },
    mayTakeBack: false,
  })
  expect(await codeOf(of('o-wang')('takeBackSignature', { proposal }))).toBe('Closed')
})

test('too few in its time: it lapses, and staff can still answer', async () => {
  const proposal = await proposed(cloud)
  await runAt(cloud, '2027-01-21T08:00:00+08:00')
  expect((await of('o-li')('proposal', { proposal })).state).toBe('lapsed')
  await staff(cloud)('answerProposal', { proposal, words: '还是装上了。' })
  expect((await of('o-li')('proposal', { proposal })).state).toBe('answered')
})

test('a signature on paper is entered with a picture of the form, once, by staff on record', async () => {
  const proposal = await proposed(cloud)
  const form = () => send(cloud, staffOf.jingWorker, picture(), { purpose: 'coSignForm' })
  const entered = { proposal, person: li, form: await form() }
  expect(await worker()('coSignOnPaper', entered)).toEqual({ count: 1 })
  expect(await codeOf(worker()('coSignOnPaper', { ...entered, form: await form() }))).toBe(
    'TheySigned',
  )
  const { signers } = await worker()('proposalForStaff', { proposal })
  expect(signers).toMatchObject([{ name: '李**', onPaper: true }])
  const claim = (await proposalDoc(cloud, proposal)).claims[li]
  expect(claim?.by).toBeTruthy()
  expect(claim?.form).toContain('records/')
  expect(
    await codeOf(worker()('coSignOnPaper', { proposal, person: li, form: 'cloud://a.b/none.png' })),
  ).toBe('TheySigned')
})

test('wishes alike become a proposal: whose they were stand first and have not co-signed', async () => {
  const one = await published(cloud, 'o-li', { showName: true, title: '楼道装扶手' })
  const two = await published(cloud, 'o-wang', { title: '楼梯装扶手' })
  const merge = (wishes: string[]) =>
    staff(cloud)('mergeWishes', {
      ...{ wishes, title: '楼道里装扶手', words: '几家老人都想要。', node: places.jing },
      category: 'facilities',
    })
  expect(await codeOf(merge([one, one]))).toBe('NotMergeable')
  const { id } = await merge([one, two])
  const shown = await of('o-wang')('proposal', { proposal: id })
  expect(shown).toMatchObject({ count: 0, firstNames: ['李**'], signed: false, name: null })
  expect(shown.wishTitles).toEqual(['楼道装扶手', '楼梯装扶手'])
  expect(await of('o-li')('wish', { wish: one })).toMatchObject({ state: 'merged', proposal: id })
  expect((await of('o-wang')('wishes', {})).items).toEqual([])
  const heard = (await told(cloud, 'wishNews')).filter(({ data }) =>
    data.note?.includes('合成了提案'),
  )
  expect(heard).toHaveLength(2)
})

test('of the same wishes two proposals are made at once: one has them, the other never was', async () => {
  const one = await published(cloud, 'o-li', { title: '楼道装扶手' })
  const two = await published(cloud, 'o-wang', { title: '楼梯装扶手' })
  const merge = (by: string) =>
    codeOf(
      council(cloud, by)('mergeWishes', {
        ...{ wishes: [two, one], title: '楼道里装扶手', words: '几家老人都想要。' },
        ...{ node: places.jing, category: 'facilities' },
      }),
    )
  const codes = await meetingOn(() => cloud)(
    { collection: 'wishes', procedure: 'proposals.mergeWishes' },
    () => merge(staffOf.jingStaff),
    () => merge(staffOf.centreStaff),
  )
  expect([...codes].sort()).toEqual(['NotMergeable', 'ok'])
  const { items } = await of('o-li')('proposals', {})
  expect(items.map(({ wishes }) => wishes)).toEqual([2])
})

test('a mistaken merge is undone: its wishes wait again, and who co-signed reads why', async () => {
  const one = await published(cloud, 'o-li', { title: '楼道装扶手' })
  const two = await published(cloud, 'o-wang', { title: '一副老花镜' })
  const { id } = await staff(cloud)('mergeWishes', {
    ...{ wishes: [one, two], title: '楼道里装扶手', words: '几家老人都想要。' },
    ...{ node: places.jing, category: 'facilities' },
  })
  const signer = await neighbour(cloud, 'o-zhao', '赵大爷', '303')
  await of('o-zhao')('coSign', { proposal: id })
  const key = newKey()
  const undo = () => staff(cloud)('undoMerge', { proposal: id, because: '说的不是一件事', key })
  expect((await undo()).state).toBe('withdrawn')
  expect((await undo()).state).toBe('withdrawn')
  expect((await of('o-zhao')('wishes', {})).items.map((wish) => wish.id).sort()).toEqual(
    [one, two].sort(),
  )
  // Who hears of it reads why; to everybody else it never was.
  expect((await of('o-zhao')('proposal', { proposal: id })).steps.at(-1)).toMatchObject({
    ...{ kind: 'ended', words: '说的不是一件事' },
  })
  expect((await of('o-li')('proposal', { proposal: id })).state).toBe('withdrawn')
  await neighbour(cloud, 'o-new', '新来的', '401')
  expect(await codeOf(of('o-new')('proposal', { proposal: id }))).toBe('NotFound')
  const heard = (await told(cloud, 'proposalNews')).filter(({ to }) => to === signer)
  expect(heard.map(({ data }) => data.note)).toEqual(['提案不合成了，不再联名。说的不是一件事'])
  await of('o-zhao')('claimWish', { wish: two })
  // Written by a resident it is theirs to take back.
  const proposal = await proposed(cloud)
  expect(await codeOf(staff(cloud)('undoMerge', { proposal, because: '合错了' }))).toBe('Over')
})

test('once an answer is owed a merge stays', async () => {
  await threshold(cloud, 2)
  const wishes = [await published(cloud, 'o-li'), await published(cloud, 'o-wang')]
  const { id } = await staff(cloud)('mergeWishes', {
    ...{ wishes, title: '楼道里装扶手', words: '几家老人都想要。' },
    ...{ node: places.jing, category: 'facilities' },
  })
  expect((await staff(cloud)('proposalForStaff', { proposal: id })).mayUndo).toBe(true)
  for (const openid of ['o-li', 'o-wang']) await of(openid)('coSign', { proposal: id })
  expect((await staff(cloud)('proposalForStaff', { proposal: id })).mayUndo).toBe(false)
  expect(await codeOf(staff(cloud)('undoMerge', { proposal: id, because: '合错了' }))).toBe('Over')
})

test('staff take a proposal back for who has no phone, and it says who did', async () => {
  const proposal = await proposed(cloud)
  await worker()('withdrawProposal', { proposal, forResident: li })
  const { state, lines } = await proposalDoc(cloud, proposal)
  expect([state, lines.at(-1)?.by]).toEqual(['withdrawn', staffId(staffOf.jingWorker)])
})

test('an erased wisher does not bring out the names of those who did not agree', async () => {
  const one = await published(cloud, 'o-li', { showName: true, title: '楼道装扶手' })
  const two = await published(cloud, 'o-wang', { title: '楼梯装扶手' })
  const { id } = await staff(cloud)('mergeWishes', {
    ...{ wishes: [one, two], title: '楼道里装扶手', words: '几家老人都想要。' },
    ...{ node: places.jing, category: 'facilities' },
  })
  await as(cloud, residents, 'o-li')('deleteMyAccount', {})
  await runAt(cloud, '2026-12-08T03:40:00+08:00')
  expect((await of('o-wang')('proposal', { proposal: id })).firstNames).toEqual([])
})

test('words WeChat is not sure of are published by staff who read them, and harmful ones never', async () => {
  const { id } = await of('o-li')('writeProposal', {
    ...{ title: '楼组建个群', words: '大家加微信群，有事好商量。', about: 'community' },
    category: 'order',
  })
  expect((await staff(cloud)('proposalForStaff', { proposal: id })).unchecked).toBe(true)
  const because = '不该给别人看到的话'
  await staff(cloud)('decideProposal', { proposal: id, publish: true, because })
  const shown = await of('o-wang')('proposal', { proposal: id })
  expect(shown.state).toBe('open')
  expect(JSON.stringify(shown)).not.toContain(because)
})

test('what is not public is shown to nobody who takes back what they never gave', async () => {
  const { id } = await of('o-li')('writeProposal', {
    ...{ title: '楼前装一盏灯', words: '晚上太黑。', about: 'community', category: 'facilities' },
  })
  expect(await codeOf(of('o-wang')('takeBackSignature', { proposal: id }))).toBe('NotFound')
})

test('a take-back that arrives once more, late, takes back nothing new', async () => {
  const proposal = await proposed(cloud)
  const key = newKey()
  await of('o-wang')('coSign', { proposal })
  await of('o-wang')('takeBackSignature', { proposal, key })
  await of('o-wang')('coSign', { proposal })
  expect((await of('o-wang')('takeBackSignature', { proposal, key })).count).toBe(1)
})

test('a paper signature that is taken back goes with the picture of the paper', async () => {
  const proposal = await proposed(cloud)
  const sent = await send(cloud, staffOf.jingWorker, picture(), { purpose: 'coSignForm' })
  const entered = { proposal, person: li, form: sent, key: newKey() }
  await worker()('coSignOnPaper', entered)
  const form = (await proposalDoc(cloud, proposal)).claims[li]?.form ?? ''
  expect(await isThere(cloud, form)).toBe(true)
  // The same tap once more, its ticket used up.
  expect(await worker()('coSignOnPaper', entered)).toEqual({ count: 1 })
  await of('o-li')('takeBackSignature', { proposal })
  expect(await isThere(cloud, form)).toBe(false)
})

test('nobody co-signs after its day, and who co-signed hears how it ended', async () => {
  const proposal = await proposed(cloud)
  await of('o-wang')('coSign', { proposal })
  await cloud.clock('2027-01-21T08:00:00+08:00')
  expect(await codeOf(of('o-li')('coSign', { proposal }))).toBe('Closed')
  await cloud.timer('jobs')
  await staff(cloud)('answerProposal', { proposal, words: '还是装上了。' })
  const heard = (await told(cloud, 'proposalNews')).filter(({ to }) => to === wang)
  expect(heard.map(({ data }) => data.note)).toEqual([
    '联名的日子到了，人数还不够',
    '社区答复了，请点开看',
  ])
})

test('with enough signatures the answer is owed to all: nobody takes the proposal back', async () => {
  await threshold(cloud, 2)
  const proposal = await proposed(cloud)
  await of('o-li')('coSign', { proposal })
  await of('o-wang')('coSign', { proposal })
  expect((await of('o-li')('proposal', { proposal })).mayWithdraw).toBe(false)
  expect(await codeOf(of('o-li')('withdrawProposal', { proposal }))).toBe('Over')
  // Not even by an erased account: it is answered, under no name.
  await as(cloud, residents, 'o-li')('deleteMyAccount', {})
  await runAt(cloud, '2026-12-08T03:40:00+08:00')
  expect(await of('o-wang')('proposal', { proposal })).toMatchObject({
    ...{ state: 'owed', name: null, title: '楼前装一盏灯' },
  })
})

test('only those whose role is in force hear of what is to be done', async () => {
  const ids = async () => (await told(cloud, 'proposalCare')).map(({ to }) => to)
  await of('o-li')('writeWish', { words: '想要一把伞', category: 'living', forWhom: 'elder' })
  const [community] = await ids()
  const { data } = (await cloud.admin
    .collection('passports')
    .where({ 'person.id': community })
    .get()) as { data: { _id: string; roles: object[] }[] }
  await cloud.admin
    .collection('passports')
    .doc(data[0]!._id)
    .update({ roles: data[0]!.roles.map((grant) => ({ ...grant, until: 1 })) })
  await of('o-li')('writeWish', { words: '想要一把凳子', category: 'living', forWhom: 'elder' })
  const then = await ids()
  expect(then.filter((id) => id === community)).toHaveLength(1)
  expect(then.length).toBeGreaterThan(1)
})

test('two records that become one are one co-signature when it counts', async () => {
  await threshold(cloud, 3)
  const proposal = await proposed(cloud)
  await neighbour(cloud, 'o-zhao', '赵大爷', '501')
  await of('o-li')('coSign', { proposal })
  await of('o-wang')('coSign', { proposal })
  const former = (await proposalDoc(cloud, proposal)).people[1]!
  await cloud.admin.collection('people').doc(former).update({ mergedInto: li })
  const seen = await of('o-zhao')('coSign', { proposal })
  expect(seen).toMatchObject({ count: 2, state: 'open' })
  expect(Object.keys((await proposalDoc(cloud, proposal)).claims)).toHaveLength(2)
})

test('two records that become one are one co-signature the next morning, long before it counts', async () => {
  const proposal = await proposed(cloud)
  await of('o-li')('coSign', { proposal })
  await of('o-wang')('coSign', { proposal })
  const former = (await proposalDoc(cloud, proposal)).people[1]!
  await cloud.admin.collection('people').doc(former).update({ mergedInto: li })
  await runAt(cloud, '2026-11-22T03:36:00+08:00')
  const { count, people } = await proposalDoc(cloud, proposal)
  expect({ count, people }).toEqual({ count: 1, people: [li] })
})

test('who is erased leaves no name and no picture behind, and stays counted', async () => {
  const proposal = await proposed(cloud, 'o-li')
  await of('o-wang')('coSign', { proposal })
  await of('o-li')('coSign', { proposal })
  const wish = await published(cloud, 'o-li')
  const mine = JSON.stringify(await exported('o-li'))
  expect(mine).toMatch(/老花镜/)
  expect(mine).toMatch(/楼前装一盏灯/)
  await as(cloud, residents, 'o-li')('deleteMyAccount', {})
  await runAt(cloud, '2026-12-08T03:40:00+08:00')
  const kept = await proposalDoc(cloud, proposal)
  expect(kept).toMatchObject({ personName: '', state: 'withdrawn', count: 2 })
  expect(JSON.stringify(kept)).not.toMatch(/李奶奶|看不清路/)
  expect(await wishDoc(cloud, wish)).toMatchObject({
    ...{ personName: '', words: '', state: 'withdrawn' },
  })
})

const exported = async (openid: string): Promise<unknown> => {
  const { url } = await as(cloud, residents, openid)('exportMyData', {})
  return (await fetch(url)).json()
}
