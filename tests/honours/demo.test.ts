import { honours } from '@/types/honours'
import { demoCloud } from '../support/demoCloud'
import { as } from '../support/people'

test('the demo shows somebody on the wall, thanks that were passed on and some that wait, and a paper', async () => {
  const cloud = await demoCloud('2026-11-23T08:00:00+08:00')
  try {
    const phone = (openid: string) => as(cloud, honours, openid, 'chj')
    expect((await phone('o-passer-by')('honours', {})).items).toMatchObject([
      { name: '志愿者老陈（演示）', minutes: 150, thanks: [{ words: '菜洗得干净，大家吃得放心' }] },
    ])
    expect((await phone('demo-staff')('thanksToRead', {})).items).toMatchObject([
      { from: '居民小周（演示）', checked: true },
    ])
    expect((await phone('demo-staff')('honoursForStaff', {})).items).toHaveLength(2)
    const { items } = await phone('demo-volunteer')('myCertificates', {})
    expect(items).toMatchObject([{ minutes: 150 }])
    expect(await phone('o-school')('checkCertificate', { code: items[0]!.code })).toMatchObject({
      minutes: 150,
      outdated: false,
    })
    await cloud.timer('jobs')
    const { places } = await phone('demo-volunteer')('ranking', {})
    expect(places).toMatchObject([{ place: 1, name: '志愿者老陈（演示）', mine: true }])
  } finally {
    await cloud.stop()
  }
})
