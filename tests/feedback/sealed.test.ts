import { centre } from '@/types/centre'
import { residents } from '@/types/residents'
import type { Envelope } from '@/types/shared/envelope'
import { send } from '../centre/uploading'
import { contracts } from '../contract/contracts'
import type { TestCloud } from '../support/cloud'
import {
  as,
  codeOf,
  dl,
  newKey,
  places,
  seedMembers,
  staffId,
  staffOf,
  startCentre,
} from '../support/people'
import {
  caseDoc,
  checked,
  dispute,
  li,
  of,
  owners,
  photoOf,
  reported,
  told,
  voiceOf,
} from './speaking'

// A dispute is between who told of it and the mediator who took it: everybody else may know that it is there, how old
// it is, and who mediates.

const mediators = { gao: 'o-gao', he: 'o-he', far: 'o-far' }
/** Words that nobody but the mediator and who wrote them may ever read. */
const secrets = ['半夜跳舞', '李奶奶', '三楼拐角', '谈了两个钟头', '13800000001']

let cloud: TestCloud
beforeEach(async () => {
  cloud = await startCentre()
  await owners(cloud)
  await li(cloud)
  await seedMembers(cloud, [
    { openid: mediators.gao, name: '高调解', role: 'mediator', node: places.jing },
    { openid: mediators.he, name: '何调解', role: 'mediator', node: places.centre },
    { openid: mediators.far, name: '远调解', role: 'mediator', node: places.chun },
  ])
})
afterEach(() => cloud.stop())

const my = () => of(cloud, 'o-li')
const gao = () => of(cloud, mediators.gao)
const he = () => of(cloud, mediators.he)
const jing = () => of(cloud, staffOf.jingStaff)

const quarrel = () =>
  reported(cloud, 'o-li', {
    category: dispute,
    text: '楼上半夜跳舞',
    place: { node: places.jing3, where: '三楼拐角' },
  })
const taken = async () => {
  const id = await quarrel()
  await gao()('takeSealed', { case: id })
  return id
}
const opened = (id: string) => gao()('sealedCase', { case: id })
const paper = () => send(cloud, mediators.gao, undefined, { purpose: 'casePhoto' })

test('mediators hear that there is one, and others see number, age and mediator', async () => {
  const id = await quarrel()
  expect((await told(cloud, 'sealedToDo')).map(({ to }) => to).sort()).toEqual(
    [mediators.gao, mediators.he].map((openid) => staffId(openid)).sort(),
  )
  await gao()('takeSealed', { case: id })
  await cloud.clock('2026-11-24T09:00:00+08:00')
  expect((await jing()('sealedCases', { view: 'active' })).items).toEqual([
    {
      ...{ id, number: '2026-0001', days: 3, mediator: staffId(mediators.gao) },
      ...{ mediatorName: '高调解', late: false, mine: false, mayTake: false, followUp: null },
    },
  ])
  expect((await of(cloud, staffOf.chunStaff)('sealedCases', { view: 'active' })).items).toEqual([])
  expect((await of(cloud, mediators.far)('sealedCases', { view: 'active' })).items).toEqual([])
})

