import type { TeamDoc } from '@/cloudfunctions/volunteers/store'
import { volunteers } from '@/types/volunteers'
import type { TestCloud } from '../support/cloud'
import {
  as,
  codeOf,
  newKey,
  places,
  Refused,
  resident,
  seedMembers,
  staffOf,
  startCentre,
} from '../support/people'
import { crowd, rush } from './crowd'
import { childOf, register } from './registering'

let cloud: TestCloud
beforeEach(async () => {
  cloud = await startCentre()
})
afterEach(() => cloud.stop())

const staff = () => as(cloud, volunteers, staffOf.jingStaff)
const draft = (changes: object = {}) => ({
  name: '夕阳红巡逻队',
  about: '每天傍晚在小区走一圈',
  node: places.jing,
  most: 5,
  open: true,
  leader: null,
  ...changes,
})
const team = async (changes: object = {}): Promise<string> =>
  (await staff()('saveTeam', { draft: draft(changes) })).id
const volunteer = async (openid: string, name: string): Promise<string> => {
  const { id } = await resident(cloud, openid, name)
  await register(cloud, openid)
  return id
}
const tap = (openid: string, id: string, join: boolean, key = newKey()) =>
  as(cloud, volunteers, openid)('joinTeam', { team: id, join, key })
const stored = async (id: string): Promise<TeamDoc> =>
  ((await cloud.admin.collection('volunteer_teams').doc(id).get()) as { data: TeamDoc[] }).data[0]!

test('a volunteer joins and leaves; a late duplicate of the first tap does not bring them back', async () => {
  const id = await team()
  await resident(cloud, 'o-li', '李师傅')
  expect(await codeOf(tap('o-li', id, true))).toBe('NotAVolunteer')
  await register(cloud, 'o-li')
  const key = newKey()
  expect(await tap('o-li', id, true, key)).toMatchObject({ members: 1, mine: true, most: 5 })
  expect(await tap('o-li', id, true, key)).toMatchObject({ members: 1 })
  expect((await as(cloud, volunteers, 'o-li')('myStanding', {})).standing?.teams).toEqual([
    { id, name: '夕阳红巡逻队' },
  ])
  expect(await tap('o-li', id, false)).toMatchObject({ members: 0, mine: false })
  expect(await tap('o-li', id, true, key)).toMatchObject({ members: 0 })
  expect(await tap('o-li', id, true)).toMatchObject({ members: 1 })
  expect((await as(cloud, volunteers, 'o-li')('teams', {})).items).toMatchObject([
    { id, mine: true, mayEdit: false },
  ])
})

test('a guardian puts a child who is a volunteer into a team', async () => {
  const id = await team()
  await resident(cloud, 'o-li', '李师傅')
  const child = await childOf(cloud, 'o-li', '李小明', '2014-03-01')
  const join = () =>
    as(cloud, volunteers, 'o-li')('joinTeam', { team: id, join: true, forResident: child })
  expect(await codeOf(join())).toBe('NotAVolunteer')
  await register(cloud, 'o-li', {}, { forResident: child })
  expect(await join()).toMatchObject({ mine: true })
  expect((await as(cloud, volunteers, 'o-li')('teams', {})).items).toMatchObject([{ mine: false }])
})

test('staff name a leader among the members, and learn when places become too few', async () => {
  const id = await team({ most: 2 })
  const li = await volunteer('o-li', '李师傅')
  const edit = (changes: object, key = newKey()) =>
    staff()('saveTeam', { key, team: id, draft: draft(changes) })
  expect(await codeOf(edit({ most: 2, leader: li }))).toBe('NotInTeam')
  await tap('o-li', id, true)
  await volunteer('o-wang', '王阿姨')
  await tap('o-wang', id, true)
  const key = newKey()
  expect(await edit({ most: 3, leader: li }, key)).toMatchObject({
    leader: { id: li, name: '李师傅' },
    members: 2,
    mayEdit: true,
  })
  await volunteer('o-shan', '单阿姨')
  await tap('o-shan', id, true)
  const refused = await edit({ most: 2, leader: li }).catch((error: unknown) => error)
  expect(refused).toMatchObject({ code: 'MoreAreInIt', data: { members: 3 } })
  expect(refused).toBeInstanceOf(Refused)
  expect((await staff()('teamMembers', { team: id })).people.map(({ name }) => name)).toHaveLength(
    3,
  )
  // Whoever leads and leaves leads no more; the same edit sent again does not put them back.
  await tap('o-li', id, false)
  expect(await edit({ most: 3, leader: li }, key)).toMatchObject({ leader: null, members: 2 })
})

