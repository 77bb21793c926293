import { surveys } from '@/types/surveys'
import type { Envelope } from '@/types/shared/envelope'
import type { AnswerDoc } from '@/cloudfunctions/surveys/store'
import type { TestCloud } from '../support/cloud'
import { meetingOn } from '../support/meeting'
import { as, codeOf, jingHome, newKey, resident, staffOf, startCentre } from '../support/people'
import { all, answered, answering, jingStaff, published } from './asking'

// Two acts meet in the worst order there is: one has read and decided, the other happens whole, then the first writes.
// The product notices; the same product without the guards of its writes does the damage that is named here.

let cloud: TestCloud
const meeting = meetingOn(() => cloud)
const atMarks = (procedure: string) => ({
  ...{ action: 'database.insertDocument', collection: 'survey_marks' },
  procedure: `surveys.${procedure}`,
})
const answers = async (survey: string) =>
  (await all<AnswerDoc>(cloud, 'survey_answers')).filter((one) => one.survey === survey).length

const atDoor = (survey: string, key = newKey()) =>
  as(
    cloud,
    surveys,
    staffOf.jingWorker,
  )('answerAtDoor', {
    ...{ key, survey, version: 1, answers: answered() },
    of: { kind: 'home', home: jingHome('301') },
  })

const races: Readonly<
  Record<string, { meet: () => Promise<unknown>; sound: unknown; damage: unknown }>
> = {
  'two phones of one household answer': {
    meet: async () => {
      const survey = await published(cloud, { per: 'household' })
      const codes = await meeting(
        atMarks('answer'),
        () => codeOf(answering(cloud, 'o-li', survey)),
        () => codeOf(answering(cloud, 'o-son', survey)),
      )
      return { codes, answers: await answers(survey) }
    },
    sound: { codes: ['AlreadyAnswered', 'ok'], answers: 1 },
    damage: { codes: ['ok', 'ok'], answers: 2 },
  },

  'the door and the phone of one household': {
    meet: async () => {
      const survey = await published(cloud, { per: 'household' })
      const codes = await meeting(
        atMarks('answerAtDoor'),
        () => codeOf(atDoor(survey)),
        () => codeOf(answering(cloud, 'o-li', survey)),
      )
      return { codes, answers: await answers(survey) }
    },
    sound: { codes: ['AlreadyAnswered', 'ok'], answers: 1 },
    damage: { codes: ['ok', 'ok'], answers: 2 },
  },

  'a draft is published while a colleague changes it': {
    meet: async () => {
      const staff = jingStaff(cloud)
      const survey = await published(cloud)
      const { rev, draft } = await staff('draft', { survey })
      await staff('saveDraft', { survey, rev, draft: { ...draft, about: '一' } })
      const codes = await meeting(
        { collection: 'surveys', procedure: 'surveys.publish' },
        () => codeOf(staff('publish', { survey, rev: rev + 1 })),
        () =>
          codeOf(staff('saveDraft', { survey, rev: rev + 1, draft: { ...draft, about: '二' } })),
      )
      const { version, changed } = await staff('draft', { survey })
      return { codes, version, changed }
    },
    sound: { codes: ['ChangedMeanwhile', 'ok'], version: 1, changed: true },
    // What nobody saw is out as the second version.
    damage: { codes: ['ok', 'ok'], version: 2, changed: true },
  },
}

describe.each([
  ['two at once', {}, 'sound'],
  ['two at once without the guards', { functions: 'unguarded' }, 'damage'],
] as const)('%s', (_, options, outcome) => {
  beforeAll(async () => {
    cloud = await startCentre(options)
    await resident(cloud, 'o-li', '李奶奶', { home: jingHome('301') })
    await resident(cloud, 'o-son', '李明', { home: jingHome('301') })
  })
  afterAll(() => cloud.stop())

  test.each(Object.entries(races))('%s', async (_name, race) => {
    expect(await race.meet()).toEqual(race[outcome])
  })

  if (outcome === 'sound')
    test('in one moment twelve phones of one household answer: one does', async () => {
      for (let n = 0; n < 12; n++)
        await resident(cloud, `o-home-${n}`, `家人${n}`, { home: jingHome('999') })
      const survey = await published(cloud, { per: 'household' })
      const codes = await Promise.all(
        Array.from({ length: 12 }, async (_, n) => {
          const input = { key: newKey(), survey, version: 1, answers: answered() }
          for (;;) {
            const event = { procedure: 'answer', centre: 'dl', input }
            const envelope = await cloud.call<Envelope>(`o-home-${n}`, 'surveys', event)
            if (envelope.ok) return 'ok'
            if (envelope.error.code !== 'TryAgain') return envelope.error.code
          }
        }),
      )
      expect(codes.filter((code) => code === 'ok')).toHaveLength(1)
      expect(codes.filter((code) => code === 'AlreadyAnswered')).toHaveLength(11)
      expect(await answers(survey)).toBe(1)
    })
})
