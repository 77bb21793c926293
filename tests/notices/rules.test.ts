import fc from 'fast-check'
import { answerOf } from '@/domain/notices/answer'
import { backOff, mostTries, nextStep } from '@/domain/notices/channel'
import { answerable, isRaised } from '@/domain/notices/calls'
import { askedAt } from '@/domain/notices/consents'
import { mustReach } from '@/domain/notices/mustReach'
import { messageOf } from '@/domain/notices/message'
import { isQuiet, quietEnds } from '@/domain/notices/quiet'
import { fieldProblem } from '@/emulator/openapi/messageFields'
import type { MessageTemplate } from '@/types/centre'
import { noticeEvents, occasions, type NoticeEvent, type Occasion } from '@/types/notices'
import { timeOf } from '@/types/shared/day'

type Fields = MessageTemplate['fields']

const moment = (time: string) => Date.parse(`2026-11-21T${time}:00+08:00`)
const hour = 3_600_000

describe('quiet hours', () => {
  test.each([
    ['20:59', false],
    ['21:00', true],
    ['00:00', true],
    ['07:29', true],
    ['07:30', false],
  ])('%s is quiet: %s', (time, quiet) => {
    expect(isQuiet(moment(time))).toBe(quiet)
  })

  test('they end at 7:30, within half a day', () => {
    fc.assert(
      fc.property(fc.integer({ min: moment('00:00'), max: moment('00:00') + 48 * hour }), (at) => {
        fc.pre(isQuiet(at))
        const end = quietEnds(at)
        expect(timeOf(end)).toBe('07:30')
        expect(end - at).toBeGreaterThan(0)
        expect(end - at).toBeLessThanOrEqual(10.5 * hour)
      }),
    )
  })
})

describe('the way somebody is told', () => {
  const at = moment('10:00')
  const waiting = { due: at + hour, urgent: false, tries: 0, subject: true, mustReach: false }
  const reach = { signsIn: true, agreed: true, family: false, inPlace: false }

  test.each([
    ['who agreed gets a message', {}, {}, at, { do: 'subscribe' }],
    ['who did not finds it in the program', {}, { agreed: false }, at, { do: 'inApp' }],
    ['who has no phone is called', {}, { signsIn: false }, at, { do: 'call' }],
    [
      'who has no phone but family is told through them',
      {},
      { signsIn: false, family: true },
      at,
      { do: 'tellFamily' },
    ],
    [
      'whoever acted and has left is not called about another',
      { subject: false },
      { signsIn: false },
      at,
      { do: 'inApp' },
    ],
    ['what is over is not told', { due: at }, {}, at, { do: 'expire' }],
    [
      'at night it waits',
      { due: at + 48 * hour },
      {},
      moment('22:00'),
      { do: 'wait', until: moment('07:30') + 24 * hour },
    ],
    [
      'at night what is urgent goes out',
      { due: at + 48 * hour, urgent: true },
      {},
      moment('22:00'),
      { do: 'subscribe' },
    ],
    [
      'at night what would be too late in the morning makes no sound',
      { due: moment('07:00') + 24 * hour },
      {},
      moment('22:00'),
      { do: 'inApp' },
    ],
    ['after five refusals it stays in the program', { tries: mostTries }, {}, at, { do: 'inApp' }],
    [
      'who did not agree is called about what must reach them',
      { mustReach: true },
      { agreed: false },
      at,
      { do: 'call' },
    ],
    [
      'after five refusals somebody calls about what must reach them',
      { mustReach: true, tries: mostTries },
      {},
      at,
      { do: 'call' },
    ],
    [
      'what must reach them before the morning is called in',
      { mustReach: true, due: moment('07:00') + 24 * hour },
      {},
      moment('22:00'),
      { do: 'call' },
    ],
    [
      'what was said in confidence reaches an elder without a phone in the program only',
      { mustReach: true, inConfidence: true },
      { signsIn: false },
      at,
      { do: 'inApp' },
    ],
    [
      'nor does anybody call about it',
      { mustReach: true, inConfidence: true },
      { agreed: false },
      at,
      { do: 'inApp' },
    ],
    ['who agreed is not called', { mustReach: true }, {}, at, { do: 'subscribe' }],
    [
      'whoever acted for somebody with a phone is not called besides',
      { mustReach: true, subject: false },
      { agreed: false },
      at,
      { do: 'inApp' },
    ],
    [
      'whoever is told in the place of an elder without a phone is called',
      { mustReach: true, subject: false },
      { agreed: false, inPlace: true },
      at,
      { do: 'call' },
    ],
  ])('%s', (_, row, ways, now, step) => {
    expect(nextStep({ ...waiting, ...row }, { ...reach, ...ways }, now)).toEqual(step)
  })

  test('each refusal waits three times as long as the one before', () => {
    expect([1, 2, 3, 4].map((tries) => backOff(tries) / 60_000)).toEqual([5, 15, 45, 135])
  })
})

