import { errands } from '@/types/errands'
import type { Envelope } from '@/types/shared/envelope'
import { startCloud, type TestCloud } from '../support/cloud'
import { as, codeOf, newKey, saturday, startCentre } from '../support/people'
import { errandDoc, grandmother, onMenu, ordered, plumbers, tap, told } from './neighbours'

let cloud: TestCloud
afterEach(() => cloud.stop())

test('twelve say yes to the last two places in the same moment: two are on it, each once', async () => {
  cloud = await startCentre()
  await grandmother(cloud)
  const phones = await plumbers(cloud, 12)
  const { id } = await ordered(cloud, await onMenu(cloud))
  const answers = await Promise.all(
    phones.map(async (openid) => {
      const key = newKey()
      for (let round = 0; round < 40; round++) {
        const envelope = await cloud.call<Envelope>(openid, 'errands', {
          procedure: 'accept',
          centre: 'dl',
          input: { key, errand: id },
        })
        if (envelope.ok) return 'ok'
        if (envelope.error.code !== 'TryAgain') return envelope.error.code
      }
      throw new Error(`${openid} was never answered`)
    }),
  )
  expect(answers.filter((answer) => answer === 'ok')).toHaveLength(2)
  expect(answers.filter((answer) => answer === 'Taken')).toHaveLength(10)
  const after = await errandDoc(cloud, id)
  expect(after).toMatchObject({ state: 'accepted', left: 0 })
  expect(Object.keys(after.claims)).toHaveLength(2)
  expect(await told(cloud, 'errandAccepted')).toHaveLength(1)
})

test('one has looked and is about to take the last place, another takes it: the first is refused', async () => {
  cloud = await startCentre()
  await grandmother(cloud)
  const [slow, fast] = (await plumbers(cloud, 2)) as [string, string]
  const { id } = await ordered(cloud, await onMenu(cloud, tap({ atHome: false })))
  await cloud.fault({
    action: 'database.modifyDocument',
    collection: 'errands',
    procedure: 'errands.accept',
    kind: 'pause',
  })
  const held = codeOf(as(cloud, errands, slow)('accept', { errand: id }))
  await cloud.paused()
  await as(cloud, errands, fast)('accept', { errand: id })
  await cloud.resume()
  expect(await held).toBe('Taken')
  const after = await errandDoc(cloud, id)
  expect(after).toMatchObject({ state: 'accepted', left: 0 })
  expect(Object.values(after.claims).map(({ name }) => name)).toEqual(['水工1'])
})

test('one says yes to two errands of one time from two phones: at most one is kept', async () => {
  cloud = await startCentre()
  await grandmother(cloud)
  const [phone] = (await plumbers(cloud, 1)) as [string]
  const kind = await onMenu(cloud, tap({ atHome: false }))
  const one = await ordered(cloud, kind)
  const two = await ordered(cloud, kind)
  await cloud.fault({
    action: 'database.modifyDocument',
    collection: 'errands',
    procedure: 'errands.accept',
    kind: 'pause',
  })
  const held = codeOf(as(cloud, errands, phone)('accept', { errand: one.id }))
  await cloud.paused()
  await as(cloud, errands, phone)('accept', { errand: two.id })
  await cloud.resume()
  expect(await held).toBe('BusyThen')
  expect(await errandDoc(cloud, one.id)).toMatchObject({ people: [], claims: {}, left: 1 })
  expect((await errandDoc(cloud, two.id)).people).toHaveLength(1)
  // Nobody heard of the one that was not kept.
  expect(await told(cloud, 'errandAccepted')).toHaveLength(1)
})

test('the same on a look and an addition puts more on it than it needs', async () => {
  cloud = await startCloud({ functions: 'errandControls', now: saturday })
  const ids = Array.from({ length: 10 }, (_, n) => `dl_er${n}`)
  await cloud.admin.collection('errands').add(ids.map((_id) => ({ _id, needed: 2, people: [] })))
  // Calls that come in step may take turns by luck, so there is more than one errand.
  let said = 0
  for (const errand of ids) {
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        cloud.call<Envelope>(`o-${n}`, 'errands', { procedure: 'accept', input: { errand } }),
      ),
    )
    said += answers.filter(({ ok }) => ok).length
  }
  expect(said).toBeGreaterThan(2 * ids.length)
})

test('two phones that order for one person at once do not make one too many', async () => {
  cloud = await startCentre()
  await grandmother(cloud)
  const kind = await onMenu(cloud)
  await ordered(cloud, kind)
  const answers = await Promise.all(
    Array.from({ length: 5 }, () =>
      ordered(cloud, kind).then(
        () => 'ok',
        (error: { code: string }) => error.code,
      ),
    ),
  )
  expect(answers.filter((answer) => answer === 'ok')).toHaveLength(2)
  expect((await as(cloud, errands, 'o-li')('mine', {})).items).toHaveLength(3)
})

test('a volunteer drops out while another takes the other place: one place is left, whoever was first', async () => {
  cloud = await startCentre()
  await grandmother(cloud)
  const [one, two] = (await plumbers(cloud, 2)) as [string, string]
  const { id } = await ordered(cloud, await onMenu(cloud))
  await as(cloud, errands, one)('accept', { errand: id })
  await cloud.fault({
    action: 'database.modifyDocument',
    collection: 'errands',
    procedure: 'errands.decline',
    kind: 'pause',
  })
  const leaving = as(cloud, errands, one)('decline', { errand: id })
  await cloud.paused()
  await as(cloud, errands, two)('accept', { errand: id })
  await cloud.resume()
  await leaving
  const after = await errandDoc(cloud, id)
  // Nobody else is there to ask: staff look for the second one.
  expect(after).toMatchObject({ state: 'unmatched', left: 1 })
  expect(Object.values(after.claims).map(({ name }) => name)).toEqual(['水工1'])
})
