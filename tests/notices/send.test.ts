import { activities } from '@/types/activities'
import { notices } from '@/types/notices'
import { residents } from '@/types/residents'
import { clockAt, inHours } from '../activities/publishing'
import type { TestCloud } from '../support/cloud'
import { as, codeOf, newKey, resident, startCentre } from '../support/people'
import {
  choir,
  chooseTemplates,
  messages,
  reminderTemplate,
  signedUpTemplate,
  timerAt,
} from './telling'

const minutes = (count: number) => count / 60

let cloud: TestCloud
beforeEach(async () => {
  cloud = await startCentre()
  await chooseTemplates(cloud)
})
afterEach(() => cloud.stop())

const li = () => as(cloud, notices, 'o-li')

/** 李奶奶 says yes in WeChat's dialog, and the phone reports it. */
const agrees = async (template = signedUpTemplate) => {
  await cloud.consent('o-li', template)
  await li()('recordConsent', { answers: [{ template, accepted: true }] })
}

const signsUp = async () => {
  await resident(cloud, 'o-li', '李奶奶')
  const activity = await choir(cloud)
  return { activity, signUp: () => as(cloud, activities, 'o-li')('signUp', { activity }) }
}

const told = async () => (await li()('mine', {})).items.map(({ event, read }) => [event, read])

test('whoever agreed gets one message, and finds the notice in the program', async () => {
  const { activity, signUp } = await signsUp()
  await agrees()
  await signUp()
  await timerAt(cloud, inHours(minutes(5)))
  await timerAt(cloud, inHours(minutes(10)))
  expect(await messages(cloud)).toMatchObject([
    {
      functionName: 'jobs',
      input: {
        touser: 'o-li',
        template_id: signedUpTemplate,
        page: `pages/scan/index?scene=a.${activity}`,
        data: {
          thing1: { value: '合唱团' },
          time2: { value: '2026年11月21日 14:00' },
          thing3: { value: '二楼活动室' },
          phrase4: { value: '报名成功' },
        },
      },
      result: {},
    },
  ])
  expect(await told()).toEqual([['signedUp', false]])
})

test('whoever did not agree, or not to this, is sent nothing', async () => {
  const { signUp } = await signsUp()
  await agrees(reminderTemplate)
  await li()('recordConsent', { answers: [{ template: signedUpTemplate, accepted: false }] })
  await signUp()
  await timerAt(cloud, inHours(minutes(5)))
  expect(await messages(cloud)).toEqual([])
  expect(await told()).toEqual([['signedUp', false]])
})

test('one yes is one message, and the same yes reported twice is one', async () => {
  await resident(cloud, 'o-li', '李奶奶')
  const key = newKey()
  const answers = [{ template: signedUpTemplate, accepted: true }]
  await cloud.consent('o-li', signedUpTemplate, 5)
  await Promise.all([1, 2, 3].map(() => li()('recordConsent', { key, answers })))
  for (const _ of [1, 2])
    await as(cloud, activities, 'o-li')('signUp', { activity: await choir(cloud) })
  await timerAt(cloud, inHours(minutes(5)))
  expect(await messages(cloud)).toHaveLength(1)
})

test('a yes to a template that is not the centre’s counts for nothing', async () => {
  await resident(cloud, 'o-li', '李奶奶')
  const answers = [{ template: 'somebody-elses', accepted: true }]
  expect(await codeOf(li()('recordConsent', { answers }))).toBe('InvalidInput')
  expect(await li()('templates', {})).toEqual({
    items: [
      { event: 'activityTomorrow', template: reminderTemplate },
      { event: 'promoted', template: signedUpTemplate },
    ],
  })
})

test('where WeChat knows of no yes (43101), the notice stays in the program and is not tried again', async () => {
  const { signUp } = await signsUp()
  await li()('recordConsent', { answers: [{ template: signedUpTemplate, accepted: true }] })
  await signUp()
  await timerAt(cloud, inHours(minutes(5)))
  await timerAt(cloud, inHours(2))
  expect(await messages(cloud)).toMatchObject([{ error: { code: 43101 } }])
  expect(await told()).toEqual([['signedUp', false]])
  const { data } = await cloud.admin.collection('message_consents').get()
  expect(data).toMatchObject([{ left: 0 }])
})

