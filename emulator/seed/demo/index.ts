import { randomBytes } from 'node:crypto'
import type { activities } from '@/types/activities'
import type { canteen } from '@/types/canteen'
import type { centre as centreContract } from '@/types/centre'
import type { errands } from '@/types/errands'
import type { feedback } from '@/types/feedback'
import type { haircuts } from '@/types/haircuts'
import type { honours } from '@/types/honours'
import type { projects } from '@/types/projects'
import type { proposals } from '@/types/proposals'
import type { residents } from '@/types/residents'
import type { Input, Output, Procedure } from '@/types/shared/contract'
import { addDays, dayOf, instantOf } from '@/types/shared/day'
import type { Envelope } from '@/types/shared/envelope'
import type { shop } from '@/types/shop'
import type { surveys } from '@/types/surveys'
import type { volunteers } from '@/types/volunteers'
import type { votes } from '@/types/votes'
import type { Seed, SeedContext } from '../index'
import { openCanteen, orderLunch } from './canteen'
import { openErrands } from './errands'
import { reportToWorker } from './cases'
import { openSealedCases } from './sealedCases'
import { openHaircuts } from './haircuts'
import { helpYesterday, honourVolunteers } from './honours'
import { dependantsOfDaughter, people } from './people'
import { buildings, centre, communities, servicePoints } from './place'
import { makePosts } from './posts'
import { courses, draftOf } from './programme'
import { talkTogether } from './proposals'
import { askResidents } from './surveys'
import { askForVolunteers, registerVolunteers, comeAndGo } from './volunteers'
import { openShop } from './shop'
import { voteAndBuild } from './votes'

interface Contracts {
  activities: (typeof activities)['procedures']
  canteen: (typeof canteen)['procedures']
  centre: (typeof centreContract)['procedures']
  errands: (typeof errands)['procedures']
  feedback: (typeof feedback)['procedures']
  haircuts: (typeof haircuts)['procedures']
  honours: (typeof honours)['procedures']
  projects: (typeof projects)['procedures']
  residents: (typeof residents)['procedures']
  proposals: (typeof proposals)['procedures']
  shop: (typeof shop)['procedures']
  surveys: (typeof surveys)['procedures']
  volunteers: (typeof volunteers)['procedures']
  votes: (typeof votes)['procedures']
}

type ProcedureOf<
  M extends keyof Contracts,
  P extends keyof Contracts[M],
> = Contracts[M][P] extends Procedure ? Contracts[M][P] : never

const day = 24 * 60 * 60 * 1000
const policy = '2026-11'
const newKey = () => randomBytes(12).toString('hex')

/** Calls the product's own procedures, as phones do: the demo holds nothing the program could not have made. */
const phonesOf =
  ({ functions }: SeedContext['cloud']) =>
  (openid: string) =>
  async <M extends keyof Contracts, P extends keyof Contracts[M] & string>(
    module: M,
    procedure: P,
    input: Input<ProcedureOf<M, P>>,
  ): Promise<Output<ProcedureOf<M, P>>> => {
    const { result } = await functions.invoke(
      module,
      JSON.stringify({ procedure, centre: centre.code, input }),
      { source: 'wx_client', openid },
    )
    const envelope = JSON.parse(result) as Envelope
    if (!envelope.ok)
      throw new Error(
        `demo: ${module}.${procedure} answered ${envelope.error.code} ${JSON.stringify(envelope.error.data ?? {})}`,
      )
    return envelope.value as Output<ProcedureOf<M, P>>
  }

export type Phones = ReturnType<typeof phonesOf>

/**
 * The centre of the newspaper reports, as if it had been running for a week: opened by its admin, residents verified,
 * a programme published, some classes nearly full.
 */
