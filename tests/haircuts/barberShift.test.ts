import { haircuts } from '@/types/haircuts'
import { volunteers } from '@/types/volunteers'
import type { ShiftDoc } from '@/cloudfunctions/volunteers/store'
import type { TestCloud } from '../support/cloud'
import { as, codeOf, places, staffOf, startCentre } from '../support/people'
import {
  barberId,
  barbers,
  confirm,
  december,
  decemberShift,
  openDecember,
  residentsOf,
  saveRule,
  sessionDoc,
  the16th,
  told,
} from './square'

let cloud: TestCloud
beforeEach(async () => {
  cloud = await startCentre()
})
afterEach(() => cloud.stop())

const staff = () => as(cloud, volunteers, staffOf.jingStaff)
const shiftDoc = async (): Promise<ShiftDoc> => {
  const { data } = (await cloud.admin.collection('shifts').doc(decemberShift).get()) as {
    data: ShiftDoc[]
  }
  return data[0]!
}
const sweep = async (time: string) => {
  await cloud.clock(`2026-12-09T${time}:00+08:00`)
  await cloud.timer('jobs')
}
const snow = { kind: 'calledOff' as const, day: '2026-12-16', because: '下雪' }

test('a date that takes place after all asks its barbers anew; until they say yes none of them counts', async () => {
  await openDecember(cloud)
  const two = (await barbers(cloud, 2)) as [string, string]
  await confirm(cloud, two)
  await saveRule(cloud, the16th({ exceptions: [snow] }))
  await sweep('08:05')
  expect(await told(cloud, 'shiftCalledOff')).toHaveLength(2)
  await saveRule(cloud, the16th())
  await sweep('08:10')
  const again = await told(cloud, 'shiftOnAgain')
  expect(again.map(({ to }) => to).sort()).toEqual(two.map(barberId).sort())
  expect(await shiftDoc()).toMatchObject({ state: 'open', people: [], claims: {}, left: 10 })
  // What staff planned with holds, as before the first barber confirmed.
  expect(await sessionDoc(cloud)).toMatchObject({ state: 'open', barbers: null })
  expect(await told(cloud, 'shiftLeft')).toHaveLength(0)

  await confirm(cloud, [two[1]])
  expect(await sessionDoc(cloud)).toMatchObject({ barbers: [barberId(two[1])] })
  await sweep('08:15')
  expect(await told(cloud, 'shiftOnAgain')).toHaveLength(2)
})

test('nobody who kept a number is asked to give it up because the barbers were told to stay at home', async () => {
  await openDecember(cloud)
  await confirm(cloud, await barbers(cloud, 2))
  const ids = await residentsOf(cloud, ['o-li'])
  await as(cloud, haircuts, 'o-li')('book', { session: december })
  await saveRule(cloud, the16th({ exceptions: [snow] }))
  await sweep('08:05')
  await saveRule(cloud, the16th())
  await sweep('08:10')
  expect((await sessionDoc(cloud)).claims[ids.get('o-li')!]).toMatchObject({ state: 'booked' })
  expect(await told(cloud, 'haircutAsk')).toHaveLength(0)
})

test('the shift of a session follows it: staff change only how many barbers it needs', async () => {
  await openDecember(cloud)
  const [barber] = (await barbers(cloud, 1)) as [string]
  const { kind, title, placeName, startsAt, endsAt, needed } = await shiftDoc()
  const same = { shift: decemberShift, kind, title, placeName, startsAt, endsAt, needed }
  for (const change of [
    { kind: 'haircutHelper' as const },
    { startsAt: startsAt + 3_600_000 },
    { endsAt: endsAt + 3_600_000 },
    { placeName: '别处' },
  ])
    expect(await codeOf(staff()('saveShift', { ...same, ...change }))).toBe('FollowsItsService')
  expect(await codeOf(staff()('callOffShift', { shift: decemberShift, because: '无' }))).toBe(
    'FollowsItsService',
  )
  expect(await staff()('saveShift', { ...same, needed: 12 })).toMatchObject({ needed: 12 })
  await confirm(cloud, [barber])
  expect(await sessionDoc(cloud)).toMatchObject({ barbers: [barberId(barber)] })
})

test('a shift that somebody made is none of a session’s, whatever it says', async () => {
  await openDecember(cloud)
  const two = (await barbers(cloud, 2)) as [string, string]
  await confirm(cloud, [two[0]])
  const { startsAt, endsAt } = await shiftDoc()
  const made = {
    kind: 'barber' as const,
    title: '理发',
    placeName: '食堂',
    node: places.jing,
    startsAt,
    endsAt,
    needed: 1,
  }
  const { id, thing } = await staff()('saveShift', { ...made, ...{ thing: december } })
  expect(thing).toBeNull()
  // Even where the record says so.
  await cloud.admin.collection('shifts').doc(id).update({ thing: december, seq: 100 })
  await confirm(cloud, [two[1]], id)
  await as(cloud, volunteers, two[1])('withdrawFromShift', { shift: id })
  expect(await sessionDoc(cloud)).toMatchObject({ barbers: [barberId(two[0])] })
})
