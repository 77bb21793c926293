import { activities } from '@/types/activities'
import { centre } from '@/types/centre'
import { lego } from '../activities/publishing'
import type { TestCloud } from '../support/cloud'
import { as, codeOf, newKey, places, staffOf, startCentre } from '../support/people'

let cloud: TestCloud
let ofJing: string
let ofCentre: string

beforeAll(async () => {
  cloud = await startCentre()
  const publishAs = async (openid: string, node: string) =>
    (await as(cloud, activities, openid)('publish', { draft: lego({ node }) })).activity
  ofJing = await publishAs(staffOf.jingStaff, places.jing)
  ofCentre = await publishAs(staffOf.centreStaff, places.centre)
})
afterAll(() => cloud.stop())

const staff = (openid: string) => as(cloud, centre, openid)
const shows = 'checkIn' as const

test('the same tap twice is one screen; its token is stored nowhere', async () => {
  const key = newKey()
  const issue = () => staff(staffOf.jingStaff)('issueDisplay', { key, shows, thing: ofJing })
  const first = await issue()
  expect(await issue()).toEqual(first)
  const { data } = await cloud.admin.collection('displays').get()
  expect(data).toHaveLength(1)
  expect(JSON.stringify(data)).not.toContain(first.token)
})

test('staff see and revoke the screens of their own nodes only', async () => {
  const { display } = await staff(staffOf.centreStaff)('issueDisplay', { shows, thing: ofCentre })
  const listed = async (openid: string) =>
    (await staff(openid)('listDisplays', {})).items.map(({ id }) => id)
  expect(await listed(staffOf.centreStaff)).toHaveLength(2)
  expect(await listed(staffOf.jingStaff)).toHaveLength(1)
  expect(await listed(staffOf.chunStaff)).toEqual([])

  expect(await codeOf(staff(staffOf.jingStaff)('revokeDisplay', { display }))).toBe('NotAllowed')
  await staff(staffOf.centreStaff)('revokeDisplay', { display })
  expect(await listed(staffOf.centreStaff)).not.toContain(display)
})

test('staff of one community issue no screen for the centre’s or another’s activity', async () => {
  const issued = (openid: string, thing: string) =>
    codeOf(staff(openid)('issueDisplay', { shows, thing }))
  expect(await issued(staffOf.jingStaff, ofCentre)).toBe('NotAllowed')
  expect(await issued(staffOf.chunStaff, ofJing)).toBe('NotAllowed')
  expect(await issued(staffOf.centreStaff, 'dl_anothing')).toBe('NotFound')
})