export const seed: Seed = async ({ cloud }) => {
  const { clock } = cloud
  const now = clock.now()
  const today = dayOf(now)
  const as = phonesOf(cloud)
  clock.set(now - 7 * day)

  const root = `${centre.code}_centre`
  const admin = as('demo-admin')
  const person = (openid: string) => people.find((one) => one.openid === openid)
  await admin('centre', 'open', {
    key: newKey(),
    name: centre.name,
    adminName: person('demo-admin')?.name ?? '',
    setupCode: cloud.variables('centre').CHJ_SETUP_CODE ?? '',
    policy,
  })
  const { name, about, phone, opens, closes } = centre
  await admin('centre', 'saveAbout', {
    key: newKey(),
    about: { name, about, phone, opens, closes, points: servicePoints },
  })

  const grids: string[] = []
  const nodes = new Map<string, string>()
  for (const community of communities) {
    const { id } = await admin('residents', 'saveNode', {
      key: newKey(),
      kind: 'community',
      parent: root,
      name: community.name,
    })
    nodes.set(community.word, id)
    for (const grid of community.grids)
      grids.push(
        (
          await admin('residents', 'saveNode', {
            key: newKey(),
            kind: 'grid',
            parent: id,
            name: grid,
          })
        ).id,
      )
  }
  const homes = await Promise.all(
    buildings.map(async (building) => {
      const { id } = await admin('residents', 'saveNode', {
        key: newKey(),
        kind: 'building',
        parent: grids[building.grid] ?? root,
        name: building.name,
      })
      return id
    }),
  )

  const ids = new Map<string, string>()
  for (const one of people) {
    const phone = as(one.openid)
    const me = await phone('residents', 'signIn', { key: newKey(), name: one.name, policy })
    ids.set(one.openid, me.person?.id ?? '')
    await phone('residents', 'updateProfile', {
      key: newKey(),
      birthDate: one.birthDate,
      phone: one.phone,
      home: { building: homes[one.building] ?? '', unit: one.unit, room: one.room },
    })
    if (!('role' in one)) continue
    const at = { centre: root, fyhd: nodes.get('fyhd') ?? '', grid: grids[0] ?? '' }
    if (one.role.role !== 'admin')
      await admin('residents', 'grantRole', {
        key: newKey(),
        person: ids.get(one.openid) ?? '',
        role: one.role.role,
        node: at[one.role.at],
      })
  }
  const staff = as('demo-staff')
  for (const one of people)
    if (one.openid !== 'demo-staff' && one.verified)
      await staff('residents', 'verifyResidency', {
        key: newKey(),
        person: ids.get(one.openid) ?? '',
        basis: 'ownership',
        document: 'idCard',
        birthDate: one.birthDate,
        home: { building: homes[one.building] ?? '', unit: one.unit, room: one.room },
        until: addDays(today, 365 * 2),
      })
  const daughter = as('demo-daughter')
  const family: string[] = []
  for (const one of dependantsOfDaughter)
    family.push((await daughter('residents', 'addDependant', { key: newKey(), ...one })).id)

  const published = new Map<string, string>()
  for (const course of courses)
    published.set(
      course.title,
      (
        await staff('activities', 'publish', {
          key: newKey(),
          draft: draftOf(course, today, root),
        })
      ).activity,
    )

  clock.set(now - day)
  const signUp = async (openid: string, title: string, forResident?: string) => {
    const activity = published.get(title) ?? ''
    await as(openid)('activities', 'signUp', {
      key: newKey(),
      activity,
      ...(forResident !== undefined && { forResident }),
    })
  }
  await signUp('demo-elder', '老党员书画交流会')
  await signUp('demo-volunteer', '老党员书画交流会')
  await signUp('demo-volunteer', '太极晨练班')
  await signUp('demo-daughter', '社区大讲堂：冬季防诈骗', family[0])
  await signUp('demo-resident', '社区夜校：吉他入门')

  const yesterday = addDays(today, -1)
  clock.set(instantOf(yesterday, '08:00'))
  const [before = '', ...lunches] = await openCanteen(as, { today, node: root, newKey })
  const order = (openid: string, service = '', more: { forResident?: string } = {}) =>
    orderLunch(as(openid), { key: newKey(), service, kind: 'eatIn', ...more })
  const eaten = await order('demo-elder', before)
  await order('demo-elder', lunches[0])
  await order('demo-volunteer', lunches[0])
  await order('demo-volunteer', lunches[1])
  await order('demo-daughter', lunches[0], { forResident: family[0] ?? '' })
  const community = nodes.get('fyhd') ?? ''
  const helped = await helpYesterday(as, { today, community, newKey })
  clock.set(instantOf(yesterday, '11:20'))
  await as('demo-kitchen')('canteen', 'serve', {
    key: newKey(),
    service: before,
    order: eaten,
    paidBy: 'cash',
  })

  const place = { today, community, newKey }
  const mother = { openid: 'demo-daughter', forResident: family[0] ?? '' }
  const others = ['demo-resident', 'demo-elder', 'demo-grid', 'demo-admin']
  const numbers = [...others.map((openid) => ({ openid })), mother]
  await openHaircuts(as, { ...place, building: homes[6] ?? '', numbers })
  await registerVolunteers(as, today, { ...place, policy, ids, child: family[1] ?? '' })
  await askForVolunteers(as, {
    ...place,
    canteen: root,
    volunteer: ids.get('demo-volunteer') ?? '',
  })
  await comeAndGo(as, { ...place, yesterday, goOn: (at) => clock.set(at) })
  await honourVolunteers(as, {
    ...place,
    volunteer: ids.get('demo-volunteer') ?? '',
    shift: helped,
  })
  await openErrands(as, { ...place, volunteer: ids.get('demo-volunteer') ?? '' })
  await openSealedCases(as, {
    ...{ root, newKey, staff: ids.get('demo-staff') ?? '' },
    buildings: [homes[0] ?? '', homes[2] ?? ''],
  })
  await reportToWorker(as, { centre: centre.code, building: homes[0] ?? '', newKey })
  await makePosts(as, {
    ...place,
    neighbours: [ids.get('demo-resident') ?? '', ids.get('demo-elder') ?? ''],
    worker: ids.get('demo-grid') ?? '',
  })
  await talkTogether(as, { ...place, volunteer: ids.get('demo-volunteer') ?? '' })
  await askResidents(as, { ...place, now })
  await openShop(as, { today, newKey, elder: ids.get('demo-elder') ?? '' }, (moment) =>
    clock.set(moment),
  )
  clock.set(instantOf(yesterday, '16:00'))
  await voteAndBuild(
    as,
    {
      ...place,
      goOn: (by) => {
        clock.set(clock.now() + by)
        return clock.now()
      },
    },
    { owner: ids.get('demo-staff') ?? '', giver: ids.get('demo-resident') ?? '' },
  )

  clock.set(now)
  cloud.demoPeople.keep(people.map(({ openid, name }) => ({ openid, name })))
}
