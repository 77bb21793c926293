import { homeNameOf } from '@/domain/residents/household'
import type { Job } from '../kit/jobs'
import { buildingOf } from './homes'
import { changePerson } from './records'
import { nodes, people, type NodeDoc, type PersonDoc } from './store'

const batch = 50

/**
 * After a node got another name or parent: the people below it get the path, the address and the search words that
 * follow, and so do the passports. Ends with the mark taken off, so that a cut-off run goes on.
 */
export const refreshPeople: Job['run'] = async ({ centre, cursor }) => {
  const [node] = await nodes.of(centre).find({ where: { peopleStale: true }, limit: 1 })
  if (!node) return { handled: 0, cursor: null }
  // People are found by the node itself, which is in their old path and in their new one.
  const { documents, next } = await people.of(centre).page({
    where: { 'facts.path': node._id },
    by: ['_id', 'asc'],
    after: cursor ?? undefined,
    limit: batch,
  })
  for (const person of documents) await refresh(centre, person)
  if (next === null) await nodes.of(centre).change(node._id, { peopleStale: false })
  return { handled: documents.length, cursor: next }
}

const refresh = async (centre: string, person: PersonDoc): Promise<void> => {
  const building = await buildingOf(centre, person.home)
  if (building) await changePerson(centre, person, (record) => inBuilding(record, building))
}

const inBuilding = (record: PersonDoc, building: NodeDoc): PersonDoc =>
  record.home?.building === building._id
    ? {
        ...record,
        homeName: homeNameOf(building.label, record.home),
        buildingName: building.name,
        facts: { ...record.facts, path: building.path },
      }
    : record