test('what a colleague changed meanwhile is not overwritten: teams and levels', async () => {
  const { id, rev } = await staff()('saveTeam', { draft: draft() })
  const save = (most: number, read: number) =>
    codeOf(staff()('saveTeam', { team: id, rev: read, draft: draft({ most }) }))
  expect(await save(8, rev)).toBe('ok')
  expect(await save(9, rev)).toBe('ChangedMeanwhile')
  expect((await staff()('teams', {})).items).toMatchObject([{ most: 8, rev: rev + 1 }])
  expect(await save(9, rev + 1)).toBe('ok')

  const table = as(cloud, volunteers, staffOf.centreStaff)
  const before = await table('levels', {})
  const named = (name: string) => [{ ...before.steps[0]!, name }, ...before.steps.slice(1)]
  const change = (name: string, read: number) =>
    codeOf(table('saveLevels', { steps: named(name), rev: read }))
  expect(await change('新芽', before.rev)).toBe('ok')
  expect(await change('幼苗', before.rev)).toBe('ChangedMeanwhile')
  expect(await table('levels', {})).toEqual({ steps: named('新芽'), rev: before.rev + 1 })
  expect(await change('幼苗', before.rev + 1)).toBe('ok')
})

test('who leads is named to those in the team and its staff; to others masked', async () => {
  const id = await team()
  const li = await volunteer('o-li', '李师傅')
  await tap('o-li', id, true)
  await volunteer('o-wang', '王阿姨')
  await tap('o-wang', id, true)
  await volunteer('o-other', '别人')
  await staff()('saveTeam', { team: id, draft: draft({ leader: li }) })
  const leaderTo = async (openid: string) =>
    (await as(cloud, volunteers, openid)('teams', {})).items[0]?.leader
  expect(await leaderTo('o-wang')).toEqual({ id: li, name: '李师傅' })
  expect(await leaderTo(staffOf.jingStaff)).toEqual({ id: li, name: '李师傅' })
  expect(await leaderTo('o-other')).toEqual({ id: null, name: '李**' })
  expect(await leaderTo(staffOf.chunStaff)).toEqual({ id: null, name: '李**' })
})

test('nobody under 18 leads a team', async () => {
  const id = await team()
  await resident(cloud, 'o-li', '李师傅')
  const child = await childOf(cloud, 'o-li', '李小明', '2014-03-01')
  await register(cloud, 'o-li', {}, { forResident: child })
  await as(cloud, volunteers, 'o-li')('joinTeam', { team: id, join: true, forResident: child })
  const lead = () => staff()('saveTeam', { team: id, draft: draft({ leader: child }) })
  expect(await codeOf(lead())).toBe('AdultsOnly')
  expect(await stored(id)).toMatchObject({ leader: null })
})

test('a team that takes nobody in says so, and one of another community is not theirs to change', async () => {
  const id = await team({ open: false })
  await volunteer('o-li', '李师傅')
  expect(await codeOf(tap('o-li', id, true))).toBe('TeamClosed')
  const other = as(cloud, volunteers, staffOf.chunStaff)
  expect(await codeOf(other('saveTeam', { team: id, draft: draft() }))).toBe('NotAllowed')
  expect(await codeOf(other('saveTeam', { draft: draft() }))).toBe('NotAllowed')
  expect(await codeOf(other('teamMembers', { team: id }))).toBe('NotAllowed')
})

test('of twelve who tap at once for the last three places, three are in', async () => {
  const id = await team({ most: 3 })
  await seedMembers(
    cloud,
    crowd.map((openid) => ({ openid, name: openid })),
  )
  await Promise.all(crowd.map((openid) => register(cloud, openid)))
  const answers = await rush(async (openid) => {
    const code = await codeOf(tap(openid, id, true))
    return code === 'TryAgain' ? null : code
  })
  expect(answers.filter((answer) => answer === 'ok')).toHaveLength(3)
  expect(answers.filter((answer) => answer === 'TeamFull')).toHaveLength(9)
  const { left, people, claims } = await stored(id)
  expect({ left, people: people.length, claims: Object.keys(claims).length }).toEqual({
    left: 0,
    people: 3,
    claims: 3,
  })
})

test('who gives up serving leaves every team', async () => {
  const id = await team()
  await volunteer('o-li', '李师傅')
  await tap('o-li', id, true)
  await as(cloud, volunteers, 'o-li')('resign', {})
  expect(await stored(id)).toMatchObject({ people: [], left: 5, claims: {} })
})
