import type { CaseDoc } from '@/cloudfunctions/feedback/store'
import { feedback } from '@/types/feedback'
import type { Input } from '@/types/shared/contract'
import { dayMs } from '@/types/shared/day'
import { send } from '../centre/uploading'
import type { TestCloud } from '../support/cloud'
import {
  as,
  jingHome,
  newKey,
  places,
  resident,
  saturday,
  staffId,
  staffOf,
} from '../support/people'

export const lamp = 'dl_fk-lamp'
export const road = 'dl_fk-road'
export const dispute = 'dl_fk-dispute'

type Message = Input<(typeof feedback)['procedures']['submit']>

/** The lamp before 3号楼 is broken. */
export const message = (changes: Partial<Message> = {}): Message => ({
  key: newKey(),
  category: lamp,
  text: '楼下的路灯晚上不亮',
  place: { node: places.jing3, where: '门口' },
  ...changes,
})

export const of = (cloud: TestCloud, openid: string) => as(cloud, feedback, openid)

export const said = (cloud: TestCloud, openid: string, changes: Partial<Message> = {}) =>
  of(cloud, openid)('submit', message(changes))

/** Somebody of 静安里 speaks up, and it has become a case; its id. */
export const reported = async (
  cloud: TestCloud,
  openid: string,
  changes: Partial<Message> = {},
): Promise<string> => {
  const { id } = await said(cloud, openid, changes)
  await of(cloud, openid)('show', { case: id })
  return id
}

export const photoOf = (cloud: TestCloud, openid: string, content?: Buffer) =>
  send(cloud, openid, content, { purpose: 'casePhoto' })

/** Twelve seconds somebody said. */
export const voiceOf = async (cloud: TestCloud, openid: string) => ({
  file: await send(cloud, openid, Buffer.from('ID3\x03\x00\x00\x00\x00\x00\x00 sound', 'latin1'), {
    ...{ purpose: 'caseVoice' as const, ending: 'mp3' },
  }),
  seconds: 12,
})

/** What WeChat says, in the end, of all files of a case. */
export const checked = (cloud: TestCloud, id: string, state: 'passed' | 'held' | 'refused') =>
  cloud.admin.collection('media_checks').where({ record: id }).update({ state })

export const caseDoc = async (cloud: TestCloud, id: string): Promise<CaseDoc> =>
  ((await cloud.admin.collection('cases').doc(id).get()) as { data: CaseDoc[] }).data[0]!

/** 赵网格员 answers for the grid, 钱社工 for the community, 孙社工 for the street. */
export const owners = async (cloud: TestCloud): Promise<void> => {
  const nodes = cloud.admin.collection('nodes')
  await nodes.doc(places.jingGrid).update({ owner: staffId(staffOf.jingWorker) })
  await nodes.doc(places.jing).update({ owner: staffId(staffOf.jingStaff) })
  await nodes.doc(places.centre).update({ owner: staffId(staffOf.centreStaff) })
}

export const li = (cloud: TestCloud, openid = 'o-li', name = '李奶奶', room = '301') =>
  resident(cloud, openid, name, { home: jingHome(room), phone: '13800000001' })

export const told = async (cloud: TestCloud, event: string) =>
  (
    (await cloud.admin.collection('outbox').where({ event }).limit(1000).get()) as {
      data: { to: string; thing: string; data: object }[]
    }
  ).data

/** Staff of its level say at this moment that it is solved. */
export const solved = async (
  cloud: TestCloud,
  id: string,
  at = Date.parse(saturday),
): Promise<string> => {
  await cloud.admin
    .collection('cases')
    .doc(id)
    .update({ state: 'solved', stage: 'solved', due: null, solvedAt: at, nextAt: at + 14 * dayMs })
  return id
}
