import { activities } from '@/types/activities'
import { residents } from '@/types/residents'
import { link, scene } from '@/types/shared/links'
import { clockAt, inHours, lego, publish } from '@/tests/activities/publishing'
import { chooseTemplates } from '@/tests/notices/telling'
import type { TestCloud } from '@/tests/support/cloud'
import { describeJourney } from '@/tests/support/journey'
import { as, resident, saturday, seedCentre, staffOf } from '@/tests/support/people'
import type { Phone } from '@/tests/support/phone/phone'

const hour = 3_600_000
const fiveMinutes = 300_000

/** 乐高搭建课 this morning: from 10 to 12, to be cancelled until 9. */
const thisMorning = {
  sessions: [{ startsAt: inHours(2), endsAt: inHours(4) }],
  closesAt: inHours(1.5),
  cancelUntil: inHours(1),
}

const poster = (activity: string) => ({ scene: scene({ to: 'activity', activity }) })

/** What the venue screen shows at this moment. */
const codeOnScreen = async (cloud: TestCloud, activity: string): Promise<string> => {
  const { link: shown } = await as(
    cloud,
    activities,
    staffOf.centreStaff,
  )('checkInCode', {
    activity,
  })
  if (shown === null) throw new Error('the venue screen shows no code')
  return shown
}

const roster = async (cloud: TestCloud, activity: string) =>
  (await as(cloud, activities, staffOf.centreStaff)('roster', { activity })).lines.map(
    ({ name, by, state, attendance }) => ({ name, by, state, attendance }),
  )

/** Counts what a thumb does on a phone. */
const counted = (phone: Phone) => {
  let taps = 0
  return {
    taps: () => taps,
    tap: (name: string) => {
      taps += 1
      return phone.tap(name)
    },
    choose: (name: string) => {
      taps += 1
      return phone.choose(name)
    },
  }
}

describeJourney(
  '小周 scans a poster, is asked for a name and nothing else, and is checked in at the door',
  async ({ build, cloud, phone }) => {
    await seedCentre(cloud)
    await chooseTemplates(cloud)
    const activity = await publish(cloud, lego(thisMorning))

    const zhou = await phone('o-zhou')
    await zhou.open(poster(activity))
    await zhou.expectText('乐高搭建课')
    await zhou.expectText('还有 20 个名额')
    await zhou.tap('报名')
    await zhou.expectText('您怎么称呼')
    expect(await zhou.page.getByRole('textbox').filter({ visible: true }).count()).toBe(1)
    await zhou.tap('报名')
    await zhou.expectText('请先写上您的名字')
    await zhou.fill('您怎么称呼', '小周')
    await zhou.tap('报名')
    await zhou.expectText('报上了')
    await zhou.screenshot('signed-up')
    expect(await zhou.axe()).toEqual([])
    // Only WeChat has messages to ask for; a browser says where to look instead.
    if (build === 'weapp') {
      await zhou.tap('用微信提醒我')
      await zhou.expectText('好的，到时微信会提醒您')
    } else await zhou.expectText(/都会写在“消息”里/)
    const consents = await cloud.admin
      .collection('message_consents')
      .where({ openid: 'o-zhou' })
      .get()
    expect(consents.data).toHaveLength(build === 'weapp' ? 2 : 0)

    await cloud.clock(clockAt(inHours(1.5)))
    await zhou.open({ q: await codeOnScreen(cloud, activity) })
    await zhou.expectText('已签到')
    await zhou.screenshot('checked-in')
    expect(await zhou.axe()).toEqual([])
    expect(await roster(cloud, activity)).toEqual([
      { name: '小周', by: null, state: 'in', attendance: ['present'] },
    ])
  },
  { now: saturday },
)

describeJourney(
  '李奶奶, who is known, signs up from a poster and is checked in within the taps allowed',
  async ({ cloud, phone }) => {
    await seedCentre(cloud)
    await resident(cloud, 'o-li', '李奶奶')
    const activity = await publish(cloud, lego(thisMorning))

    const li = await phone('o-li', { width: 320, height: 568 })
    const signingUp = counted(li)
    await li.open(poster(activity))
    await signingUp.tap('报名')
    await li.expectText('报上了')
    expect(signingUp.taps()).toBeLessThanOrEqual(2)

    await li.tap('看我的报名')
    await li.expectText(/前可以取消/)
    await cloud.clock(clockAt(inHours(1.2)))
    await li.open()
    await li.expectText(/今天 上午 10:00 乐高搭建课/)

    // From Today: the brick card says what to do now that the doors are open.
    const checkingIn = counted(li)
    await li.scan(await codeOnScreen(cloud, activity))
    await checkingIn.tap('扫码签到')
    await li.expectText('已签到')
    expect(checkingIn.taps()).toBeLessThanOrEqual(1)
  },
  { now: saturday },
)

