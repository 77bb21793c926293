import { writeEntry } from '@/cloudfunctions/honours/saveHonour'
import type { HonourDoc } from '@/cloudfunctions/honours/store'
import { honours } from '@/types/honours'
import { residents } from '@/types/residents'
import { volunteers } from '@/types/volunteers'
import { isThere, picture, send } from '../centre/uploading'
import { stepInto } from '../kit/inside'
import type { TestCloud } from '../support/cloud'
import {
  as,
  codeOf,
  jingHome,
  newKey,
  policy,
  Refused,
  resident,
  staffOf,
  startCentre,
} from '../support/people'
import {
  changeVolunteer,
  colleagues,
  correct,
  give,
  rows,
  setClock,
  volunteer,
  withoutGuard,
  write as writeOn,
} from './wall'

type Said = Parameters<typeof writeOn> extends [unknown, ...infer Rest] ? Rest : never

let cloud: TestCloud
beforeEach(async () => {
  cloud = await startCentre()
  await colleagues(cloud)
})
afterEach(() => cloud.stop())

const staff = () => as(cloud, honours, staffOf.jingStaff)
const anybody = () => as(cloud, honours, 'o-passer-by')
const wall = async () => (await anybody()('honours', {})).items
const write = (...said: Said) => writeOn(cloud, ...said)

const night = () =>
  setClock(cloud, Date.parse('2026-11-22T02:45:00+08:00')).then(() => cloud.timer('jobs'))

