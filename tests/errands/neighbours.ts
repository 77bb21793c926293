import type { ErrandDoc } from '@/cloudfunctions/errands/store'
import { errands, type ErrandKindDraft } from '@/types/errands'
import type { Skill } from '@/types/shared/skills'
import type { TestCloud } from '../support/cloud'
import { register } from '../volunteers/registering'
import { as, jingHome, places, resident, staffOf, verify, type Home } from '../support/people'

/** A tap is repaired at home, by two; a letter is read by one. */
export const tap = (changes: Partial<ErrandKindDraft> = {}): ErrandKindDraft => ({
  category: 'repairs',
  place: 1,
  name: '修水龙头',
  about: '换垫圈、换龙头',
  node: places.jing,
  whoMay: 'verified',
  fromAge: 60,
  skills: ['plumbing'],
  minutes: 60,
  atHome: true,
  cost: '换零件的钱自己出',
  retired: false,
  ...changes,
})

export const letter = (changes: Partial<ErrandKindDraft> = {}): ErrandKindDraft =>
  tap({
    category: 'papers',
    name: '读信',
    about: '读信、填表',
    whoMay: 'anybody',
    fromAge: null,
    skills: ['reading'],
    minutes: 30,
    atHome: false,
    cost: '',
    ...changes,
  })

export const tomorrow = '2026-11-22'
export const wednesday = '2026-11-25'

export const staffAct = (cloud: TestCloud) => as(cloud, errands, staffOf.jingStaff)

/** Puts something on the menu; its id. */
export const onMenu = async (cloud: TestCloud, draft: ErrandKindDraft = tap()): Promise<string> =>
  (await staffAct(cloud)('saveKind', { draft })).id

/** 李奶奶 of 12号楼, 84, verified, with a phone. */
export const grandmother = async (cloud: TestCloud, openid = 'o-li', room = '301') => {
  const { id } = await resident(cloud, openid, '李奶奶', {
    birthDate: '1942-03-01',
    home: jingHome(room),
    phone: '13800000001',
  })
  await verify(cloud, id, '1942-03-01', jingHome(room))
  return id
}

interface Being {
  skills?: readonly Skill[]
  home?: Home
  birthDate?: string
  verified?: boolean
  free?: readonly { weekday: number; part: 'morning' | 'afternoon' | 'evening' }[]
}

let rooms = 400

/** Somebody who registered as a volunteer. Their person id. */
export const volunteer = async (
  cloud: TestCloud,
  openid: string,
  name: string,
  {
    skills = ['plumbing'],
    home = jingHome(String(++rooms)),
    birthDate = '1970-05-05',
    verified = true,
    free = [],
  }: Being = {},
): Promise<string> => {
  const { id } = await resident(cloud, openid, name, { birthDate, home, phone: '13900000009' })
  if (verified) await verify(cloud, id, birthDate, home)
  const said = { skills: [...skills], free: [...free] }
  // Of a minor staff hold the guardian's form.
  if (birthDate > '2008-11-21')
    await register(cloud, staffOf.jingStaff, said, { forResident: id, said: 'signedForm' })
  else await register(cloud, openid, said)
  return id
}

/** As many volunteers of 静安里 who repair taps: their OPENIDs. */
export const plumbers = async (cloud: TestCloud, count: number): Promise<string[]> => {
  const openids = Array.from({ length: count }, (_, n) => `o-plumber-${n}`)
  for (const [n, openid] of openids.entries()) await volunteer(cloud, openid, `水工${n}`)
  return openids
}

export const errandDoc = async (cloud: TestCloud, id: string): Promise<ErrandDoc> => {
  const { data } = (await cloud.admin.collection('errands').doc(id).get()) as { data: ErrandDoc[] }
  return data[0]!
}

interface Told {
  event: string
  to: string
  urgent: boolean
  state: string
  channel: string | null
  data: { note?: string; because?: string; title?: string }
}

export const told = async (cloud: TestCloud, event: string): Promise<Told[]> => {
  const { data } = (await cloud.admin.collection('outbox').where({ event }).limit(1000).get()) as {
    data: Told[]
  }
  return data
}

/** 李奶奶 has ordered a tap repair, on Wednesday morning unless said otherwise. */
export const ordered = async (
  cloud: TestCloud,
  kind: string,
  more: { day?: string; part?: 'morning' | 'afternoon' | 'evening'; key?: string } = {},
) =>
  as(
    cloud,
    errands,
    'o-li',
  )('order', {
    kind,
    what: '厨房的水龙头滴水',
    day: wednesday,
    part: 'morning',
    ...more,
  })

export const runAt = async (cloud: TestCloud, time: string): Promise<void> => {
  await cloud.clock(time)
  await cloud.timer('jobs')
}
