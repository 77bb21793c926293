import { forgetStep } from '@/domain/activities/forget'
import { newSeating } from '@/domain/activities/draft'
import type { Claim, Seating } from '@/domain/activities/places'
import { takeStep } from '../support/steps'
import { lego } from './publishing'

const claim = (person: string, more: Partial<Claim>): Claim => ({
  key: `key-of-${person}`,
  turn: 1,
  state: 'in',
  pool: 'open',
  household: null,
  name: '李奶奶',
  by: person,
  byName: null,
  at: 1,
  form: { answers: ['130'], guardian: null },
  owed: null,
  ...more,
})

test('whoever is erased leaves no name in any class, and everybody keeps their place', () => {
  const li = claim('dl_pli', { state: 'waiting' })
  const places: Seating = {
    ...newSeating(lego(), null),
    claims: {
      dl_pli: li,
      // The same person had signed up a neighbour.
      dl_pwang: claim('dl_pwang', { name: '王小明', by: 'dl_pli', byName: '李奶奶' }),
    },
    waiting: [{ person: 'dl_pli', name: '李奶奶', by: 'dl_pli', key: li.key }],
    gone: {
      dl_pold: { turn: 1, keys: [], by: 'x', at: 1, byStaff: false, owed: claim('dl_pold', {}) },
    },
  }
  expect(takeStep(places, forgetStep(places, ['dl_pli', 'dl_pold']))).toBe(true)
  expect(JSON.stringify(places)).not.toContain('李奶奶')
  expect(places.claims.dl_pli).toMatchObject({ state: 'waiting', form: null })
  expect(places.claims.dl_pwang).toMatchObject({ name: '王小明', form: { answers: ['130'] } })
  expect(places.waiting).toMatchObject([{ person: 'dl_pli', key: li.key }])
})
