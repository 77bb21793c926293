import { centre } from '@/types/centre'
import { notices } from '@/types/notices'
import type { TestCloud } from '@/tests/support/cloud'
import { as, codeOf, resident, staffOf, startCentre } from '@/tests/support/people'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startCentre()
  await resident(cloud, 'o-li', '李奶奶')
})
afterAll(() => cloud.stop())

const template = {
  id: 'signed-up-template-1',
  events: ['signedUp', 'promoted'] as ('signedUp' | 'promoted')[],
  fields: { thing1: 'title', time2: 'startsAt' } as Record<string, 'title' | 'startsAt'>,
}
const byAdmin = () => as(cloud, centre, staffOf.admin)

test('an admin names a template, and the phone may ask for it from then on', async () => {
  expect(await byAdmin()('settings', {})).toEqual({ templates: [] })
  await byAdmin()('saveSettings', { templates: [template] })
  expect(await byAdmin()('settings', {})).toEqual({ templates: [template] })
  const { items } = await as(cloud, notices, 'o-li')('templates', {})
  expect(items).toContainEqual({ event: 'promoted', template: template.id })
})

test('what was in force on an earlier day stays on record', async () => {
  await cloud.clock('2026-11-22T08:00:00+08:00')
  await byAdmin()('saveSettings', { templates: [] })
  expect(await byAdmin()('settings', {})).toEqual({ templates: [] })
  const { data } = (await cloud.admin.collection('settings').where({ centre: 'dl' }).get()) as {
    data: { from: string; templates: unknown[] }[]
  }
  const kept = data.sort((a, b) => a.from.localeCompare(b.from))
  expect(kept.map(({ from, templates }) => [from, templates.length])).toEqual([
    ['2026-11-21', 1],
    ['2026-11-22', 0],
  ])
})

test('two templates for one event are refused', async () => {
  const twice = [template, { ...template, id: 'signed-up-template-2' }]
  expect(await codeOf(byAdmin()('saveSettings', { templates: twice }))).toBe('TemplateTwice')
})