test('only its mediator reads it, and every look is written down for the street to see', async () => {
  const id = await taken()
  expect(await opened(id)).toMatchObject({
    ...{ text: '楼上半夜跳舞', where: '静安里社区 3号楼 · 三楼拐角', category: '邻里纠纷' },
    reporter: { name: '李奶奶', phone: '13800000001' },
  })
  // Also under the key of the look before.
  const key = newKey()
  for (const _ of [0, 1]) await gao()('sealedCase', { case: id, key })
  for (const openid of [mediators.he, mediators.far])
    expect(await codeOf(of(cloud, openid)('sealedCase', { case: id }))).toMatch(
      /^Not(Yours|Allowed)$/,
    )
  for (const openid of [staffOf.jingStaff, staffOf.centreStaff, staffOf.jingWorker])
    expect(await codeOf(of(cloud, openid)('sealedCase', { case: id }))).toBe('NotAllowed')
  const looks = (await cloud.admin
    .collection('audit')
    .where({ procedure: 'feedback.sealedCase', actor: staffId(mediators.gao) })
    .get()) as { data: { state: string; subject: string | null }[] }
  expect(looks.data.map(({ state, subject }) => [state, subject])).toEqual([
    ['done', null],
    ['done', null],
    ['done', null],
  ])
  const log = await as(cloud, centre, staffOf.centreStaff)('auditLog', {})
  const seen = log.items.filter(({ procedure }) => procedure === 'feedback.sealedCase')
  expect(new Set(seen.map(({ about }) => about))).toEqual(new Set(['2026-0001']))
})

test('the mediator writes down intake, visit, talk, agreement and follow-up; the reporter reads what is for them', async () => {
  const id = await taken()
  let { rev } = await opened(id)
  const step = async (kind: 'intake' | 'visit' | 'talk', record: string, words = '') => {
    ;({ rev } = await gao()('sealedStep', { case: id, rev, kind, record, told: words }))
  }
  await step('intake', '跟李奶奶通了电话')
  await step('visit', '去楼上看过')
  await step('talk', '谈了两个钟头', '已经跟楼上谈过一次')
  const agreement = { case: id, kind: 'agreement' as const, record: '签了协议' }
  expect(await codeOf(gao()('sealedStep', { ...agreement, rev }))).toBe('PaperMissing')
  const signed = await gao()('sealedStep', {
    ...{ ...agreement, rev, papers: [await paper()], followUp: '2026-12-01' },
  })
  expect(
    signed.steps.map(({ kind, record, told: words, photos }) => [
      kind,
      record,
      words,
      photos.length,
    ]),
  ).toEqual([
    ['received', '', '', 0],
    ['taken', '', '', 0],
    ['intake', '跟李奶奶通了电话', '', 0],
    ['visit', '去楼上看过', '', 0],
    ['talk', '谈了两个钟头', '已经跟楼上谈过一次', 0],
    ['agreement', '签了协议', '', 1],
  ])
  expect(signed.followUp).toBe('2026-12-01')
  const shown = await my()('show', { case: id })
  expect(shown.steps.map(({ kind, words }) => [kind, words])).toEqual([
    ['received', ''],
    ['taken', ''],
    ['talk', '已经跟楼上谈过一次'],
  ])
  expect(JSON.stringify(shown)).not.toContain('谈了两个钟头')
  await cloud.clearOutbox()
  await cloud.clock('2026-12-01T09:00:00+08:00')
  await cloud.timer('jobs')
  expect((await told(cloud, 'sealedToDo')).filter(({ data }) => 'note' in data)).toMatchObject([
    { to: staffId(mediators.gao), data: { note: '今天要去回访' } },
  ])
})

test('a picture that WeChat could not judge its mediator sees, one that it refused they do not', async () => {
  const photos = [await photoOf(cloud, 'o-li'), await photoOf(cloud, 'o-li')]
  const id = await reported(cloud, 'o-li', { category: dispute, photos })
  await gao()('takeSealed', { case: id })
  const checks = cloud.admin.collection('media_checks')
  const asked = (await checks.where({ record: id }).get()) as { data: { _id: string }[] }
  await checks.doc(asked.data[0]!._id).update({ state: 'held' })
  await checks.doc(asked.data[1]!._id).update({ state: 'refused' })
  const shown = (await opened(id)).photos.map(({ state, url }) => [state, url !== null])
  expect(Object.fromEntries(shown)).toEqual({ held: true, refused: false })
})

