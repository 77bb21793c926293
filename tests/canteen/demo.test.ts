import { canteen } from '@/types/canteen'
import { demoCloud } from '../support/demoCloud'
import { as } from '../support/people'

test('the demo shows a canteen at work', async () => {
  const cloud = await demoCloud('2026-11-23T08:00:00+08:00')
  try {
    const eats = (openid: string) => as(cloud, canteen, openid, 'chj')
    const { services, operator } = await eats('demo-elder')('menu', {})
    expect(operator).toMatchObject({ name: '荷香社区餐饮（演示）', payByWechat: true })
    expect(services.map(({ day }) => day)).toEqual(
      Array.from({ length: 7 }, (_, i) => `2026-11-${23 + i}`),
    )
    for (const { offers } of services) expect(offers.length).toBeGreaterThan(6)
    const { family } = await eats('demo-elder')('service', { service: services[1]!.id })
    expect(family[0]).toMatchObject({ reason: { kind: 'discount', age: 84, percent: 60 } })
    expect(family[0]?.again?.lines.length).toBeGreaterThan(0)
    const { items } = await eats('demo-kitchen')('queue', { service: services[0]!.id })
    expect(items.map(({ name }) => name)).toHaveLength(3)
    expect((await eats('demo-elder')('mine', {})).items).toMatchObject([
      { state: 'placed' },
      { state: 'served', paidBy: 'cash' },
    ])
  } finally {
    await cloud.stop()
  }
})
