import type { MeetingDoc, ProposalDoc, WishDoc } from '@/cloudfunctions/proposals/store'
import { proposals, type MeetingDraft } from '@/types/proposals'
import type { TestCloud } from '../support/cloud'
import { as, jingHome, places, resident, staffOf, verify } from '../support/people'

export const council = (cloud: TestCloud, openid: string) => as(cloud, proposals, openid)
export const staff = (cloud: TestCloud) => council(cloud, staffOf.jingStaff)

/** Somebody of 12号楼 with a phone, of age, verified unless said otherwise. Their person id. */
export const neighbour = async (
  cloud: TestCloud,
  openid: string,
  name: string,
  room: string,
  { verified = true, phone = '13800000001' }: { verified?: boolean; phone?: string } = {},
): Promise<string> => {
  const birthDate = '1960-03-01'
  const home = jingHome(room)
  const { id } = await resident(cloud, openid, name, { birthDate, home, phone })
  if (verified) await verify(cloud, id, birthDate, home)
  return id
}

/** `o-li` wishes for something, and staff published it in their words. Its id. */
export const published = async (
  cloud: TestCloud,
  openid = 'o-li',
  more: { showName?: boolean; showPhone?: boolean; title?: string } = {},
): Promise<string> => {
  const { title = '一副老花镜', ...shown } = more
  const { id } = await council(cloud, openid)('writeWish', {
    ...{ words: '我看报纸看不清，想要一副老花镜', category: 'living', forWhom: 'elder' },
    ...shown,
  })
  await staff(cloud)('decideWish', {
    wish: id,
    publish: { title, words: '一位老人想要一副老花镜' },
  })
  return id
}

/** `o-li` proposes that the lamp be mended, and staff published it. Its id. */
export const proposed = async (cloud: TestCloud, openid = 'o-li'): Promise<string> => {
  const { id } = await council(cloud, openid)('writeProposal', {
    ...{ title: '楼前装一盏灯', words: '晚上太黑，老人看不清路。', about: 'community' },
    category: 'facilities',
  })
  await staff(cloud)('decideProposal', { proposal: id, publish: true })
  return id
}

/** Another number of co-signatures than the usual twenty. */
export const threshold = async (cloud: TestCloud, least: number): Promise<void> => {
  const { settings, rev } = await council(cloud, staffOf.centreStaff)('settings', {})
  await council(cloud, staffOf.centreStaff)('saveSettings', {
    rev,
    settings: { ...settings, threshold: least },
  })
}

export const hall = (
  agenda: MeetingDraft['agenda'],
  more: Partial<MeetingDraft> = {},
): MeetingDraft => ({
  ...{ title: '十一月议事会', placeName: '二楼议事厅', node: places.jing },
  ...{ day: '2026-11-25', from: '09:00', until: '11:00', seats: 30, invites: 'residents' },
  agenda,
  ...more,
})

const doc = async <D>(cloud: TestCloud, collection: string, id: string): Promise<D> =>
  ((await cloud.admin.collection(collection).doc(id).get()) as { data: D[] }).data[0]!

export const wishDoc = (cloud: TestCloud, id: string) => doc<WishDoc>(cloud, 'wishes', id)
export const proposalDoc = (cloud: TestCloud, id: string) =>
  doc<ProposalDoc>(cloud, 'proposals', id)
export const meetingDoc = (cloud: TestCloud, id: string) => doc<MeetingDoc>(cloud, 'meetings', id)

export interface Told {
  event: string
  to: string
  about: string
  thing: string | null
  due: number
  urgent: boolean
  data: { note?: string; title?: string }
}

/** What was put into the outbox of an event. */
export const told = async (cloud: TestCloud, event: string): Promise<Told[]> =>
  ((await cloud.admin.collection('outbox').where({ event }).limit(1000).get()) as { data: Told[] })
    .data

export const runAt = async (cloud: TestCloud, time: string): Promise<void> => {
  await cloud.clock(time)
  await cloud.timer('jobs')
}