describeJourney(
  'a daughter signs up her mother, and both names stay on record',
  async ({ cloud, phone }) => {
    await seedCentre(cloud)
    await resident(cloud, 'o-liu', '刘女士', { birthDate: '1976-09-03' })
    await as(
      cloud,
      residents,
      'o-liu',
    )('addDependant', {
      name: '张奶奶',
      relation: 'parent',
      birthDate: '1942-03-08',
      consent: 'spoken',
    })
    const activity = await publish(
      cloud,
      lego({
        title: '老年英语课堂',
        eligibility: { ...lego().eligibility, minAge: 60 },
        questions: [{ label: '学过英语吗', options: ['学过', '没学过'], required: true }],
      }),
    )

    const liu = await phone('o-liu')
    await liu.open(poster(activity))
    // The daughter is too young herself: only her mother is left to sign up.
    await liu.expectText('您这次报不了')
    await liu.expectText(/满 60 岁才能参加/)
    await liu.tap('替张奶奶报名')
    await liu.expectText('给谁报名')
    await liu.tap('下一步')
    await liu.tap('替张奶奶报名')
    await liu.expectText('“学过英语吗”还没有填')
    await liu.choose('没学过')
    await liu.tap('替张奶奶报名')
    await liu.expectText('张奶奶报上了')

    await liu.tap('看我的报名')
    await liu.expectText('给张奶奶报的')
    await liu.screenshot('signed-up-for-mother')
    expect(await roster(cloud, activity)).toEqual([
      { name: '张奶奶', by: '刘女士', state: 'in', attendance: [null] },
    ])
  },
  { now: saturday },
)

const outcome = async (phone: Phone): Promise<'in' | 'first in line'> => {
  await phone.expectText(/^(报上了|您排在第 1 位)$/)
  return (await phone.texts()).includes('报上了') ? 'in' : 'first in line'
}

describeJourney(
  'two phones rush for one seat when it opens; one is in, the other moves up',
  async ({ cloud, phone }) => {
    await seedCentre(cloud)
    await resident(cloud, 'o-zhou', '小周')
    await resident(cloud, 'o-chen', '老陈')
    const activity = await publish(
      cloud,
      lego({ seats: 1, waitlist: 5, opensAt: inHours(1), closesAt: inHours(24) }),
    )

    const phones = [await phone('o-zhou'), await phone('o-chen')] as const
    for (const one of phones) {
      await one.page.clock.install({ time: Date.parse(saturday) })
      await one.open(poster(activity))
      await one.expectText('离开始报名还有')
      await one.expectText('今天 上午 9:00 开始报名')
    }
    await cloud.clock(clockAt(inHours(1)))
    for (const one of phones) {
      await one.page.clock.fastForward(hour - fiveMinutes)
      await one.expectText('今天 上午 9:00 开始报名')
      // The countdown alone brings the button to life: nothing is tapped and nothing is read again.
      await one.page.clock.fastForward(fiveMinutes)
      await one.expectText('已经开始报名了')
    }
    await Promise.all(phones.map((one) => one.tap('报名')))
    const outcomes = await Promise.all(phones.map(outcome))
    expect([...outcomes].sort()).toEqual(['first in line', 'in'])

    const [winner, waiter] = outcomes[0] === 'in' ? phones : [phones[1], phones[0]]
    await waiter.tap('看我的报名')
    await waiter.expectText('排在第 1 位')
    await winner.tap('看我的报名')
    await winner.tap('取消报名')
    await winner.expectText('取消这次报名吗？')
    expect(await winner.axe()).toEqual([])
    await winner.tap('是的，取消报名')
    await winner.expectText('已经取消了')
    await winner.expectText('现在没有报名')

    await waiter.open()
    await waiter.expectText('候补到了，已有您的位置')
    await waiter.expectText(/报上了/)
    expect((await roster(cloud, activity)).map(({ state }) => state)).toEqual(['in'])
  },
  { now: saturday },
)