test('a voice message is heard and written down by its mediator, for them and who said it', async () => {
  const id = await reported(cloud, 'o-li', {
    ...{ category: dispute, text: '', voice: await voiceOf(cloud, 'o-li') },
  })
  await gao()('takeSealed', { case: id })
  const waits = await opened(id)
  expect(waits.voice).toMatchObject({ url: null, state: 'waiting', seconds: 12, said: null })
  await checked(cloud, id, 'held')
  expect((await opened(id)).voice).toMatchObject({ url: expect.any(String), state: 'held' })
  const said = { case: id, rev: waits.rev, said: '楼上半夜跳舞' }
  expect(await codeOf(he()('transcribeSealed', said))).toBe('NotYours')
  const written = await gao()('transcribeSealed', said)
  expect(written.voice).toMatchObject({ said: '楼上半夜跳舞' })
  expect((await my()('show', { case: id })).voice).toMatchObject({ said: '楼上半夜跳舞' })
  expect(JSON.stringify(await caseDoc(cloud, id))).not.toContain('跳舞')
})

test('what nobody answered for 14 days is looked after all the same', async () => {
  const id = await taken()
  let { rev } = await opened(id)
  const visit = { case: id, rev, kind: 'visit' as const, record: '看过', followUp: '2026-12-20' }
  ;({ rev } = await gao()('sealedStep', visit))
  await gao()('solveSealed', { case: id, rev, record: '签了', told: '说好了' })
  await cloud.clock('2026-12-20T09:00:00+08:00')
  await cloud.timer('jobs')
  expect((await told(cloud, 'sealedToDo')).filter(({ data }) => 'note' in data)).toMatchObject([
    { to: staffId(mediators.gao), data: { note: '今天要去回访' } },
  ])
  const after = await opened(id)
  expect(after.state).toBe('lapsed')
  const asked = { case: id, rev: after.rev, kind: 'followUp' as const, record: '两家都好' }
  expect((await gao()('sealedStep', asked)).steps.at(-1)).toMatchObject({ record: '两家都好' })
})

test('solved by the mediator, it waits for who reported it', async () => {
  const id = await taken()
  const { rev } = await opened(id)
  const tap = { key: newKey(), case: id, rev, record: '都签了', told: '说好了，晚上十点以后不跳' }
  const solved = await gao()('solveSealed', tap)
  expect(solved.state).toBe('solved')
  expect((await gao()('solveSealed', tap)).steps).toHaveLength(solved.steps.length)
  expect((await my()('show', { case: id })).steps.at(-1)).toMatchObject({
    ...{ kind: 'solved', words: '说好了，晚上十点以后不跳', who: '调解员 高**' },
  })
  expect(await told(cloud, 'caseSolved')).toHaveLength(1)
})