test('cut off after the message was claimed, it is never sent a second time', async () => {
  const { signUp } = await signsUp()
  await agrees()
  await signUp()
  await cloud.fault({ action: 'wx.openApi', kind: 'crash', after: true })
  await expect(timerAt(cloud, inHours(minutes(5)))).rejects.toThrow()
  expect(await messages(cloud)).toHaveLength(1)
  await timerAt(cloud, inHours(minutes(30)))
  await timerAt(cloud, inHours(1))
  expect(await messages(cloud)).toHaveLength(1)
  expect(await told()).toEqual([['signedUp', false]])
})

test('a lost answer of WeChat is not asked for again', async () => {
  const { signUp } = await signsUp()
  await agrees()
  await signUp()
  await cloud.fault({ action: 'wx.openApi', kind: 'lostReply' })
  await timerAt(cloud, inHours(minutes(5)))
  await timerAt(cloud, inHours(1))
  expect(await cloud.faults()).toEqual([])
  expect(await messages(cloud)).toHaveLength(1)
})

test('at night nobody’s phone makes a sound; in the morning it does', async () => {
  await resident(cloud, 'o-li', '李奶奶')
  await agrees()
  const activity = await choir(cloud)
  await cloud.clock(clockAt(inHours(-10)))
  await cloud.admin.collection('outbox').add([
    {
      _id: 'dl_n-evening',
      centre: 'dl',
      v: 1,
      event: 'promoted',
      to: (await as(cloud, residents, 'o-li')('me', {})).person?.id,
      about: (await as(cloud, residents, 'o-li')('me', {})).person?.id,
      aboutName: '李奶奶',
      told: [],
      thing: activity,
      data: { title: '合唱团', startsAt: inHours(6) },
      at: inHours(-10),
      due: inHours(8),
      urgent: false,
      channel: null,
      state: 'pending',
      tries: 0,
      notBefore: inHours(-10),
      readAt: null,
      call: null,
    },
  ])
  await timerAt(cloud, inHours(-10))
  await timerAt(cloud, inHours(-1))
  expect(await messages(cloud)).toEqual([])
  await timerAt(cloud, inHours(-minutes(25)))
  expect(await messages(cloud)).toHaveLength(1)
})

test('a daughter who signed up her mother reads it once, and so does the mother’s own list', async () => {
  await resident(cloud, 'o-fang', '王芳')
  const fang = as(cloud, residents, 'o-fang')
  const mother = await fang('addDependant', {
    name: '李奶奶',
    relation: 'parent',
    consent: 'spoken',
  })
  const activity = await choir(cloud)
  await as(cloud, activities, 'o-fang')('signUp', { activity, forResident: mother.id })
  await timerAt(cloud, inHours(minutes(5)))
  const { items } = await as(cloud, notices, 'o-fang')('mine', {})
  expect(items).toMatchObject([
    { event: 'signedUp', about: { id: mother.id, name: '李奶奶' }, thing: activity, read: false },
  ])
  const { data } = await cloud.admin.collection('outbox').get()
  expect(
    data.map(({ state, channel }: { state: string; channel: string }) => [state, channel]),
  ).toEqual([
    ['told', 'inApp'],
    ['told', 'inApp'],
  ])
})

test('what was read stays read, and nobody marks what others were told', async () => {
  const { signUp } = await signsUp()
  await signUp()
  await resident(cloud, 'o-wang', '王芳')
  const { items } = await li()('mine', {})
  const ids = items.map(({ id }) => id)
  await as(cloud, notices, 'o-wang')('markRead', { notices: ids })
  expect(await told()).toEqual([['signedUp', false]])
  await li()('markRead', { notices: ids })
  expect(await told()).toEqual([['signedUp', true]])
})

test('notices are forgotten after two years', async () => {
  const { signUp } = await signsUp()
  await signUp()
  await timerAt(cloud, inHours(24 * 729))
  expect(await told()).toHaveLength(1)
  await timerAt(cloud, inHours(24 * 731))
  expect(await told()).toEqual([])
})
