import { isDeepStrictEqual } from 'node:util'
import { livesAt, offersOf } from '@/domain/volunteers/registration'
import type { Instant } from '@/types/shared/day'
import { forEachDocument } from '../kit/each'
import { command } from '../kit/cloud'
import type { Job } from '../kit/jobs'
import { personNow } from '../residents/store'
import { endUnguarded, settle } from './registration'
import { volunteerRecords, type VolunteerDoc } from './store'

/**
 * Every night each registration is compared with its person: who moved is found where they live now, of merged records
 * one speaks, who is under age serves with the guardian's consent, and the facts say what was registered.
 */
export const checkRegister: Job['run'] = (run) =>
  forEachDocument('volunteers.checkRegister', volunteerRecords, run, { where: {} }, (volunteer) =>
    check(volunteer, run.at),
  )

const check = async (volunteer: VolunteerDoc, at: Instant): Promise<void> => {
  const { _id, centre, ended, skills, rev } = volunteer
  const person = await personNow(centre, volunteer.person)
  if (!person) return
  if (ended === null) await endUnguarded(centre, person, at)
  const { now } = await settle(centre, person, at)
  const { path } = person.facts
  if (ended !== null || now?._id !== _id || isDeepStrictEqual(volunteer.path, path)) return
  const found = { path, offers: offersOf(path, skills), livesAt: livesAt(path, _id) }
  await volunteerRecords.of(centre).change(_id, { ...found, rev: command.inc(1) }, { rev })
}
