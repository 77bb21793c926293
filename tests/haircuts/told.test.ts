import { haircuts } from '@/types/haircuts'
import { notices } from '@/types/notices'
import { residents } from '@/types/residents'
import { volunteers } from '@/types/volunteers'
import { messages } from '../notices/telling'
import type { TestCloud } from '../support/cloud'
import { as, dl, jingHome, places, staffId, staffOf, startCentre } from '../support/people'
import {
  barberId,
  barbers,
  confirm,
  december,
  decemberShift,
  openDecember,
  residentsOf,
  the16th,
  told,
} from './square'

let cloud: TestCloud
const reminder = 'template-haircut-tomorrow'
const change = 'template-haircut-change'
const shiftChange = 'template-shift'

beforeEach(async () => {
  cloud = await startCentre()
  const fields = { thing1: 'title', thing2: 'note' }
  await cloud.admin.collection('settings').add([
    {
      _id: `${dl}_s-2026-01-01`,
      centre: dl,
      v: 1,
      from: '2026-01-01',
      templates: [
        { id: reminder, events: ['haircutTomorrow'], fields },
        { id: change, events: ['haircutAsk', 'haircutCalledOff', 'haircutMoved'], fields },
        { id: shiftChange, events: ['shiftCalledOff', 'shiftMoved', 'shiftOnAgain'], fields },
      ],
    },
  ])
})
afterEach(() => cloud.stop())

const book = (openid: string, forResident?: string) =>
  as(
    cloud,
    haircuts,
    openid,
  )('book', {
    session: december,
    ...(forResident !== undefined && { forResident }),
  })

/** After taking a number they say yes to all that WeChat's dialog asks. */
const agrees = async (openid: string) => {
  const { items } = await as(cloud, notices, openid)('templates', { occasion: 'haircut' })
  const answers = items.map(({ template }) => ({ template, accepted: true }))
  for (const { template } of answers) await cloud.consent(openid, template)
  await as(cloud, notices, openid)('recordConsent', { answers })
  return answers.map(({ template }) => template)
}
const calls = async () => (await as(cloud, notices, staffOf.centreStaff)('callList', {})).items
const sentTo = async (template: string) =>
  (await messages(cloud))
    .map(({ input, error }) => ({ ...(input as { touser: string; template_id: string }), error }))
    .filter((one) => one.template_id === template && !one.error)
    .map(({ touser }) => touser)
    .sort()
const timerAt = async (clock: string) => {
  await cloud.clock(`${clock}+08:00`)
  await cloud.timer('jobs')
}

test('on the 15th: who agreed has a message; who did not is called, also with a phone, until they read it', async () => {
  await openDecember(cloud)
  const ids = await residentsOf(cloud, ['o-li', 'o-wang'])
  await book('o-li')
  expect(await agrees('o-li')).toEqual([reminder, change])
  await book('o-wang')
  await timerAt('2026-12-15T17:00:00')
  await timerAt('2026-12-15T17:05:00')
  expect(await sentTo(reminder)).toEqual(['o-li'])
  expect(await calls()).toMatchObject([
    {
      event: 'haircutTomorrow',
      person: { id: ids.get('o-wang') },
      about: null,
      due: Date.parse('2026-12-16T08:30:00+08:00'),
    },
  ])
  const { items } = await as(cloud, notices, 'o-wang')('mine', {})
  await as(
    cloud,
    notices,
    'o-wang',
  )('markRead', {
    notices: items.map(({ id }) => id),
  })
  expect(await calls()).toEqual([])
})

test('where WeChat knows of no yes, or the sending was cut off, somebody calls', async () => {
  await openDecember(cloud)
  const ids = await residentsOf(cloud, ['o-li', 'o-wang'])
  for (const openid of ['o-li', 'o-wang']) {
    await book(openid)
    await agrees(openid)
  }
  await cloud.refuse('o-li', reminder)
  await cloud.clock('2026-12-15T17:00:00+08:00')
  await cloud.timer('jobs')
  await timerAt('2026-12-15T17:05:00')
  expect(await sentTo(reminder)).toEqual(['o-wang'])
  expect((await calls()).map(({ person }) => person.id)).toEqual([ids.get('o-li')])
  await cloud.admin
    .collection('outbox')
    .where({ event: 'haircutTomorrow', to: ids.get('o-wang') })
    .update({ state: 'sending' })
  await timerAt('2026-12-15T17:50:00')
  await timerAt('2026-12-15T17:55:00')
  expect((await calls()).map(({ person }) => person.id).sort()).toEqual([...ids.values()].sort())
  expect(await sentTo(reminder)).toEqual(['o-wang'])
})

test('for a mother without a phone the daughter has the message, or the call', async () => {
  await openDecember(cloud)
  const ids = await residentsOf(cloud, ['o-fang', 'o-min'])
  const dependant = async (openid: string, name: string) => {
    const mother = await as(
      cloud,
      residents,
      openid,
    )('addDependant', { name, relation: 'parent', consent: 'spoken', home: jingHome('301') })
    await book(openid, mother.id)
    return mother.id
  }
  await dependant('o-fang', '李奶奶')
  await agrees('o-fang')
  const other = await dependant('o-min', '张奶奶')
  await timerAt('2026-12-15T17:00:00')
  await timerAt('2026-12-15T17:05:00')
  expect(await sentTo(reminder)).toEqual(['o-fang'])
  expect(await calls()).toMatchObject([
    {
      person: { id: ids.get('o-min'), name: '居民min' },
      about: { id: other, name: '张奶奶' },
    },
  ])
})

