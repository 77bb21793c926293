import { activities } from '@/types/activities'
import { centre } from '@/types/centre'
import { residents } from '@/types/residents'
import { inHours, lego, publish } from '../activities/publishing'
import type { TestCloud } from '../support/cloud'
import { as, codeOf, jingHome, resident, staffOf, startCentre, verify } from '../support/people'

const minute = 60_000

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startCentre()
})
afterAll(() => cloud.stop())

const log = (input: { on?: string; person?: string; after?: string } = {}) =>
  as(cloud, centre, staffOf.centreStaff)('auditLog', input)

test('who did what to whom in a staff role is there, with masked names; a resident’s own acts are not', async () => {
  const li = await resident(cloud, 'o-li', '李奶奶')
  await verify(cloud, li.id, '1942-03-01')
  expect(await log({ person: li.id })).toMatchObject({
    items: [
      {
        actor: '孙**',
        subject: '李**',
        procedure: 'residents.verifyResidency',
        state: 'done',
        code: null,
      },
    ],
    next: null,
  })
})

test('whose card was scanned, and who was called, is there too', async () => {
  const li = await resident(cloud, 'o-li', '李奶奶')
  const activity = await publish(
    cloud,
    lego({
      sessions: [{ startsAt: inHours(0.75), endsAt: inHours(2) }],
      closesAt: inHours(0.5),
      cancelUntil: inHours(0.5),
    }),
  )
  await as(cloud, activities, 'o-li')('signUp', { activity })
  const { card } = await as(cloud, residents, 'o-li')('memberCode', {})
  await as(cloud, activities, staffOf.centreStaff)('checkInByCard', { activity, session: 0, card })
  const { items } = await log({ person: li.id })
  expect(items[0]).toMatchObject({ procedure: 'activities.checkInByCard', subject: '李**' })
})

test('a refusal is on record with its reason', async () => {
  const staff = as(cloud, activities, staffOf.centreStaff)
  const draft = lego({ opensAt: inHours(-5) })
  expect(await codeOf(staff('publish', { draft }))).toBe('OpensInPast')
  const { items } = await log()
  expect(items[0]).toMatchObject({
    procedure: 'activities.publish',
    state: 'refused',
    code: 'OpensInPast',
    subject: null,
  })
})

test('an act that was cut off is shown as unfinished a quarter of an hour later', async () => {
  const staff = as(cloud, activities, staffOf.centreStaff)
  await cloud.fault({ action: 'database.insertDocument', collection: 'activities', kind: 'crash' })
  await expect(staff('publish', { draft: lego() })).rejects.toThrow()
  expect((await log()).items[0]).toMatchObject({ state: 'begun' })
  await cloud.clock(new Date(inHours(0) + 16 * minute).toISOString())
  expect((await log()).items[0]).toMatchObject({ state: 'unfinished' })
})

test('days and pages: every entry once, newest first', async () => {
  await cloud.admin.collection('audit').add(
    Array.from({ length: 45 }, (_, number) => ({
      _id: `dl_a-old-${String(number).padStart(2, '0')}`,
      centre: 'dl',
      v: 1,
      actor: 'dl_pgone',
      subject: null,
      procedure: 'activities.tick',
      requestId: 'r',
      state: 'done',
      code: null,
      at: Date.parse('2026-10-01T09:00:00+08:00') + (number % 4) * minute,
      closedAt: null,
    })),
  )
  const seen: { id: string; at: number; actor: string }[] = []
  let after: string | undefined
  do {
    const page = await log({ on: '2026-10-01', ...(after && { after }) })
    seen.push(...page.items)
    after = page.next ?? undefined
  } while (after !== undefined)
  expect(new Set(seen.map(({ id }) => id)).size).toBe(45)
  expect(seen).toHaveLength(45)
  expect(seen.map(({ at }) => at)).toEqual(seen.map(({ at }) => at).sort((a, b) => b - a))
  expect(seen[0]?.actor).toBe('已注销')
  expect((await log({ on: '2026-10-02' })).items).toEqual([])
})

test('staff of a community do not read it', async () => {
  await resident(cloud, 'o-wang', '王芳', { home: jingHome() })
  expect(await codeOf(as(cloud, centre, staffOf.jingStaff)('auditLog', {}))).toBe('NotAllowed')
  expect(await codeOf(as(cloud, centre, 'o-wang')('auditLog', {}))).toBe('NotAllowed')
})