test.each([
  [-1, 'busy'],
  [45009, 'busy'],
  [43101, 'noConsent'],
  [43107, 'refused'],
  [47003, 'refused'],
  [-501007, 'unknown'],
  [undefined, 'unknown'],
])('WeChat answers a message with %s: %s', (errCode, answer) => {
  expect(answerOf(errCode)).toBe(answer)
})

describe('a message', () => {
  const kinds: Record<string, Fields[string][]> = {
    thing1: ['title', 'placeName', 'startsAt', 'note'],
    phrase2: ['note'],
    time3: ['startsAt'],
    date4: ['startsAt'],
  }
  const fields = fc.record(
    Object.fromEntries(
      Object.entries(kinds).map(([field, facts]) => [field, fc.constantFrom(...facts)]),
    ),
    { requiredKeys: [] },
  ) as fc.Arbitrary<Fields>
  const text = fc.string({ unit: 'binary', maxLength: 60 })

  test('has no field that WeChat would refuse, whatever staff wrote', () => {
    fc.assert(
      fc.property(
        fields,
        fc.constantFrom(...noticeEvents),
        fc.record({ title: text, placeName: text, startsAt: fc.constant(moment('09:05')) }),
        (chosen, event, facts) => {
          const data = messageOf({ id: 't', events: [], fields: chosen }, event, facts, 0)
          expect(Object.keys(data ?? {}).sort()).toEqual(Object.keys(chosen).sort())
          for (const [field, { value }] of Object.entries(data ?? {}))
            expect(fieldProblem(field, value)).toBeUndefined()
        },
      ),
    )
  })

  test('is cut at twenty characters and dated as people read it', () => {
    const template: MessageTemplate = {
      id: 't',
      events: [],
      fields: { thing1: 'title', time2: 'startsAt', phrase3: 'note' },
    }
    const facts = {
      title: '老年人智能手机使用入门与防诈骗知识第一讲',
      startsAt: moment('09:05'),
    }
    expect(messageOf(template, 'activityTomorrow', facts, 0)).toEqual({
      thing1: { value: facts.title },
      time2: { value: '2026年11月21日 09:05' },
      phrase3: { value: '明天参加' },
    })
    const longer = { ...facts, title: `${facts.title}上` }
    expect(messageOf(template, 'activityTomorrow', longer, 0)?.thing1?.value).toBe(
      '老年人智能手机使用入门与防诈骗知识第一…',
    )
  })

  test('never names anybody', () => {
    const template: MessageTemplate = {
      id: 't',
      events: [],
      fields: { thing1: 'title', thing2: 'note', thing3: 'placeName' },
    }
    const facts = { title: '合唱', placeName: '大厅', name: '李奶奶', because: '李奶奶病了' }
    for (const event of noticeEvents)
      expect(JSON.stringify(messageOf(template, event, facts, 0))).not.toContain('李奶奶')
  })

  test('is not made of a field no fact of ours fits', () => {
    const template: MessageTemplate = { id: 't', events: [], fields: { amount1: 'title' } }
    expect(messageOf(template, 'signedUp', { title: '合唱' }, 0)).toBeNull()
  })
})