test('who telephoned of a dispute is called by its mediator, and nobody else learns of it', async () => {
  const { id } = await of(cloud, staffOf.jingWorker)('submit', {
    ...{
      category: dispute,
      text: '楼上半夜跳舞',
      place: { node: places.jing3, where: '三楼拐角' },
    },
    caller: { name: '李奶奶', phone: '13800000001' },
  })
  await cloud.timer('jobs')
  await gao()('takeSealed', { case: id })
  const solve = async () => {
    const { rev, toRing } = await opened(id)
    expect(toRing).toBe(false)
    return gao()('solveSealed', { case: id, rev, record: '签了', told: '说好了' })
  }
  const rang = (answer: 'solved' | 'notSolved' | 'notReached', words: string, rev: number) =>
    gao()('rangSealed', { case: id, rev, answer, words, stars: 4 })
  const solved = await solve()
  expect(solved).toMatchObject({ toRing: true, reporter: { phone: '13800000001' } })
  expect((await jing()('cases', { view: 'toRing' })).items).toEqual([])
  const others = he()('rangSealed', { case: id, rev: solved.rev, answer: 'solved', words: '' })
  expect(await codeOf(others)).toBe('NotYours')
  // Nobody has called: the mediator is reminded, nobody else.
  await cloud.clock('2026-11-24T19:00:00+08:00')
  await cloud.timer('jobs')
  const reminded = (await told(cloud, 'sealedToDo')).filter(({ data }) =>
    JSON.stringify(data).includes('请打电话'),
  )
  expect(reminded).toMatchObject([{ to: staffId(mediators.gao) }])
  let { rev } = await opened(id)
  const missed = await rang('notReached', '', rev)
  expect(missed).toMatchObject({ state: 'solved', toRing: true })
  expect(missed.steps.at(-1)).toMatchObject({ told: '', record: '打了电话，没有打通。' })
  expect(await codeOf(rang('notSolved', '', missed.rev))).toBe('WordsMissing')
  const again = await rang('notSolved', '昨晚又半夜跳舞', missed.rev)
  expect(again).toMatchObject({ state: 'taken', toRing: false, mine: true })
  expect(await caseDoc(cloud, id)).toMatchObject({ level: 'street', rating: null })
  ;({ rev } = await solve())
  const over = await rang('solved', '不跳了，李奶奶谢谢您', rev)
  expect(over).toMatchObject({ state: 'confirmed', toRing: false })
  const document = await caseDoc(cloud, id)
  expect(document).toMatchObject({ rating: { stars: 4, words: '' } })
  const rows = await cloud.admin.collection('outbox').limit(1000).get()
  const kept = JSON.stringify([document, rows, cloud.output()])
  expect(secrets.filter((secret) => kept.includes(secret))).toEqual([])
})

test('hard words do not keep a dispute from the mediators', async () => {
  await cloud.fault({ action: 'wx.openApi', kind: 'error' })
  const id = await quarrel()
  await gao()('takeSealed', { case: id })
  expect(await opened(id)).toMatchObject({ text: '楼上半夜跳舞', state: 'taken' })
})

test('confirmed by who reported it: it is over, and their pictures are for no board', async () => {
  const id = await taken()
  const { rev } = await opened(id)
  await gao()('solveSealed', { case: id, rev, record: '签了', told: '说好了' })
  const shown = await my()('confirm', { case: id, stars: 5, words: '谢谢高调解', mayShow: true })
  expect(shown).toMatchObject({ state: 'confirmed' })
  expect((await opened(id)).steps.at(-1)).toMatchObject({ kind: 'confirmed', told: '谢谢高调解' })
  const document = await caseDoc(cloud, id)
  expect(document).toMatchObject({ stage: 'ended', mayShow: false })
  expect(JSON.stringify(document)).not.toContain('谢谢高调解')
})

test('not solved, says who reported it: it goes on with its mediator, and those above hear number, age and mediator', async () => {
  const id = await taken()
  const { rev } = await opened(id)
  await gao()('solveSealed', { case: id, rev, record: '签了', told: '说好了' })
  const before = (await told(cloud, 'sealedToDo')).length
  await my()('reopen', { case: id, words: '昨晚又半夜跳舞' })
  expect(await caseDoc(cloud, id)).toMatchObject({
    ...{ state: 'taken', level: 'street', stage: 'active' },
    sealing: { mediator: staffId(mediators.gao) },
  })
  expect((await opened(id)).steps.at(-1)).toMatchObject({
    ...{ kind: 'reopened', told: '昨晚又半夜跳舞' },
  })
  const rows = (await told(cloud, 'sealedToDo')).slice(before)
  expect(Object.fromEntries(rows.map(({ to, data }) => [to, data]))).toEqual({
    [staffId(mediators.gao)]: { title: '保密的事', number: '2026-0001' },
    [staffId(staffOf.centreStaff)]: {
      ...{ title: '保密的事', number: '2026-0001', note: '又提起来了，已经 0 天，调解员：高调解' },
    },
  })
})

