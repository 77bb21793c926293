import { lookup } from '@/domain/residents/lookup'
import { newPerson, type Person } from '@/domain/residents/person'
import type { Contract, Input, Module, Output } from '@/types/shared/contract'
import type { Envelope, ErrorData } from '@/types/shared/envelope'
import type { StaffRole } from '@/types/shared/roles'
import { residents } from '@/types/residents'
import type { TestCloud } from './cloud'
import { borrowCloud } from './warmClouds'

/** The centre of most tests, and the Saturday morning on which they begin. */
export const dl = 'dl'
export const saturday = '2026-11-21T08:00:00+08:00'

/** A centre with two communities; in each a grid and a building. */
export const places = {
  centre: 'dl_centre',
  jing: 'dl_jing',
  jingGrid: 'dl_jing-grid-1',
  jing12: 'dl_jing-12',
  jing3: 'dl_jing-3',
  jingGrid2: 'dl_jing-grid-2',
  jing30: 'dl_jing-30',
  chun: 'dl_chun',
  chunGrid: 'dl_chun-grid-1',
  chun7: 'dl_chun-7',
} as const

/** OPENIDs of those who are always there. */
export const staffOf = {
  admin: 'o-admin',
  centreStaff: 'o-centre-staff',
  /** 静安里社区 */
  jingStaff: 'o-jing-staff',
  jingWorker: 'o-jing-worker',
  /** 春柳社区 */
  chunStaff: 'o-chun-staff',
  chunWorker: 'o-chun-worker',
} as const

type Kind = 'centre' | 'community' | 'grid' | 'building'

const tree: [id: string, kind: Kind, name: string, label: string, above: string[]][] = [
  [places.centre, 'centre', '党群服务中心', '党群服务中心', []],
  [places.jing, 'community', '静安里社区', '静安里社区', [places.centre]],
  [places.jingGrid, 'grid', '第一网格', '第一网格', [places.centre, places.jing]],
  [
    places.jing12,
    'building',
    '12号楼',
    '静安里社区 12号楼',
    [places.centre, places.jing, places.jingGrid],
  ],
  [
    places.jing3,
    'building',
    '3号楼',
    '静安里社区 3号楼',
    [places.centre, places.jing, places.jingGrid],
  ],
  [places.jingGrid2, 'grid', '第二网格', '第二网格', [places.centre, places.jing]],
  [
    places.jing30,
    'building',
    '30号楼',
    '静安里社区 30号楼',
    [places.centre, places.jing, places.jingGrid2],
  ],
  [places.chun, 'community', '春柳社区', '春柳社区', [places.centre]],
  [places.chunGrid, 'grid', '第一网格', '第一网格', [places.centre, places.chun]],
  [
    places.chun7,
    'building',
    '7号楼',
    '春柳社区 7号楼',
    [places.centre, places.chun, places.chunGrid],
  ],
]

/** The path of a node of the test centre, from the centre down to itself. */
export const pathOf = (node: string): string[] => {
  const found = tree.find(([id]) => id === node)
  if (!found) throw new Error(`no node ${node} in the test centre`)
  return [...found[4], node]
}

const inCentre = (centre: string, id: string) => id.replace(/^dl_/, `${centre}_`)

export interface Member {
  openid: string
  name: string
  role?: StaffRole
  node?: string
  building?: string
}

const members: Member[] = [
  { openid: staffOf.admin, name: '周主任', role: 'admin', node: places.centre },
  { openid: staffOf.centreStaff, name: '孙社工', role: 'centreStaff', node: places.centre },
  { openid: staffOf.jingStaff, name: '钱社工', role: 'communityStaff', node: places.jing },
  { openid: staffOf.jingWorker, name: '赵网格员', role: 'gridWorker', node: places.jingGrid },
  { openid: staffOf.chunStaff, name: '冯社工', role: 'communityStaff', node: places.chun },
  { openid: staffOf.chunWorker, name: '陈网格员', role: 'gridWorker', node: places.chunGrid },
]

/**
 * Puts a first centre into an empty cloud: its tree, and an admin and staff who have passports. Where nothing is there
 * yet nobody may call, so this one step goes straight to the database.
 */
export const seedCentre = async (cloud: TestCloud, centre = dl): Promise<void> => {
  await cloud.admin.collection('nodes').add(
    tree.map(([id, kind, name, label, above]) => ({
      _id: inCentre(centre, id),
      centre,
      v: 1,
      kind,
      name,
      label,
      parent: above.length ? inCentre(centre, above.at(-1) ?? '') : null,
      path: [...above, id].map((node) => inCentre(centre, node)),
      owner: null,
      deputy: null,
      awayUntil: null,
      peopleStale: false,
    })),
  )
  await cloud.admin.collection('centres').add([
    {
      _id: `${centre}_about`,
      centre,
      v: 1,
      name: '党群服务中心',
      about: '',
      phone: '0411-84000000',
      opens: '08:30',
      closes: '17:00',
      points: [],
    },
  ])
  const registry = cloud.admin.collection('centre_registry')
  const listed = await registry.doc('all_centres').update({ [`centres.${centre}`]: '党群服务中心' })
  if (listed.updated === 0)
    await registry.add([
      { _id: 'all_centres', centre: 'all', v: 1, centres: { [centre]: '党群服务中心' } },
    ])
  await seedMembers(cloud, members, centre)
}

