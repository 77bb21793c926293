import { volunteers } from '@/types/volunteers'
import { residents } from '@/types/residents'
import { clockAt } from '../activities/publishing'
import type { TestCloud } from '../support/cloud'
import { as, dl, pathOf, places, resident, seedMembers, staffOf } from '../support/people'

/** 钱社工 enters, this colleague confirms. */
export const second = 'o-jing-second'

export const colleagues = (cloud: TestCloud) =>
  seedMembers(cloud, [
    { openid: second, name: '第二位社工', role: 'communityStaff', node: places.jing },
  ])

/**
 * Somebody who registered as a volunteer, as registering leaves it: the record that says what they agreed to. The id of
 * the person.
 */
export const volunteer = async (
  cloud: TestCloud,
  openid: string,
  name: string,
  { birthDate, honours = true }: { birthDate?: string; honours?: boolean } = {},
): Promise<string> => {
  await resident(cloud, openid, name, birthDate === undefined ? {} : { birthDate })
  const { person } = await as(cloud, residents, openid)('me', {})
  const { id } = person!
  const path = pathOf(places.jing)
  await cloud.admin.collection('volunteers').add([
    {
      _id: `dl_vr-${id.slice(dl.length + 1)}`,
      centre: dl,
      v: 1,
      person: id,
      path,
      ...{ skills: [], wishes: '', free: [], listed: false, contact: false, honours },
      ...{ since: '2026-01-01', ended: null, offers: path.map((node) => `${node}|`) },
    },
  ])
  return id
}

/** They take back what they agreed to, or give the work up. */
export const changeVolunteer = async (
  cloud: TestCloud,
  person: string,
  change: { honours?: boolean; ended?: string },
): Promise<void> => {
  await cloud.admin
    .collection('volunteers')
    .doc(`dl_vr-${person.slice(dl.length + 1)}`)
    .update(change)
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

export const setClock = (cloud: TestCloud, at: number) => cloud.clock(clockAt(at))

/** The rows of a collection, as an administrator sees them. */
export const rows = async <T>(
  cloud: TestCloud,
  collection: string,
  where: object = {},
): Promise<T[]> =>
  ((await cloud.admin.collection(collection).where(where).limit(1000).get()) as { data: T[] }).data
