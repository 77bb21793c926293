import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { idOf, personIdHint } from '@/cloudfunctions/kit/ids'
import type { Registration } from '@/types/activities'
import type { Envelope } from '@/types/shared/envelope'
import { CallFailed, type TestCloud } from '../support/cloud'
import { dl } from '../support/people'

/** OPENIDs of the people who tap at nine o'clock. */
export const crowdOf = (size: number): string[] =>
  Array.from({ length: size }, (_, i) => `o-parent-${String(i).padStart(3, '0')}`)

/**
 * Gives everybody of a crowd a passport, straight in the database: 400 sign-ins are not what is tested. Their ids are
 * the ones a first sign-in gives. Resolves with the id of each OPENID.
 */
export const seedCrowd = async (
  cloud: TestCloud,
  openids: readonly string[],
): Promise<Map<string, string>> => {
  const secrets = JSON.parse(readFileSync(join(cloud.data, 'secrets.json'), 'utf8')) as {
    CHJ_ID_KEY: string
  }
  process.env.CHJ_ID_KEY = secrets.CHJ_ID_KEY
  const ids = new Map(openids.map((openid) => [openid, personIdHint(dl, openid)]))
  const passport = (openid: string, i: number) => ({
    _id: idOf(dl, 'w', openid),
    centre: dl,
    v: 1,
    openid,
    person: {
      id: ids.get(openid),
      name: `家长${i}`,
      birthDate: '1988-08-08',
      household: `${dl}_h${i}`,
      path: [`${dl}_centre`],
      verifiedUntil: null,
      tags: {},
    },
    dependants: {},
    roles: [],
    hours: {},
    rev: 1,
    actsFor: [],
    posts: [],
    copied: {},
  })
  for (let i = 0; i < openids.length; i += 100)
    await cloud.admin
      .collection('passports')
      .add(openids.slice(i, i + 100).map((openid, j) => passport(openid, i + j)))
  return ids
}

/** What one phone was told: a registration, or the code of a refusal. */
export type Answer = Pick<Registration, 'state' | 'position'> | string

/** Codes after which a phone tries again by itself, under the same key. */
const again = ['TryAgain', 'Internal']
const mostRounds = 40

/**
 * Everybody taps at once, each `taps` times under one key. What failed without an answer is sent again, as phones do,
 * until it is answered. Resolves with all answers of each OPENID.
 */
export const rush = async (
  cloud: TestCloud,
  activity: string,
  openids: readonly string[],
  taps = 3,
): Promise<Map<string, Answer[]>> => {
  const answers = new Map<string, Answer[]>(openids.map((openid) => [openid, []]))
  let calls = openids.flatMap((openid) => Array<string>(taps).fill(openid))
  for (let round = 0; calls.length > 0; round++) {
    if (round === mostRounds) throw new Error(`${calls.length} taps were never answered`)
    const outcomes = await Promise.all(
      calls.map(async (openid) => ({ openid, answer: await tap(cloud, activity, openid) })),
    )
    calls = []
    for (const { openid, answer } of outcomes)
      if (answer === null) calls.push(openid)
      else answers.get(openid)?.push(answer)
  }
  return answers
}

/** One tap; null when it is not known what came of it. */
const tap = async (cloud: TestCloud, activity: string, openid: string): Promise<Answer | null> => {
  try {
    const envelope = await cloud.call<Envelope<Registration>>(openid, 'activities', {
      procedure: 'signUp',
      centre: dl,
      input: { activity, key: `rush-${activity}-${openid}`.slice(-40) },
    })
    if (envelope.ok) return { state: envelope.value.state, position: envelope.value.position }
    return again.includes(envelope.error.code) ? null : envelope.error.code
  } catch (error) {
    // The cloud gave up on the call, or the connection did not last.
    if (error instanceof CallFailed || error instanceof TypeError) return null
    throw error
  }
}
