import { describeJourney } from '@/tests/support/journey'

describeJourney('李奶奶 opens 常回家 and turns to the larger edition', async (on) => {
  const phone = await on.phone('o-li-nainai')
  await phone.open()
  await phone.expectText('党群服务中心')
  await phone.tap('换成长辈版')
  await phone.expectText('普通版')
  await phone.screenshot('opening')
  expect(await phone.axe()).toEqual([])

  await phone.tap('我的')
  await phone.tap('设置')
  await phone.expectText('字和按钮的大小')
  await phone.choose('普通版')
  await phone.open()
  await phone.expectText('长辈版')

  await phone.tap('换成长辈版')
  await phone.open()
  await phone.expectText('普通版')
})
