import type { TestCloud } from '../support/cloud'
import { jingHome, resident, verify } from '../support/people'
import { eats, lunchOf, oneOf, startCanteen } from './kitchen'

let cloud: TestCloud
const li = 'o-li'

beforeEach(async () => {
  cloud = await startCanteen()
  const { id } = await resident(cloud, li, '李奶奶', { birthDate: '1942-03-05', home: jingHome() })
  await verify(cloud, id, '1942-03-05')
})
afterEach(() => cloud.stop())

test('an order that is to be changed is priced as if it were the first', async () => {
  const { service, dishes } = await lunchOf(cloud, [1250])
  const lines = oneOf(...dishes)
  const { order } = await eats(cloud, li)('placeOrder', {
    service,
    lines,
    kind: 'eatIn',
    pay: 'counter',
  })
  expect(order.pays).toBe(750)
  expect((await eats(cloud, li)('quote', { service, lines })).pays).toBe(1250)
  expect((await eats(cloud, li)('quote', { service, lines, order: order.id })).pays).toBe(750)
})

test('somebody else’s order gives no discount back', async () => {
  const { service, dishes } = await lunchOf(cloud, [1250])
  const lines = oneOf(...dishes)
  const orders = await Promise.all(
    [li, 'o-wang'].map(async (openid) => {
      if (openid !== li) await resident(cloud, openid, '王叔叔')
      const placed = await eats(cloud, openid)('placeOrder', {
        service,
        lines,
        kind: 'eatIn',
        pay: 'counter',
      })
      return placed.order.id
    }),
  )
  expect((await eats(cloud, li)('quote', { service, lines, order: orders[1]! })).pays).toBe(1250)
})