test('without a word for 14 days it is over, and says so to who reported it', async () => {
  const id = await taken()
  const { rev } = await opened(id)
  await gao()('solveSealed', { case: id, rev, record: '签了', told: '说好了' })
  await cloud.clock('2026-12-05T09:00:00+08:00')
  await cloud.timer('jobs')
  expect(await my()('show', { case: id })).toMatchObject({ state: 'lapsed', may: [] })
  expect((await told(cloud, 'caseEnded')).filter(({ thing }) => thing === id)).toHaveLength(1)
  expect(await codeOf(my()('reopen', { case: id, words: '又吵' }))).toBe('TooLate')
})

test('staff and mediators hand it over without seeing it; who had it reads it no more', async () => {
  const id = await taken()
  const { mediators: others } = await jing()('mediatorsFor', { case: id })
  expect(others).toEqual([{ id: staffId(mediators.he), name: '何调解' }])
  const from = staffId(mediators.gao)
  const to = staffId(mediators.he)
  expect(
    await codeOf(jing()('handSealedOver', { case: id, from, to: staffId(mediators.far) })),
  ).toBe('NobodyThere')
  await jing()('handSealedOver', { case: id, from, to })
  expect(await codeOf(opened(id))).toBe('NotYours')
  expect((await he()('sealedCase', { case: id })).text).toBe('楼上半夜跳舞')
  expect(await codeOf(jing()('handSealedOver', { case: id, from, to }))).toBe('ChangedMeanwhile')
  expect((await told(cloud, 'sealedToDo')).at(-1)).toMatchObject({ to })
})

test('a late one is told upwards by number, age and mediator, once for each level', async () => {
  const id = await taken()
  // Five working days of the community, then ten of the street.
  await cloud.clock('2026-11-28T09:00:00+08:00')
  await cloud.timer('jobs')
  const rows = await told(cloud, 'sealedLate')
  expect(rows.map(({ to }) => to).sort()).toEqual(
    [staffOf.jingStaff, staffOf.centreStaff].map((openid) => staffId(openid)).sort(),
  )
  expect(rows[0]!.data).toEqual({
    ...{ title: '保密的事', number: '2026-0001', note: '已经 7 天，调解员：高调解' },
  })
  expect(await caseDoc(cloud, id)).toMatchObject({
    level: 'street',
    sealing: { mediator: staffId(mediators.gao), late: true },
  })
  await cloud.clock('2027-01-30T09:00:00+08:00')
  await cloud.timer('jobs')
  expect(await told(cloud, 'sealedLate')).toHaveLength(4)
  expect((await jing()('sealedCases', { view: 'active' })).items).toMatchObject([{ late: true }])
})

test('nobody mediates in their own matter, nor in one that is about them', async () => {
  const own = await reported(cloud, mediators.gao, { category: dispute, text: '我家的事' })
  expect(await codeOf(gao()('takeSealed', { case: own }))).toBe('NotYours')
  const about = await reported(cloud, 'o-li', {
    ...{ category: dispute, text: '他偏心', aboutStaff: staffId(mediators.gao) },
  })
  expect(await codeOf(gao()('takeSealed', { case: about }))).toBe('NotFound')
  const seen = (await gao()('sealedCases', { view: 'active' })).items.map(({ id }) => id)
  expect(seen).toEqual([own])
  expect((await jing()('mediatorsFor', { case: about })).mediators).toMatchObject([
    { name: '何调解' },
  ])
  const elsewhere = await told(cloud, 'sealedToDo')
  expect(
    elsewhere.filter(({ thing, to }) => thing === about && to === staffId(mediators.gao)),
  ).toEqual([])
})