describeJourney(
  'without a network Today and 我的报名 still show, and a tap made then arrives once afterwards',
  async ({ cloud, phone }) => {
    await seedCentre(cloud)
    await resident(cloud, 'o-li', '李奶奶')
    const signedUp = await publish(cloud, lego())
    await as(cloud, activities, 'o-li')('signUp', { activity: signedUp })
    const activity = await publish(cloud, lego({ title: '冬季防诈骗讲座' }))

    const li = await phone('o-li')
    await li.open()
    await li.expectText(/乐高搭建课/)
    await li.tap('我的报名')
    await li.expectText(/前可以取消/)
    await li.offline(true)
    await li.expectText(/网络不好，这是今天 上午 8:\d\d的内容/)
    await li.expectText('乐高搭建课')
    await li.back()
    await li.expectText(/网络不好，这是今天 上午 8:\d\d的内容/)
    await li.expectText(/您的下一件事/)

    await li.offline(false)
    await li.expectNoText(/网络不好/)
    await li.open(poster(activity))
    await li.expectText('冬季防诈骗讲座')
    await li.offline(true)
    await li.tap('报名')
    await li.expectText('网络不好，已经替您记下，连上后自动提交')
    await li.screenshot('signed-up-offline')
    await li.offline(false)
    await li.expectText('报上了')
    expect(await roster(cloud, activity)).toEqual([
      { name: '李奶奶', by: null, state: 'in', attendance: [null] },
    ])
  },
  { now: saturday },
)

describeJourney(
  'a tap made without a network is kept when the phone is switched off',
  async ({ cloud, phone }) => {
    await seedCentre(cloud)
    await resident(cloud, 'o-li', '李奶奶')
    const activity = await publish(cloud, lego())

    const li = await phone('o-li')
    await li.open(poster(activity))
    await li.expectText('还有 20 个名额')
    await li.offline(true)
    await li.tap('报名')
    await li.expectText('网络不好，已经替您记下，连上后自动提交')
    await li.page.waitForFunction(() =>
      Object.entries(localStorage).some(
        ([key, kept]) => key.endsWith('chj.cache') && String(kept).includes('signUp'),
      ),
    )
    await li.page.goto('about:blank')
    await li.offline(false)
    await li.open()
    await li.expectText(/您的下一件事/)
    expect((await roster(cloud, activity)).map(({ name, state }) => ({ name, state }))).toEqual([
      { name: '李奶奶', state: 'in' },
    ])
  },
  { now: saturday },
)

describeJourney(
  'a code scanned in a basement is kept with its time, and waits for a second person',
  async ({ cloud, phone }) => {
    await seedCentre(cloud)
    await resident(cloud, 'o-li', '李奶奶')
    await resident(cloud, 'o-chen', '老陈')
    const activity = await publish(cloud, lego(thisMorning))
    await as(cloud, activities, 'o-li')('signUp', { activity })
    await as(cloud, activities, 'o-chen')('signUp', { activity })
    await cloud.clock(clockAt(inHours(1.5)))

    const [li, chen] = [await phone('o-li'), await phone('o-chen')]
    for (const one of [li, chen]) {
      await one.open()
      await one.expectText(/您的下一件事/)
      // They first hold the phone before a code that is none, and so the pages of scanning have been opened before.
      await one.scan(link({ to: 'checkIn', code: 'dl_a1-0-1.notsigned' }))
      await one.tap('扫码签到')
      await one.expectText('您还没有签到')
      await one.tap('回到今天')
    }

    const shown = await codeOnScreen(cloud, activity)
    for (const one of [li, chen]) {
      await one.offline(true)
      await one.scan(shown)
      await one.tap('扫码签到')
      await one.expectText('没有网络，已经替您记下')
    }
    await li.screenshot('checked-in-offline')
    expect(await li.axe()).toEqual([])
    await li.offline(false)
    await li.expectText('等工作人员确认')

    // 老陈 switches his phone off before there is a network again.
    await chen.page.goto('about:blank')
    await chen.offline(false)
    const sent = chen.page.waitForResponse((response) =>
      String(response.request().postData()).includes('"checkIn"'),
    )
    await chen.open()
    await (await sent).finished()
    expect((await roster(cloud, activity)).map(({ attendance }) => attendance)).toEqual([
      ['toConfirm'],
      ['toConfirm'],
    ])
  },
  { now: saturday },
)

describeJourney(
  'a code that is not ours says so kindly',
  async ({ cloud, phone }) => {
    await seedCentre(cloud)
    const guest = await phone('o-guest')
    await guest.open({ q: 'https://example.com/menu' })
    await guest.expectText('这个码不是常回家的')
    expect(await guest.axe()).toEqual([])
    await guest.scan(link({ to: 'centre', centre: 'dl' }))
    await guest.tap('再扫一次')
    await guest.expectText(/党群服务中心/)
    await guest.expectText('扫一扫')
  },
  { now: saturday },
)