describe('the honour wall', () => {
  test('who agreed stands there in the words of staff, for whoever looks', async () => {
    const chen = await volunteer(cloud, 'o-chen', '老陈', { birthDate: '1960-05-01' })
    await give(cloud, chen, '2026-11-20', 150)
    expect(await wall()).toEqual([])
    await write(chen)
    expect(await wall()).toMatchObject([
      { name: '老陈', words: '每周三来帮厨，风雨无阻', photo: null, minutes: 150, thanks: [] },
    ])
  })

  test('consent taken back is gone at the next look, and what was written goes that night', async () => {
    const chen = await volunteer(cloud, 'o-chen', '老陈')
    const shan = await volunteer(cloud, 'o-shan', '单阿姨')
    await write(chen)
    await write(shan)
    expect((await wall()).map(({ name }) => name).sort()).toEqual(['单阿姨', '老陈'])
    await changeVolunteer(cloud, 'o-chen', false)
    expect((await wall()).map(({ name }) => name)).toEqual(['单阿姨'])
    await as(cloud, volunteers, 'o-shan')('resign', {})
    expect(await wall()).toEqual([])
    expect(await rows(cloud, 'honours')).toHaveLength(2)
    await night()
    expect(await rows(cloud, 'honours')).toEqual([])
  })

  test('a consent taken back where all consents are shown is gone at the next look too', async () => {
    await write(await volunteer(cloud, 'o-chen', '老陈'))
    const chen = as(cloud, residents, 'o-chen')
    const { items } = await chen('consents', {})
    const { id: consent } = items.find(({ purpose }) => purpose === 'honours')!
    await chen('withdrawConsent', { consent })
    expect(await wall()).toEqual([])
  })

  test('staff cannot put up who did not agree, nor a minor who said otherwise', async () => {
    const chen = await volunteer(cloud, 'o-chen', '老陈', { honours: false })
    const boy = await volunteer(cloud, 'o-boy', '小明')
    await as(cloud, residents, 'o-boy')('updateProfile', { birthDate: '2010-01-01' })
    const { id: li } = await resident(cloud, 'o-li', '李奶奶')
    expect(await codeOf(write(chen))).toBe('NoConsent')
    expect(await codeOf(write(li))).toBe('NoConsent')
    expect(await codeOf(write(boy))).toBe('AdultsOnly')
    expect((await staff()('honoursForStaff', {})).items).toEqual([])
  })

  test('a birth date that comes later and says minor takes them off', async () => {
    const boy = await volunteer(cloud, 'o-boy', '小明')
    await write(boy)
    expect(await wall()).toHaveLength(1)
    await as(cloud, residents, 'o-boy')('updateProfile', { birthDate: '2010-01-01' })
    expect(await wall()).toEqual([])
  })

  test('staff see who of their nodes agreed; what they change shows, and what they take off is off', async () => {
    const chen = await volunteer(cloud, 'o-chen', '老陈')
    expect((await staff()('honoursForStaff', {})).items).toMatchObject([
      { person: { id: chen, name: '老陈' }, words: null, show: false },
    ])
    expect((await as(cloud, honours, staffOf.chunStaff)('honoursForStaff', {})).items).toEqual([])
    const key = newKey()
    const saved = await write(chen, '每周三来帮厨', { key })
    expect(await write(chen, '每周三来帮厨', { key })).toEqual(saved)
    await write(chen, '每天都来')
    expect(await wall()).toMatchObject([{ words: '每天都来' }])
    await write(chen, '每天都来', { show: false })
    expect(await wall()).toEqual([])
    expect((await staff()('honoursForStaff', {})).items).toMatchObject([
      { words: '每天都来', show: false },
    ])
  })

  test('a late duplicate does not bring old words back, nor does the older form of a colleague', async () => {
    const chen = await volunteer(cloud, 'o-chen', '老陈')
    const [first, then] = [newKey(), newKey()]
    await write(chen, '每周三来帮厨', { key: first })
    await write(chen, '每天都来', { key: then, show: false })
    await write(chen, '天天都来', { show: false })
    for (const key of [first, then])
      expect(await write(chen, '每周三来帮厨', { key, rev: 0 })).toMatchObject({
        words: '天天都来',
        show: false,
      })
    expect(await codeOf(write(chen, '每周三来帮厨', { rev: 1 }))).toBe('ChangedMeanwhile')
    expect(await wall()).toEqual([])
  })

  test('a picture is the entry’s own; another in its place removes it', async () => {
    const chen = await volunteer(cloud, 'o-chen', '老陈')
    const sent = () => send(cloud, staffOf.jingStaff, picture(), { purpose: 'honourPhoto' })
    const { photoFile: first } = await write(chen, '每天都来', { photo: await sent() })
    expect((await wall())[0]?.photo).toMatch(/^http/)
    expect((await write(chen, '真的每天', { photo: first })).photoFile).toBe(first)
    const { photoFile: other } = await write(chen, '每天都来', { photo: await sent() })
    expect(other).not.toBe(first)
    expect([await isThere(cloud, first!), await isThere(cloud, other!)]).toEqual([false, true])
    await changeVolunteer(cloud, 'o-chen', false)
    await night()
    expect(await isThere(cloud, other!)).toBe(false)
  })

  test('words that WeChat refuses are not written', async () => {
    const chen = await volunteer(cloud, 'o-chen', '老陈')
    expect(await codeOf(write(chen, '一起来赌博'))).toBe('TextRefused')
    expect(await wall()).toEqual([])
  })
})

test('of two records that become one only what is written of the one that stays shows, once', async () => {
  const chen = await volunteer(cloud, 'o-chen', '老陈')
  const { id: twin } = await as(
    cloud,
    residents,
    staffOf.jingWorker,
  )('registerPerson', { name: '陈大爷', home: jingHome() })
  await as(
    cloud,
    volunteers,
    staffOf.jingStaff,
  )('register', {
    forResident: twin,
    registration: {
      ...{ skills: [], wishes: '', free: [], listed: false, contact: false, honours: true },
    },
    adult: true,
    policy,
    said: 'spoken',
  })
  await write(chen, '每天都来')
  await write(twin, '周末来')
  expect(await wall()).toHaveLength(2)
  await as(cloud, residents, staffOf.jingStaff)('mergePeople', { keep: chen, merge: twin })
  expect(await wall()).toMatchObject([{ name: '老陈', words: '每天都来' }])
})