/** Puts people with a role into a centre, such as everybody a table of roles asks about. */
export const seedMembers = async (
  cloud: TestCloud,
  added: readonly Member[],
  centre = dl,
): Promise<void> => {
  await cloud.admin.collection('people').add(added.map((member) => personRecord(centre, member)))
  await cloud.admin
    .collection('passports')
    .add(added.map((member) => passportRecord(centre, member)))
}

const memberId = (centre: string, openid: string) => `${centre}_p${openid.replace(/^o-/, '')}`

/** The person id of a seeded member of staff. */
export const staffId = (openid: string, centre = dl): string => memberId(centre, openid)

const recordOf = (centre: string, { openid, name, building }: Member): Person => {
  const id = memberId(centre, openid)
  const path = (building ? pathOf(building) : [places.centre]).map((node) => inCentre(centre, node))
  return newPerson(
    { id, name, household: null, path },
    {
      openid,
      home: building ? { building: inCentre(centre, building) } : null,
      cards: [{ id: id.replace('_p', '_m'), kind: 'phone', issuedAt: Date.parse(saturday) }],
    },
  )
}

const personRecord = (centre: string, member: Member) => {
  const person = recordOf(centre, member)
  return {
    _id: person.facts.id,
    centre,
    v: 1,
    ...person,
    ...lookup(person),
    rev: 1,
    endTold: false,
    phoneKey: null,
  }
}

const passportRecord = (centre: string, member: Member) => {
  const { openid, role, node } = member
  const roles = role && node ? [{ role, node: inCentre(centre, node), until: null }] : []
  return {
    _id: `${centre}_w-${openid}`,
    centre,
    v: 1,
    openid,
    person: recordOf(centre, member).facts,
    dependants: {},
    roles,
    hours: {},
    rev: 1,
    actsFor: [],
    posts: roles.map((grant) => `${grant.node}/${grant.role}`),
    copied: { [memberId(centre, openid)]: 1 },
  }
}

type CentreOptions = Partial<Parameters<typeof borrowCloud>[0]>

/** A cloud with the first centre, at the fixed time unless said otherwise; `stop` gives it back. */
export const startCentre = async (options: CentreOptions = {}): Promise<TestCloud> => {
  const cloud = await borrowCloud({ now: saturday, ...options })
  await seedCentre(cloud)
  return cloud
}

/** A refusal, as the phone reads it. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    readonly data?: ErrorData,
  ) {
    super(`${code} ${JSON.stringify(data ?? {})}`)
    this.name = 'Refused'
  }
}

let taps = 0

/** The idempotency key of another tap. */
export const newKey = (): string => `test-key-${String(++taps).padStart(12, '0')}`

type Unkeyed<I> = Omit<I, 'key'> & { key?: string }

/**
 * Calls a module as somebody: `as(cloud, residents, 'o-li')('me', {})`. A change gets a new key unless one is given.
 * Rejects with `Refused` when the procedure says no.
 */
export const as =
  <M extends Module>(
    cloud: Pick<TestCloud, 'call'>,
    contract: Contract<M>,
    openid: string | null,
    centre = dl,
  ) =>
  async <K extends keyof M & string>(
    procedure: K,
    input: Unkeyed<Input<M[K]>>,
  ): Promise<Output<M[K]>> => {
    const keyed =
      contract.procedures[procedure]?.act === 'change' && !('key' in input)
        ? { ...input, key: newKey() }
        : input
    const envelope = await cloud.call<Envelope<Output<M[K]>>>(openid, contract.module, {
      procedure,
      centre,
      input: keyed,
    })
    if (envelope.ok) return envelope.value
    throw new Refused(envelope.error.code, envelope.error.data)
  }

/** What a call was refused with, or 'ok'. */
export const codeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'ok',
    (error: unknown) => {
      if (error instanceof Refused) return error.code
      throw error
    },
  )

export interface Home {
  building: string
  unit?: string
  room?: string
}

export const policy = '2026-11'

/** Somebody signs in and fills in what is given: `resident(cloud, 'o-li', '李奶奶', { birthDate: '1942-03-01' })`. */
export const resident = async (
  cloud: TestCloud,
  openid: string,
  name: string,
  { birthDate, home, phone }: { birthDate?: string; home?: Home; phone?: string } = {},
) => {
  const calling = as(cloud, residents, openid)
  const { person } = await calling('signIn', { name, policy })
  if (!person) throw new Error(`${name} did not sign in`)
  if (birthDate === undefined && home === undefined && phone === undefined) return person
  return calling('updateProfile', { birthDate, home, phone })
}

/** 静安里 12号楼 2单元301, in the grid of 赵网格员. */
export const jingHome = (room = '301', unit = '2'): Home => ({
  building: places.jing12,
  unit,
  room,
})

/** 春柳 7号楼 1单元 101, in the grid of 陈网格员. */
export const chunHome = (room = '101', unit = '1'): Home => ({
  building: places.chun7,
  unit,
  room,
})

/** Staff confirm the residency of somebody, until the end of 2027 unless said otherwise. */
export const verify = (
  cloud: TestCloud,
  person: string,
  birthDate: string,
  home = jingHome(),
  until = '2027-12-31',
) =>
  as(
    cloud,
    residents,
    staffOf.centreStaff,
  )('verifyResidency', {
    person,
    basis: 'household',
    document: 'idCard',
    birthDate,
    home,
    until,
  })
