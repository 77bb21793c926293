import { homeNameOf, householdOf } from '@/domain/residents/household'
import { newPerson } from '@/domain/residents/person'
import { labelOf } from '@/domain/residents/tree'
import { addDays, dayOf, type Day } from '@/types/shared/day'
import type { NodeKind } from '@/types/residents'
import type { NodeDoc, PassportDoc, PersonDoc } from '@/cloudfunctions/residents/store'
import { seed as seedDemo } from '../demo'
import { centre, communities } from '../demo/place'
import type { Seed, SeedContext } from '../index'
import { chance } from './chance'
import { agePyramid, householdSize, otherSurnames, surnames } from './pyramid'

const householdsPerGrid = 300
const householdsPerBuilding = 60
const batch = 1000

/**
 * The demo centre, and a whole subdistrict around it: `residents` people with the age pyramid of the 2020 census, in
 * households, buildings and grids of the usual size. Written straight to the database: through the procedures it would
 * take half an hour.
 */
export const seed: Seed = async (context) => {
  await seedDemo(context)
  const { cloud, residents: wanted = 70_000 } = context
  // The ids of households are hidden under the functions' own secret.
  process.env.CHJ_ID_KEY = cloud.variables('residents').CHJ_ID_KEY
  const { recordOf } = await import('@/cloudfunctions/residents/records')
  const { newPassport } = await import('@/cloudfunctions/residents/passports')
  const { hiddenId, idOf } = await import('@/cloudfunctions/kit/ids')

  const random = chance(20_201_101)
  const today = dayOf(cloud.clock.now())
  const buildings = await plant(cloud, Math.ceil(wanted / householdSize / householdsPerBuilding))
  const people: PersonDoc[] = []
  const passports: PassportDoc[] = []
  const flush = async () => {
    if (people.length > 0)
      await cloud.database.insert({ collection: 'people', documents: people.splice(0) as never })
    if (passports.length > 0)
      await cloud.database.insert({
        collection: 'passports',
        documents: passports.splice(0) as never,
      })
  }

  let made = 0
  for (let household = 0; made < wanted; household++) {
    const building = buildings[Math.floor(household / householdsPerBuilding) % buildings.length]
    if (!building) throw new Error('a city needs buildings')
    const door = household % householdsPerBuilding
    const home = {
      building: building._id,
      unit: String(1 + (door % 3)),
      room: `${1 + Math.floor(door / 10)}0${1 + (door % 2)}`,
    }
    const members = 1 + Math.floor(random() * 2 * (householdSize - 1) + random())
    for (let i = 0; i < members && made < wanted; i++, made++) {
      const age = ageOf(random())
      const id = idOf(centre.code, `pcity${made}`)
      const hasPhone = age >= 14 && random() < (age < 75 ? 0.6 : 0.25)
      const verified = random() < 0.4
      const record = recordOf(
        centre.code,
        newPerson(
          {
            id,
            name: surnameOf(random()) + stemOf(random()) + stemOf(random()),
            household: hiddenId(centre.code, 'f', ...householdOf(home, id)),
            path: building.path,
          },
          {
            birthDate: birthDateOf(age, today, random()),
            openid: hasPhone ? `city-${made}` : null,
            home,
            homeName: homeNameOf(building.label, home),
            buildingName: building.name,
          },
        ),
      )
      const withVerification: PersonDoc = verified
        ? { ...record, facts: { ...record.facts, verifiedUntil: addDays(today, 365) } }
        : record
      people.push(withVerification)
      if (hasPhone) passports.push(newPassport(centre.code, `city-${made}`, withVerification))
      if (people.length === batch) await flush()
    }
  }
  await flush()
  console.log(`${made} residents in ${buildings.length} buildings`)
}

const nodeOf = (
  kind: NodeKind,
  word: string,
  name: string,
  parent: NodeDoc,
  communityName: string | null,
): NodeDoc => {
  const _id = `${centre.code}_ncity-${word}`
  return {
    _id,
    centre: centre.code,
    v: 1,
    kind,
    name,
    label: labelOf(kind, name, communityName),
    parent: parent._id,
    path: [...parent.path, _id],
    owner: null,
    deputy: null,
    awayUntil: null,
    peopleStale: false,
  }
}

/** Grids and buildings below the seven communities, evenly. */
const plant = async ({ database }: SeedContext['cloud'], count: number): Promise<NodeDoc[]> => {
  const { documents } = database.find({
    collection: 'nodes',
    query: { centre: centre.code, kind: 'community' },
  })
  const roots = documents as unknown as NodeDoc[]
  const perGrid = householdsPerGrid / householdsPerBuilding
  const grids: NodeDoc[] = []
  const buildings: NodeDoc[] = []
  for (let i = 0; i < count; i++) {
    const community = roots[Math.floor(i / perGrid) % communities.length]
    if (!community) throw new Error('the demo centre has no communities')
    const number = Math.floor(i / perGrid)
    if (i % perGrid === 0)
      grids.push(nodeOf('grid', `g${number}`, `第${number + 1}网格（演示）`, community, null))
    const grid = grids[grids.length - 1]
    if (grid)
      buildings.push(nodeOf('building', `b${i}`, `${i + 1}号楼（演示）`, grid, community.name))
  }
  for (const documents of [grids, buildings])
    if (documents.length > 0)
      await database.insert({ collection: 'nodes', documents: documents as never })
  return buildings
}

const ageOf = (chanceOfAge: number): number => {
  let left = chanceOfAge * 100
  for (const { from, percent } of agePyramid) {
    if (left < percent) return from + Math.floor((left / percent) * 5)
    left -= percent
  }
  return 95
}

const birthDateOf = (age: number, today: Day, chanceOfDay: number): Day =>
  addDays(today, -Math.floor((age + chanceOfDay) * 365.2425))

/** Names of heavenly stems: as long as real ones, and nobody's. */
const stemOf = (chanceOfName: number): string =>
  '甲乙丙丁戊己庚辛壬癸'[Math.floor(chanceOfName * 10)] ?? '甲'

const surnameOf = (chanceOfName: number): string => {
  let left = chanceOfName * 100
  for (const { name, percent } of surnames) {
    if (left < percent) return name
    left -= percent
  }
  return otherSurnames[Math.floor((left / 58) * otherSurnames.length)] ?? '徐'
}