test('three templates are asked for at most, none twice, what matters most first', () => {
  const template = (id: string, ...events: NoticeEvent[]) => ({ id, events, fields: {} })
  expect(
    askedAt('activity', [
      template('tSigned', 'signedUp'),
      template('tChange', 'activityChanged', 'activityWithdrawn'),
      template('tMorrow', 'activityTomorrow'),
      template('tPlace', 'promoted', 'drawnIn'),
      template('tOther', 'verified'),
    ]),
  ).toEqual([
    { event: 'activityTomorrow', template: 'tMorrow' },
    { event: 'promoted', template: 'tPlace' },
    { event: 'activityWithdrawn', template: 'tChange' },
  ])
})

test('each occasion asks for what somebody may want to hear of it', () => {
  const template = (id: string, ...events: NoticeEvent[]) => ({ id, events, fields: {} })
  const chosen = [
    template('tActivity', 'activityTomorrow', 'signedUp'),
    template('tReminder', 'haircutTomorrow'),
    template('tAsk', 'haircutAsk', 'haircutCalledOff'),
    template('tTurn', 'haircutPromoted', 'haircutTwoBefore', 'homeVisitPlanned'),
    template('tMeal', 'mealCalledOff'),
    template('tShift', 'shiftCalledOff', 'shiftMoved'),
    template('tHelped', 'errandAccepted', 'errandOnTheWay'),
    template('tHelper', 'errandAsked'),
    template('tCare', 'errandNoAnswer', 'errandTrouble'),
    template('tShop', 'aidReady', 'shopLapsed'),
    template('tSurvey', 'surveyOpened', 'surveyCloses'),
    template('tProposal', 'proposalNews'),
    template('tProposalCare', 'proposalCare'),
    template('tCase', 'caseSolved', 'caseGiven'),
  ]
  const asked = (occasion: Occasion) => askedAt(occasion, chosen).map(({ template: id }) => id)
  expect(Object.fromEntries(occasions.map((occasion) => [occasion, asked(occasion)]))).toEqual({
    feedback: ['tCase'],
    activity: ['tActivity'],
    haircut: ['tReminder', 'tAsk', 'tTurn'],
    homeVisit: ['tTurn'],
    meal: ['tMeal'],
    shift: ['tShift'],
    errand: ['tHelped'],
    helping: ['tHelper'],
    errandCare: ['tCare'],
    shop: ['tShop'],
    survey: ['tSurvey'],
    proposal: ['tProposal'],
    proposalCare: ['tProposalCare'],
  })
})

test('what must reach somebody is asked for on some occasion', () => {
  const all = noticeEvents.map((event) => ({ id: event, events: [event], fields: {} }))
  const one = (event: NoticeEvent) => all.filter(({ id }) => id === event)
  const askedFor = (event: NoticeEvent) =>
    occasions.some((occasion) => askedAt(occasion, one(event)).length > 0)
  expect(noticeEvents.filter((event) => mustReach(event) && !askedFor(event))).toEqual([])
  expect(noticeEvents.filter(mustReach)).toContain('haircutTomorrow')
  expect(noticeEvents.filter(mustReach)).toContain('shiftSwapTaken')
})

describe('who answers for a home', () => {
  const node = (_id: string, owner: string | null, more = {}) => ({
    _id,
    owner,
    deputy: null,
    awayUntil: null,
    ...more,
  })
  const path = ['centre', 'jing', 'grid', 'b12']
  const at = moment('10:00')

  test('the deepest owner, and the deputy only while the owner is away', () => {
    const nodes = [
      node('grid', 'zhao', { deputy: 'sun', awayUntil: at + 1 }),
      node('centre', 'zhou'),
      node('b12', null),
    ]
    expect(answerable(path, nodes, at)).toBe('sun')
    expect(answerable(path, nodes, at + 1)).toBe('zhao')
    expect(answerable(['centre', 'chun'], nodes, at)).toBe('zhou')
    expect(answerable(path, [], at)).toBeNull()
  })

  test('a call is raised two hours before it is too late', () => {
    expect(isRaised(at + 2 * hour, at)).toBe(true)
    expect(isRaised(at + 2 * hour + 1, at)).toBe(false)
  })
})