test('whose mediator works there no more is free, and the other mediators are told', async () => {
  const id = await taken()
  const before = (await told(cloud, 'sealedToDo')).length
  await cloud.admin
    .collection('passports')
    .where({ 'person.id': staffId(mediators.gao) })
    .update({ roles: [], posts: [] })
  await cloud.clock('2026-11-21T09:00:00+08:00')
  await cloud.timer('jobs')
  expect(await caseDoc(cloud, id)).toMatchObject({
    ...{ state: 'open', sealing: { mediator: null, mediatorName: null } },
  })
  const rows = (await told(cloud, 'sealedToDo')).slice(before)
  expect(rows.map(({ to }) => to)).toEqual([staffId(mediators.he)])
  await he()('takeSealed', { case: id })
  expect((await he()('sealedCase', { case: id })).text).toBe('楼上半夜跳舞')
})

test('who sent it for one of theirs does not mediate in it either', async () => {
  const { id: forResident } = await as(
    cloud,
    residents,
    mediators.gao,
  )('addDependant', {
    ...{ name: '小宝', relation: 'child', birthDate: '2018-01-01', consent: 'guardian' },
  })
  const { id } = await of(cloud, mediators.gao)('submit', {
    ...{ category: dispute, text: '楼上吵', place: { node: places.jing3, where: '' }, forResident },
  })
  await gao()('show', { case: id, forResident })
  expect(await codeOf(gao()('takeSealed', { case: id }))).toBe('NotYours')
  expect((await jing()('mediatorsFor', { case: id })).mediators.map(({ name }) => name)).toEqual([
    '何调解',
  ])
  const handed = { case: id, from: null, to: staffId(mediators.gao) }
  expect(await codeOf(jing()('handSealedOver', handed))).toBe('NobodyThere')
})

test('nobody else reads a word of it, by whatever door', async () => {
  const id = await taken()
  const { rev } = await opened(id)
  await gao()('sealedStep', { case: id, rev, kind: 'talk', record: '谈了两个钟头' })
  const everybody = [
    ...[staffOf.admin, staffOf.centreStaff, staffOf.jingStaff, staffOf.jingWorker],
    ...[staffOf.chunStaff, mediators.he, mediators.far, null],
  ]
  const inputs: object[] = [
    ...['mine', 'active', 'solved', 'ended', 'free', 'all', 'late'].map((view) => ({ view })),
    { case: id },
    ...[
      { case: id, rev: 4, words: '看看' },
      { q: '跳舞' },
      { place: { node: places.jing3, where: '' } },
    ],
    ...[{ from: '2026-11-01', to: '2026-11-30' }, { node: places.jing3 }, {}],
    { category: dispute, place: { node: places.jing3, where: '' } },
    { case: id, from: staffId(mediators.gao), to: staffId(mediators.far) },
  ]
  const { procedures } = contracts.find(({ module }) => module === 'feedback')!
  const answers: string[] = []
  for (const openid of everybody)
    for (const procedure of Object.keys(procedures))
      for (const input of inputs)
        answers.push(
          JSON.stringify(
            await cloud.call<Envelope>(openid, 'feedback', {
              ...{ procedure, centre: dl, input: { key: newKey(), ...input } },
            }),
          ),
        )
  expect(answers.filter((answer) => answer.includes('"ok":true')).length).toBeGreaterThan(50)
  expect(answers.filter((answer) => secrets.some((secret) => answer.includes(secret)))).toEqual([])
  // Nor stands it anywhere that lists, messages, exports of others and logs are made of.
  const kept: string[] = [cloud.output()]
  for (const name of ['cases', 'outbox', 'audit', 'case_events', 'case_figures'])
    kept.push(
      JSON.stringify(
        (
          (await cloud.admin.collection(name).limit(1000).get()) as {
            data: { aboutName?: string }[]
          }
        ).data // The notice to who reported it bears her own name.
          .map(({ aboutName: _name, ...row }) => row),
      ),
    )
  expect(kept.filter((text) => secrets.some((secret) => text.includes(secret)))).toEqual([])
  expect((await cloud.outbox()).filter((sent) => JSON.stringify(sent).includes('跳舞'))).toEqual([
    expect.objectContaining({ api: expect.stringContaining('msgSecCheck') as string }),
  ])
})
