import { CentreCollection } from '@/cloudfunctions/kit/collection'
import { honours } from '@/types/honours'
import { volunteers } from '@/types/volunteers'
import { clockAt } from '../activities/publishing'
import type { TestCloud } from '../support/cloud'
import { as, jingHome, places, policy, resident, seedMembers, staffOf } from '../support/people'

/** 钱社工 enters, this colleague confirms. */
export const second = 'o-jing-second'

export const colleagues = (cloud: TestCloud) =>
  seedMembers(cloud, [
    { openid: second, name: '第二位社工', role: 'communityStaff', node: places.jing },
  ])

/** What a volunteer says when registering, in these tests only whether they may be named. */
const said = (honours: boolean) => ({
  ...{ skills: [], wishes: '', free: [], listed: false, contact: false, honours },
})

/** Somebody of 静安里 registers as a volunteer, 18 or over as they say; the id of the person. */
export const volunteer = async (
  cloud: TestCloud,
  openid: string,
  name: string,
  { birthDate, honours = true }: { birthDate?: string; honours?: boolean } = {},
): Promise<string> => {
  const home = jingHome()
  const { id } = await resident(cloud, openid, name, { home, ...(birthDate && { birthDate }) })
  await changeVolunteer(cloud, openid, honours)
  return id
}

/** They take back that they may be named, or say that they may. */
export const changeVolunteer = async (
  cloud: TestCloud,
  openid: string,
  honours: boolean,
): Promise<void> => {
  const registration = said(honours)
  await as(cloud, volunteers, openid)('register', { registration, adult: true, policy })
}

/** Hours that one colleague enters and another confirms; the entry. */
export const give = async (
  cloud: TestCloud,
  person: string,
  day: string,
  minutes: number,
  what = '食堂帮厨',
  shift?: string,
): Promise<string> => {
  const { id } = await as(
    cloud,
    volunteers,
    staffOf.jingStaff,
  )('enterHours', { person, day, minutes, what, ...(shift && { shift }) })
  await as(cloud, volunteers, second)('confirmHours', { entry: id })
  return id
}

/** What one colleague corrects of an entry and another confirms. */
export const correct = async (
  cloud: TestCloud,
  entry: string,
  minutes: number,
  what = '食堂帮厨',
): Promise<void> => {
  const staff = as(cloud, volunteers, staffOf.jingStaff)
  const { id } = await staff('correctHours', { entry, minutes, what })
  await as(cloud, volunteers, second)('confirmHours', { entry: id })
}

/** A shift in 静安里 of two hours, from a moment on, with somebody on it; its id. */
export const shiftOf = async (
  cloud: TestCloud,
  startsAt: number,
  people: readonly string[],
  title = '中午帮厨',
): Promise<string> => {
  const staff = as(cloud, volunteers, staffOf.jingStaff)
  const { id } = await staff('saveShift', {
    kind: 'canteenHelper',
    title,
    placeName: '共享餐厅',
    node: places.jing,
    startsAt,
    endsAt: startsAt + 2 * 3_600_000,
    needed: 10,
  })
  for (const person of people) await staff('putOnShift', { shift: id, person })
  return id
}

/** What staff of 静安里 write of somebody on the wall, as a change of what stands there now. */
export const write = async (
  cloud: TestCloud,
  person: string,
  words = '每周三来帮厨，风雨无阻',
  more: object = {},
) => {
  const staff = as(cloud, honours, staffOf.jingStaff)
  const { items } = await staff('honoursForStaff', {})
  const rev = items.find(({ person: { id } }) => id === person)?.rev ?? 0
  return staff('saveHonour', { person, rev, words, photo: null, show: true, ...more })
}

/** What a store without the guard would do: whoever comes last has written last. */
export const withoutGuard = () => {
  const change = CentreCollection.prototype.change
  jest.spyOn(CentreCollection.prototype, 'change').mockImplementation(function (
    this: CentreCollection<never>,
    id,
    changed,
  ) {
    return change.call(this, id, changed, {})
  })
}

export const setClock = (cloud: TestCloud, at: number) => cloud.clock(clockAt(at))

/** The rows of a collection, as an administrator sees them. */
export const rows = async <T>(
  cloud: TestCloud,
  collection: string,
  where: object = {},
): Promise<T[]> =>
  ((await cloud.admin.collection(collection).where(where).limit(1000).get()) as { data: T[] }).data
