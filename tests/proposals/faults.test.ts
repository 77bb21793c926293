import { picture, send } from '../centre/uploading'
import type { TestCloud } from '../support/cloud'
import { newKey, startCentre } from '../support/people'
import { council, neighbour, published, told, wishDoc } from './council'

// Replies are lost and instances die between any two writes. Whatever was begun is carried through by the next tap or the
// next timer, once.

let cloud: TestCloud
beforeEach(async () => {
  cloud = await startCentre()
  await neighbour(cloud, 'o-li', '李奶奶', '301')
  await neighbour(cloud, 'o-wang', '王师傅', '302')
})
afterEach(() => cloud.stop())

const lost = (call: Promise<unknown>) => call.catch(() => null)
const all = async (collection: string) =>
  ((await cloud.admin.collection(collection).limit(1000).get()) as { data: { _id: string }[] }).data
const clear = async (...collections: string[]) => {
  for (const gone of collections)
    await cloud.admin.collection(gone).where({ centre: 'dl' }).remove()
}

const kindsOfFault = ['lostReply', 'crash', 'busy'] as const

describe.each(kindsOfFault)('when a write meets %s', (kind) => {
  test('a wish is one wish with its picture, and staff hear of it once', async () => {
    let skip = 0
    for (let met = true; met; skip++) {
      const key = newKey()
      const photo = await send(cloud, 'o-li', picture(), { purpose: 'proposalPhoto' })
      const write = () =>
        council(cloud, 'o-li')('writeWish', {
          ...{ key, words: '想要一把伞', category: 'living', forWhom: 'elder', photos: [photo] },
        })
      const fault = { action: 'write', procedure: 'proposals.writeWish', kind, skip }
      await cloud.fault({ ...fault, ...(kind === 'crash' && { after: true }) })
      await lost(write())
      met = (await cloud.faults()).length === 0
      await cloud.clearFaults()
      const { id } = await write()
      expect(await all('wishes')).toHaveLength(1)
      expect(await wishDoc(cloud, id)).toMatchObject({ state: 'waiting', news: {}, asking: null })
      expect((await wishDoc(cloud, id)).photos).toHaveLength(1)
      expect(await all('media_checks')).toHaveLength(1)
      expect(await told(cloud, 'proposalCare')).toHaveLength(1)
      await clear('wishes', 'outbox', 'media_checks', 'uploads', 'tries')
    }
    // The count of the day, the ticket, the wish, the question, what staff are told, that all is done.
    expect(skip).toBeGreaterThan(6)
  })

  test('a claim is one claim, and the wisher hears it once', async () => {
    let skip = 0
    for (let met = true; met; skip++) {
      const wish = await published(cloud)
      await clear('outbox')
      const key = newKey()
      const fault = { action: 'write', procedure: 'proposals.claimWish', kind, skip }
      await cloud.fault({ ...fault, ...(kind === 'crash' && { after: true }) })
      await lost(council(cloud, 'o-wang')('claimWish', { wish, key }))
      met = (await cloud.faults()).length === 0
      await cloud.clearFaults()
      await council(cloud, 'o-wang')('claimWish', { wish, key })
      // Whoever does not tap again is carried through by the timer.
      await cloud.timer('jobs')
      const after = await wishDoc(cloud, wish)
      expect(after).toMatchObject({ state: 'claimed', news: {} })
      expect(after.lines.filter((line) => line.kind === 'claimed')).toHaveLength(1)
      expect(await told(cloud, 'wishNews')).toHaveLength(1)
      await clear('wishes', 'outbox', 'tries', 'wish_hands')
    }
    // The claim, what the wisher is told, that all is done.
    expect(skip).toBeGreaterThan(3)
  })
})
