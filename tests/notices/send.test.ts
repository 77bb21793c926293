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

const hour = 3_600_000
const minute = 60_000

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startCentre()
  await chooseTemplates(cloud)
})
afterAll(() => cloud.stop())

/** Each test has a day of its own, which begins at 8:00, and an elder of its own. */
let days = -1
let elder = ''
const later = (ms: number) => inHours(24 * days) + ms
beforeEach(async () => {
  elder = `o-elder-${++days}`
  await cloud.clock(clockAt(later(0)))
  await cloud.clearOutbox()
})

const her = () => as(cloud, notices, elder)

/** She says yes in WeChat's dialog, and the phone reports it. */
const agrees = async (template = signedUpTemplate) => {
  await cloud.consent(elder, template)
  await her()('recordConsent', { answers: [{ template, accepted: true }] })
}

const signsUp = async () => {
  await resident(cloud, elder, '李奶奶')
  const activity = await choir(cloud, later(0))
  return { activity, signUp: () => as(cloud, activities, elder)('signUp', { activity }) }
}

const told = async () => (await her()('mine', {})).items.map(({ event, read }) => [event, read])

test('whoever agreed gets one message, and finds the notice in the program', async () => {
  const { activity, signUp } = await signsUp()
  await agrees()
  await signUp()
  await timerAt(cloud, later(5 * minute))
  await timerAt(cloud, later(10 * minute))
  expect(await messages(cloud)).toMatchObject([
    {
      functionName: 'jobs',
      input: {
        touser: elder,
        template_id: signedUpTemplate,
        page: `pages/scan/index?scene=a.${activity}`,
        data: {
          thing1: { value: '合唱团' },
          time2: { value: expect.stringMatching(/^2026年11月\d+日 14:00$/) as string },
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
  await her()('recordConsent', { answers: [{ template: signedUpTemplate, accepted: false }] })
  await signUp()
  await timerAt(cloud, later(5 * minute))
  expect(await messages(cloud)).toEqual([])
  expect(await told()).toEqual([['signedUp', false]])
})

test('one yes is one message, and the same yes reported twice is one', async () => {
  await resident(cloud, elder, '李奶奶')
  const key = newKey()
  const answers = [{ template: signedUpTemplate, accepted: true }]
  await cloud.consent(elder, signedUpTemplate, 5)
  await Promise.all([1, 2, 3].map(() => her()('recordConsent', { key, answers })))
  for (const _ of [1, 2])
    await as(cloud, activities, elder)('signUp', { activity: await choir(cloud, later(0)) })
  await timerAt(cloud, later(5 * minute))
  expect(await messages(cloud)).toHaveLength(1)
})

test('a yes to a template that is not the centre’s counts for nothing', async () => {
  await resident(cloud, elder, '李奶奶')
  const answers = [{ template: 'somebody-elses', accepted: true }]
  expect(await codeOf(her()('recordConsent', { answers }))).toBe('InvalidInput')
  expect(await her()('templates', {})).toEqual({
    items: [
      { event: 'activityTomorrow', template: reminderTemplate },
      { event: 'promoted', template: signedUpTemplate },
    ],
  })
})

test('where WeChat knows of no yes (43101), the notice stays in the program and is not tried again', async () => {
  const { signUp } = await signsUp()
  await her()('recordConsent', { answers: [{ template: signedUpTemplate, accepted: true }] })
  await signUp()
  await timerAt(cloud, later(5 * minute))
  await timerAt(cloud, later(2 * hour))
  expect(await messages(cloud)).toMatchObject([{ error: { code: 43101 } }])
  expect(await told()).toEqual([['signedUp', false]])
  const { data } = await cloud.admin.collection('message_consents').where({ openid: elder }).get()
  expect(data).toMatchObject([{ left: 0 }])
})

test('cut off after the message was claimed, it is never sent a second time', async () => {
  const { signUp } = await signsUp()
  // A second yes would allow a second message.
  await agrees()
  await agrees()
  await signUp()
  await cloud.fault({ action: 'wx.openApi', kind: 'crash', after: true })
  await expect(timerAt(cloud, later(5 * minute))).rejects.toThrow()
  expect(await messages(cloud)).toHaveLength(1)
  await timerAt(cloud, later(30 * minute))
  await timerAt(cloud, later(1 * hour))
  expect(await messages(cloud)).toHaveLength(1)
  expect(await told()).toEqual([['signedUp', false]])
})

test('a lost answer of WeChat is not asked for again', async () => {
  const { signUp } = await signsUp()
  await agrees()
  await agrees()
  await signUp()
  await cloud.fault({ action: 'wx.openApi', kind: 'lostReply' })
  await timerAt(cloud, later(5 * minute))
  await timerAt(cloud, later(1 * hour))
  expect(await cloud.faults()).toEqual([])
  expect(await messages(cloud)).toHaveLength(1)
})

test('one notice that fails is put off, and the others go out', async () => {
  const { activity, signUp } = await signsUp()
  await agrees()
  await signUp()
  const first = elder
  elder = `${first}-b`
  await resident(cloud, elder, '赵伯伯')
  await agrees()
  await as(cloud, activities, elder)('signUp', { activity })
  await cloud.fault({ action: 'database.modifyDocument', collection: 'outbox', kind: 'error' })
  await timerAt(cloud, later(5 * minute))
  expect(await messages(cloud)).toHaveLength(1)
  await timerAt(cloud, later(15 * minute))
  const sent = await messages(cloud)
  expect(sent.map(({ input }) => (input as { touser: string }).touser).sort()).toEqual([
    first,
    elder,
  ])
})

test('at night nobody’s phone makes a sound; in the morning it does', async () => {
  const { activity, signUp } = await signsUp()
  await agrees()
  await cloud.clock(clockAt(later(5 * hour)))
  await signUp()
  // The message is still waiting when the night begins, and there is time until the next day.
  const tomorrow = { due: later(48 * hour) }
  await cloud.admin.collection('outbox').where({ thing: activity }).update(tomorrow)
  await timerAt(cloud, later(13 * hour))
  await timerAt(cloud, later(23 * hour))
  expect(await messages(cloud)).toEqual([])
  await timerAt(cloud, later(23.5 * hour + 5 * minute))
  expect(await messages(cloud)).toHaveLength(1)
  days++
})

test('a daughter who signed up her mother reads it once, and so does the mother’s own list', async () => {
  await resident(cloud, elder, '王芳')
  const fang = as(cloud, residents, elder)
  const mother = await fang('addDependant', {
    name: '李奶奶',
    relation: 'parent',
    consent: 'spoken',
  })
  const activity = await choir(cloud, later(0))
  await as(cloud, activities, elder)('signUp', { activity, forResident: mother.id })
  await timerAt(cloud, later(5 * minute))
  const { items } = await as(cloud, notices, elder)('mine', {})
  expect(items).toMatchObject([
    { event: 'signedUp', about: { id: mother.id, name: '李奶奶' }, thing: activity, read: false },
  ])
  const { data } = await cloud.admin.collection('outbox').where({ about: mother.id }).get()
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
  const { items } = await her()('mine', {})
  const ids = items.map(({ id }) => id)
  await as(cloud, notices, 'o-wang')('markRead', { notices: ids })
  expect(await told()).toEqual([['signedUp', false]])
  await her()('markRead', { notices: ids })
  expect(await told()).toEqual([['signedUp', true]])
})

test('notices are forgotten after two years', async () => {
  const { signUp } = await signsUp()
  await signUp()
  await timerAt(cloud, later(24 * 729 * hour))
  expect(await told()).toHaveLength(1)
  await timerAt(cloud, later(24 * 731 * hour))
  expect(await told()).toEqual([])
})
