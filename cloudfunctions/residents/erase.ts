import { erased, goesAlong } from '@/domain/residents/erasure'
import { dayOf, type Instant } from '@/types/shared/day'
import { repeat } from '../kit/attempts'
import { command } from '../kit/cloud'
import { Failure } from '../kit/failure'
import { removeFiles } from '../kit/files'
import type { Job } from '../kit/jobs'
import { passportId } from '../kit/passport'
import { centreNode } from '../kit/procedure'
import { endActingFor } from './ending'
import { kept } from './erasing'
import { erasers } from './erasers'
import { unlessLastAdmin } from './lastAdmin'
import { nodesAnsweredBy, releaseNodes } from './owners'
import { changePerson } from './records'
import { actRequests, dataExports, doubles, passports, people, type PersonDoc } from './store'

const batch = 10

/** People whose day has come: what names them goes, what counts stays under an id that says nothing. */
export const erase: Job['run'] = async ({ centre, at }) => {
  const due = await people.of(centre).find({
    where: { eraseOn: command.gt('').and(command.lte(dayOf(at))) },
    limit: batch,
  })
  for (const person of due) await leave(centre, person, at)
  return { handled: due.length, cursor: due.length === batch ? 'more' : null }
}

/** An admin who became the last one meanwhile stays: the wish is void and can be made again. */
const leave = async (centre: string, person: PersonDoc, at: Instant): Promise<void> => {
  try {
    await unlessLastAdmin(centre, person._id, at, () => Promise.resolve())
  } catch (error) {
    if (!(error instanceof Failure && error.code === 'LastAdmin')) throw error
    await changePerson(centre, person, kept)
    return
  }
  await erasePerson(centre, person, at)
}

/** Safe to do again: the record itself, which says that it is due, goes last. */
const erasePerson = async (centre: string, person: PersonDoc, at: Instant): Promise<void> => {
  const id = person._id
  const former = person.facts.former ?? []
  const dependants = await people.of(centre).find({ where: { actorIds: id }, limit: 100 })
  for (const dependant of dependants) {
    if (goesAlong(dependant, id)) await erasePerson(centre, dependant, at)
    else await endActingFor(centre, dependant, id, at)
  }
  for (const actor of person.actorIds) await endActingFor(centre, person, actor, at)
  for (const eraser of erasers) await eraser(centre, [id, ...former], person.openid)

  const files = await dataExports.of(centre).find({ where: { person: id }, limit: 100 })
  await removeFiles(files.map(({ file }) => file))
  await repeat(() => dataExports.of(centre).removeAll({ person: id }))
  for (const field of ['subject', 'actor'])
    await repeat(() => actRequests.of(centre).removeAll({ [field]: id }))
  for (const field of ['a', 'b']) await repeat(() => doubles.of(centre).removeAll({ [field]: id }))
  if (person.openid !== null) await passports.of(centre).remove(passportId(centre, person.openid))
  await releaseNodes(centre, await nodesAnsweredBy(centre, id), at)
  for (const old of [...former, id]) {
    const record = await people.of(centre).get(old)
    if (record)
      await changePerson(centre, record, (known) => ({
        ...known,
        ...erased(known, centreNode(centre), at),
        phoneKey: null,
      }))
  }
}