describe('two staff write of one volunteer at the same moment', () => {
  afterEach(() => jest.restoreAllMocks())

  const both = async (): Promise<string[]> => {
    const chen = await volunteer(cloud, 'o-chen', '老陈')
    const { rev } = await write(chen)
    const first = (await rows<HonourDoc>(cloud, 'honours'))[0]!
    stepInto(cloud)
    return Promise.all(
      ['每天都来', '周末来'].map((words) =>
        writeEntry('dl', chen, first, {
          ...{ key: newKey(), rev, path: first.path },
          ...{ words, photo: null, show: true, at: first.at },
        }).then(
          () => 'ok',
          ({ code }: Refused) => code,
        ),
      ),
    )
  }

  test('one of them does, the other is told to look again', async () => {
    expect((await both()).sort()).toEqual(['ChangedMeanwhile', 'ok'])
  })

  test('control: without the guard one writes over the other unseen', async () => {
    withoutGuard()
    expect(await both()).toEqual(['ok', 'ok'])
  })
})

describe('the ranking of a month', () => {
  const ranking = async (month?: string, openid = 'o-passer-by') =>
    (await as(cloud, honours, openid)('ranking', month === undefined ? {} : { month })).places

  test('by confirmed hours, ties share a place; who did not agree and minors are nowhere', async () => {
    const chen = await volunteer(cloud, 'o-chen', '老陈')
    const shan = await volunteer(cloud, 'o-shan', '单阿姨')
    const he = await volunteer(cloud, 'o-he', '何师傅')
    const quiet = await volunteer(cloud, 'o-quiet', '不露名', { honours: false })
    const boy = await volunteer(cloud, 'o-boy', '小明')
    await as(cloud, residents, 'o-boy')('updateProfile', { birthDate: '2010-01-01' })
    for (const person of [chen, shan]) await give(cloud, person, '2026-11-05', 120)
    await give(cloud, he, '2026-11-06', 60)
    await give(cloud, he, '2026-10-06', 300)
    for (const person of [quiet, boy]) await give(cloud, person, '2026-11-07', 600)
    expect(await ranking()).toEqual([])
    await night()
    const november = await ranking(undefined, 'o-he')
    expect(november.map(({ place, minutes }) => [place, minutes])).toEqual([
      [1, 120],
      [1, 120],
      [3, 60],
    ])
    expect(november[2]).toEqual({ place: 3, name: '何师傅', minutes: 60, mine: true })
    expect(await ranking('2026-10')).toEqual([
      { place: 1, name: '何师傅', minutes: 300, mine: false },
    ])
    await changeVolunteer(cloud, 'o-chen', false)
    expect((await ranking()).map(({ name }) => name)).toEqual(['单阿姨', '何师傅'])
  })

  test('a correction of last month changes what it says the night after, and equals the ledger', async () => {
    const he = await volunteer(cloud, 'o-he', '何师傅')
    const entry = await give(cloud, he, '2026-10-06', 300)
    await night()
    await correct(cloud, entry, -60)
    await setClock(cloud, Date.parse('2026-11-23T02:45:00+08:00'))
    await cloud.timer('jobs')
    const ledger = await rows<{ day: string; minutes: number }>(cloud, 'hours_ledger', {
      person: he,
    })
    const sum = ledger.reduce((all, { minutes }) => all + minutes, 0)
    expect(sum).toBe(240)
    expect(await ranking('2026-10')).toMatchObject([{ name: '何师傅', minutes: sum }])
  })
})

test('who is erased is on no wall and in no ranking, and the picture is gone', async () => {
  const chen = await volunteer(cloud, 'o-chen', '老陈')
  await give(cloud, chen, '2026-11-20', 60)
  const photo = await send(cloud, staffOf.jingStaff, picture(), { purpose: 'honourPhoto' })
  const { photoFile } = await write(chen, '每天都来', { photo })
  await night()
  expect(await rows(cloud, 'honour_minutes', { person: chen })).toHaveLength(1)
  await as(cloud, residents, 'o-chen')('deleteMyAccount', {})
  for (let day = 0; day < 3; day++) {
    await setClock(cloud, Date.parse('2026-12-10T03:00:00+08:00') + day * 24 * 3_600_000)
    await cloud.timer('jobs')
  }
  expect(await wall()).toEqual([])
  expect(await rows(cloud, 'honours')).toEqual([])
  expect(await rows(cloud, 'honour_minutes', { person: chen })).toEqual([])
  expect(await isThere(cloud, photoFile!)).toBe(false)
})