/** Two barbers of two cuts, nothing for walk-ins; four numbers are taken. */
const twoBarbers = async () => {
  const short = { endsAt: '10:30', minutesPerCut: 60, walkInPercent: 0, planned: 4 }
  await openDecember(cloud, the16th(short))
  const two = await barbers(cloud, 2)
  await confirm(cloud, two)
  const four = ['o-1', 'o-2', 'o-3', 'o-4']
  const ids = await residentsOf(cloud, four)
  for (const openid of four) {
    await book(openid)
    await agrees(openid)
  }
  return { two, ids }
}
const withdraws = (openid: string) =>
  as(cloud, volunteers, openid)('withdrawFromShift', { shift: decemberShift })

test('a barber who withdraws at night, days ahead, wakes nobody', async () => {
  const { two } = await twoBarbers()
  await cloud.clock('2026-12-10T23:00:00+08:00')
  await withdraws(two[1]!)
  expect(await told(cloud, 'haircutAsk')).toMatchObject([{ urgent: false }, { urgent: false }])
  await timerAt('2026-12-10T23:05:00')
  await timerAt('2026-12-11T07:20:00')
  expect(await sentTo(change)).toEqual([])
  await timerAt('2026-12-11T07:30:00')
  expect(await sentTo(change)).toEqual(['o-3', 'o-4'])
})

test('on the day the last numbers have their message within the act; who did not agree is called by then', async () => {
  const { two, ids } = await twoBarbers()
  await cloud.refuse('o-4', change)
  await cloud.clock('2026-12-16T06:40:00+08:00')
  await withdraws(two[1]!)
  expect(await sentTo(change)).toEqual(['o-3'])
  expect(await calls()).toMatchObject([{ event: 'haircutAsk', person: { id: ids.get('o-4') } }])
  await timerAt('2026-12-16T06:45:00')
  expect(await sentTo(change)).toEqual(['o-3'])
})

test('what cannot be sent within the act is sent by the job', async () => {
  const { two } = await twoBarbers()
  await cloud.clock('2026-12-16T06:40:00+08:00')
  await cloud.fault({
    action: 'database.getDocument',
    collection: 'message_consents',
    procedure: 'volunteers.withdrawFromShift',
    kind: 'error',
    times: 20,
  })
  await withdraws(two[1]!)
  await cloud.clearFaults()
  expect(await sentTo(change)).toEqual([])
  await timerAt('2026-12-16T06:45:00')
  expect(await sentTo(change)).toEqual(['o-3', 'o-4'])
})

test('who is not reached rises two hours before their own time, not before the end', async () => {
  const { two, ids } = await twoBarbers()
  await as(
    cloud,
    residents,
    staffOf.admin,
  )('setOwner', { node: `${dl}_centre`, owner: staffId(staffOf.centreStaff), deputy: null })
  await cloud.refuse('o-4', change)
  await cloud.clock('2026-12-16T06:10:00+08:00')
  await withdraws(two[1]!)
  const [row] = await told(cloud, 'haircutAsk').then((rows) =>
    rows.filter(({ to }) => to === ids.get('o-4')),
  )
  expect(row).toMatchObject({ due: Date.parse('2026-12-16T08:30:00+08:00') })
  await timerAt('2026-12-16T06:15:00')
  expect(await told(cloud, 'callUnreached')).toHaveLength(0)
  await timerAt('2026-12-16T06:30:00')
  expect(await told(cloud, 'callUnreached')).toHaveLength(1)
})

test('a volunteer with a phone who did not agree is called when the shift is called off', async () => {
  const [one, two] = (await barbers(cloud, 2)) as [string, string]
  const startsAt = Date.parse('2026-11-23T09:00:00+08:00')
  const { id: shift } = await as(
    cloud,
    volunteers,
    staffOf.jingStaff,
  )('saveShift', {
    kind: 'canteenHelper',
    title: '帮厨',
    placeName: '共享餐厅',
    node: places.jing,
    startsAt,
    endsAt: startsAt + 3 * 3_600_000,
    needed: 2,
  })
  await confirm(cloud, [one, two], shift)
  await cloud.consent(one, shiftChange)
  await as(
    cloud,
    notices,
    one,
  )('recordConsent', { answers: [{ template: shiftChange, accepted: true }] })
  await as(cloud, volunteers, staffOf.jingStaff)('callOffShift', { shift, because: '大雪' })
  await timerAt('2026-11-21T08:05:00')
  expect(await sentTo(shiftChange)).toEqual([one])
  expect(await calls()).toMatchObject([
    { event: 'shiftCalledOff', person: { id: barberId(two) }, data: { because: '大雪' } },
  ])
})
