import { haircuts } from '@/types/haircuts'
import { residents } from '@/types/residents'
import { volunteers } from '@/types/volunteers'
import type { Envelope } from '@/types/shared/envelope'
import { staffRoles, type StaffRole } from '@/types/shared/roles'
import { centre as centreContract } from '@/types/centre'
import { activities } from '@/types/activities'
import { lego } from '../activities/publishing'
import { december, the16th } from '../haircuts/square'
import type { TestCloud } from '../support/cloud'
import {
  as,
  dl,
  jingHome,
  newKey,
  places,
  policy,
  resident,
  saturday,
  seedCentre,
  seedMembers,
  staffId,
  staffOf,
  startCentre,
  type Member,
} from '../support/people'
import { contracts, everyProcedure } from './contracts'

/** What the inputs speak of; everything lies in 静安里 or below it. */
interface Things {
  /** Without a phone, at home in 静安里. */
  person: string
  twin: string
  card: string
  activity: string
  called: string
  display: string
  double: string
  call: string
  shift: string
  /** Hours that wait for a second person. */
  entry: string
  /** A haircut session that is open, and a number of it. */
  session: string
  ticket: string
  visit: string
}

interface Entry {
  /**
   * Where the thing lies: below 静安里, at the whole centre, or nowhere in particular, so that a role held anywhere
   * opens it (lists of one's own nodes, a card shown on the spot).
   */
  at: 'jing' | 'centre' | 'anywhere'
  input: (things: Things) => object
  /** Answers that come after the door, besides success and the procedure's own errors. */
  behind?: string[]
  /** Roles the contract lets in and the thing itself does not, as this case is set. */
  but?: StaffRole[]
}

const nothing = () => ({})
const anybody = (input: Entry['input'] = nothing, behind?: string[]): Entry => ({
  at: 'anywhere',
  input,
  ...(behind && { behind }),
})
const inJing = (input: Entry['input']): Entry => ({ at: 'jing', input })
const draft = () => ({ draft: { ...lego(), node: places.jing } })
const ofPerson = ({ person }: Things) => ({ person })
const ofActivity = ({ activity }: Things) => ({ activity })
const ofShift = ({ shift }: Things) => ({ shift })
const ofSession = ({ session }: Things) => ({ session })
const ofTicket = ({ session, ticket }: Things) => ({ session, ticket })
const attendance = ({ activity, person }: Things) => ({ activity, session: 0, person })

/** One row for each procedure: a call that is right in everything but who makes it. */
const table: Readonly<Record<string, Entry>> = {
  'activities.list': anybody(),
  'activities.get': anybody(ofActivity),
  'activities.signUp': anybody(ofActivity),
  'activities.cancel': anybody(ofActivity),
  'activities.mine': anybody(),
  'activities.participants': anybody(ofActivity),
  'activities.checkIn': anybody(() => ({ code: 'dl_nothing' })),
  'activities.publish': inJing(draft),
  'activities.edit': inJing(({ activity }) => ({ activity, rev: 900, ...draft() })),
  'activities.getDraft': inJing(ofActivity),
  'activities.withdraw': inJing(({ called }) => ({ activity: called, because: '老师病了' })),
  'activities.drawLots': inJing(ofActivity),
  'activities.listForStaff': anybody(),
  'activities.roster': inJing(ofActivity),
  'activities.promote': inJing(({ activity, person }) => ({ activity, person })),
  'activities.checkInCode': inJing(ofActivity),
  'activities.checkInByCard': inJing(({ activity, card }) => ({ activity, session: 0, card })),
  'activities.tick': inJing((things) => ({ ...attendance(things), present: true })),
  'activities.tickAll': inJing(({ activity, person }) => ({
    activity,
    session: 0,
    persons: [person],
  })),
  'activities.confirmCheckIn': inJing((things) => ({ ...attendance(things), accept: true })),
  'activities.countHeads': inJing(({ activity }) => ({ activity, session: 0, heads: 3 })),
  'activities.completion': inJing(ofActivity),
  'activities.poster': inJing(ofActivity),
  'activities.statistics': anybody(() => ({ from: '2026-11-01', to: '2026-11-30' })),

  'centre.today': anybody(),
  'centre.about': anybody(),
  'centre.settings': { at: 'centre', input: () => ({}) },
  'centre.saveSettings': { at: 'centre', input: () => ({ templates: [] }) },
  'centre.saveAbout': {
    at: 'centre',
    input: () => ({
      about: {
        name: '党群服务中心',
        about: '',
        phone: null,
        opens: '08:30',
        closes: '17:00',
        points: [],
      },
    }),
  },
  'centre.open': anybody(() => ({
    name: '又一个',
    adminName: '某人',
    setupCode: 'wrong-setup-code',
    policy,
  })),
  'centre.list': anybody(),
  'centre.issueDisplay': inJing(({ activity }) => ({ shows: 'checkIn', thing: activity })),
  'centre.listDisplays': anybody(),
  'centre.revokeDisplay': inJing(({ display }) => ({ display })),
  'centre.auditLog': { at: 'centre', input: nothing },
  // Who lives here may ask; the purposes there are so far are for staff.
  'centre.uploadTicket': anybody(
    () => ({ purpose: 'activityPhoto', ending: 'jpg', bytes: 1000 }),
    ['NotAllowed'],
  ),
  'centre.reportError': anybody(() => ({
    page: 'pages/today',
    name: 'TypeError',
    place: 'a.js:1',
    version: 1,
  })),

  'haircuts.schedule': anybody(),
  'haircuts.book': anybody(ofSession),
  'haircuts.cancel': anybody(ofSession),
  'haircuts.choose': anybody(({ session }) => ({ session, choice: 'waitToday' })),
  'haircuts.mine': anybody(),
  'haircuts.askHomeVisit': anybody(() => ({ note: '腿脚不便' })),
  'haircuts.cancelHomeVisit': anybody(({ visit }) => ({ visit }), ['NotFound']),
  'haircuts.myHomeVisits': anybody(),
  'haircuts.rule': inJing(nothing),
  'haircuts.saveRule': inJing(() => ({ rev: 900, rule: the16th() })),
  'haircuts.previewRule': inJing(() => ({ rule: the16th() })),
  'haircuts.queue': inJing(ofSession),
  'haircuts.walkIn': inJing(({ session }) => ({ session, name: '来人' })),
  'haircuts.arrive': inJing(ofTicket),
  'haircuts.callNext': inJing(ofSession),
  'haircuts.finish': inJing(ofTicket),
  'haircuts.noShow': inJing(ofTicket),
  'haircuts.backInLine': inJing(ofTicket),
  'haircuts.board': inJing(ofSession),
  'haircuts.homeVisits': anybody(() => ({ state: 'asked' })),
  'haircuts.planHomeVisit': inJing(({ visit, twin }) => ({
    visit,
    on: '2026-11-30',
    barbers: [twin, staffId('o-resident')],
  })),
  'haircuts.finishHomeVisit': inJing(({ visit }) => ({ visit })),

  'notices.mine': anybody(),
  'notices.markRead': anybody(() => ({ notices: [] })),
  'notices.templates': anybody(),
  'notices.recordConsent': anybody(() => ({ answers: [] })),
  'notices.callList': anybody(),
  'notices.recordCall': inJing(({ call }) => ({ call, outcome: 'noAnswer' })),

  'residents.me': anybody(),
  'residents.signIn': anybody(() => ({ name: '来访者', policy })),
  'residents.updateProfile': anybody(() => ({ emergencyContact: null })),
  'residents.bindPhone': anybody(() => ({ code: 'never-given' })),
  'residents.addDependant': anybody(() => ({ name: '家人', relation: 'other', consent: 'spoken' })),
  'residents.removeDependant': anybody(({ person }) => ({ dependant: person })),
  'residents.askToAct': anybody(({ card }) => ({ card, relation: 'other' })),
  'residents.answerActor': anybody(({ person }) => ({ actor: person, allow: false })),
  'residents.endActing': anybody(({ person }) => ({ actor: person })),
  'residents.allowActor': inJing(({ person }) => ({
    person,
    actor: staffId('o-resident'),
    relation: 'other',
    consent: 'spoken',
  })),
  'residents.memberCode': anybody(),
  'residents.renewMemberCode': anybody(),
  'residents.takeOverRecord': anybody(() => ({
    card: 'dl_mnone',
    name: '谁',
    birthDate: '1950-01-01',
    policy,
  })),
  'residents.consents': anybody(),
  'residents.giveConsent': anybody(() => ({ purpose: 'photos', version: policy })),
  'residents.withdrawConsent': anybody(() => ({ consent: 'dl_knone' }), ['NotFound']),
  'residents.exportMyData': anybody(),
  'residents.deleteMyAccount': anybody(),
  'residents.keepMyAccount': anybody(),
  'residents.listPlaces': anybody(),
  'residents.findPeople': anybody(() => ({ text: '李' })),
  'residents.personByCard': anybody(({ card }) => ({ card })),
  'residents.getPerson': inJing(ofPerson),
  'residents.registerPerson': inJing(() => ({ name: '新来的', home: jingHome('1401') })),
  'residents.verifyResidency': inJing(({ person }) => ({
    person,
    basis: 'tenancy',
    document: 'lease',
    birthDate: '1942-03-01',
    home: jingHome(),
    until: '2027-01-01',
  })),
  'residents.revokeVerification': inJing(({ person }) => ({ person, reason: '搬走了' })),
  'residents.deleteAccountFor': inJing(({ twin }) => ({ person: twin, wish: 'spoken' })),
  'residents.keepAccountFor': inJing(({ twin }) => ({ person: twin })),
  'residents.issueCard': inJing(({ twin }) => ({ person: twin })),
  'residents.revokeCard': inJing(({ person }) => ({ person, card: 'dl_mnone' })),
  'residents.listDoubles': anybody(),
  'residents.mergePeople': inJing(({ person, twin }) => ({ keep: person, merge: twin })),
  'residents.dismissDouble': inJing(({ double }) => ({ double })),
  'residents.setTag': inJing(({ person }) => ({ person, tag: 'veteran' })),
  'residents.removeTag': inJing(({ person }) => ({ person, tag: 'veteran' })),
  'residents.listNodes': inJing(() => ({ under: places.jing })),
  'residents.saveNode': inJing(() => ({ kind: 'grid', parent: places.jing, name: '新网格' })),
  'residents.setOwner': inJing(() => ({ node: places.jing12, owner: null, deputy: null })),
  // A grid worker who is not the owner sends nobody away.
  'residents.setAway': {
    ...inJing(() => ({ node: places.jing12, until: null })),
    but: ['gridWorker'],
  },
  'residents.listRoles': inJing(() => ({ node: places.jing })),
  'residents.grantRole': inJing(() => ({
    person: staffId('o-resident'),
    role: 'volunteer',
    node: places.jing12,
  })),
  'residents.revokeRole': inJing(() => ({
    person: staffId('o-resident'),
    role: 'volunteer',
    node: places.jing12,
  })),

  'volunteers.listShifts': anybody(),
  'volunteers.confirmShift': anybody(ofShift),
  'volunteers.withdrawFromShift': anybody(ofShift),
  'volunteers.myHours': anybody(),
  'volunteers.saveShift': inJing(() => ({
    kind: 'delivery',
    title: '送餐',
    placeName: '共享餐厅',
    node: places.jing,
    startsAt: Date.parse('2026-11-25T11:00:00+08:00'),
    endsAt: Date.parse('2026-11-25T12:00:00+08:00'),
    needed: 2,
  })),
  'volunteers.callOffShift': inJing(({ shift }) => ({ shift, because: '停气' })),
  'volunteers.shiftsForStaff': anybody(),
  'volunteers.shiftRoster': inJing(ofShift),
  'volunteers.putOnShift': inJing(({ shift, twin }) => ({ shift, person: twin })),
  'volunteers.takeOffShift': inJing(({ shift, twin }) => ({ shift, person: twin })),
  'volunteers.enterHours': inJing(({ twin }) => ({
    person: twin,
    day: '2026-11-20',
    minutes: 60,
    what: '送餐',
  })),
  'volunteers.confirmHours': inJing(({ entry }) => ({ entry })),
  'volunteers.refuseHours': inJing(({ entry }) => ({ entry, because: '记错了' })),
  'volunteers.hoursToConfirm': anybody(),
  'volunteers.hoursOf': inJing(ofPerson),
}

const inside = { jing: places.jing, centre: places.centre, anywhere: places.jing }
const outside = { jing: places.chun, centre: places.jing, anywhere: places.chun }

const roleAt = (role: StaffRole, node: string) => `o-${role}-at-${node}`

const everyMember: Member[] = [
  { openid: 'o-resident', name: '居民' },
  ...[places.centre, places.jing, places.chun].flatMap((node) =>
    staffRoles.map((role) => ({ openid: roleAt(role, node), name: role, role, node })),
  ),
]

const closed = ['NotSignedIn', 'NotAllowed', 'NotFound', 'InvalidInput', 'TryAgain', 'Internal']

describe('who may call what', () => {
  let cloud: TestCloud
  let things: Things

  beforeAll(async () => {
    cloud = await startCentre()
    await seedCentre(cloud, 'ot')
    await seedMembers(cloud, everyMember)
    // Who administers the other centre only, one for each procedure: `signIn` would make one known here.
    await seedMembers(
      cloud,
      everyProcedure.map(({ name }) => ({
        openid: `o-ot-${name}`,
        name: '别处的主任',
        role: 'admin',
        node: places.centre,
      })),
      'ot',
    )
    const worker = as(cloud, residents, staffOf.jingWorker)
    const register = () =>
      worker('registerPerson', { name: '李奶奶', birthDate: '1942-03-01', home: jingHome() })
    const [{ id: person }, { id: twin }] = [await register(), await register()]
    const { card } = await worker('issueCard', { person })
    const jing = as(cloud, activities, staffOf.jingStaff)
    const { activity } = await jing('publish', draft())
    const { activity: called } = await jing('publish', draft())
    const display = await as(
      cloud,
      centreContract,
      staffOf.jingStaff,
    )('issueDisplay', {
      shows: 'checkIn',
      thing: activity,
    })
    const { items } = await as(cloud, residents, staffOf.jingStaff)('listDoubles', {})
    const coordinator = as(cloud, volunteers, staffOf.jingStaff)
    const { id: shift } = await coordinator('saveShift', {
      kind: 'delivery',
      title: '送餐',
      placeName: '共享餐厅',
      node: places.jing,
      startsAt: Date.parse('2026-11-25T11:00:00+08:00'),
      endsAt: Date.parse('2026-11-25T12:00:00+08:00'),
      needed: 2,
    })
    const given = { person, day: '2026-11-20', minutes: 60, what: '送餐' }
    const { id: entry } = await coordinator('enterHours', given)
    await as(
      cloud,
      haircuts,
      staffOf.jingStaff,
    )('saveRule', {
      rev: 0,
      rule: the16th({ opensDaysBefore: 60 }),
    })
    const helper = as(cloud, haircuts, staffOf.jingWorker)
    const { id: ticket } = await helper('book', { session: december, forResident: person })
    await worker('verifyResidency', {
      person: twin,
      basis: 'tenancy',
      document: 'lease',
      birthDate: '1942-03-01',
      home: jingHome(),
      until: '2027-01-01',
    })
    const { id: visit } = await helper('askHomeVisit', { forResident: twin, note: '腿脚不便' })
    const call = 'dl_n-call'
    const due = Date.parse(saturday) + 24 * 3_600_000
    await cloud.admin.collection('outbox').add([
      {
        _id: call,
        centre: dl,
        v: 1,
        event: 'activityWithdrawn',
        to: person,
        about: person,
        aboutName: '李奶奶',
        told: [person],
        thing: null,
        data: {},
        at: Date.parse(saturday),
        due,
        urgent: false,
        channel: 'call',
        state: 'calling',
        tries: 0,
        notBefore: due,
        readAt: null,
        call: {
          path: [places.centre, places.jing],
          outcome: null,
          by: null,
          byName: null,
          at: null,
          keys: [],
          raisedTo: null,
        },
      },
    ])
    things = {
      person,
      twin,
      card,
      activity,
      called,
      display: display.display,
      double: items[0]!.id,
      call,
      shift,
      entry,
      session: december,
      ticket,
      visit,
    }
  })
  afterAll(() => cloud.stop())

  interface Way {
    centre?: string
    event?: object
  }

  const outcome = async (
    openid: string | null,
    name: string,
    input: object,
    { centre = dl, event = {} }: Way = {},
  ): Promise<string> => {
    const [module = '', procedure = ''] = name.split('.')
    const envelope = await cloud.call<Envelope>(openid, module, {
      ...event,
      procedure,
      centre,
      input: { key: newKey(), ...input },
    })
    return envelope.ok ? 'ok' : envelope.error.code
  }

  /** `open` when the call came past the door, whatever is behind it. */
  const door = async (
    openid: string | null,
    name: string,
    input: object,
    way?: Way,
  ): Promise<string> => {
    const code = await outcome(openid, name, input, way)
    return closed.includes(code) && !table[name]?.behind?.includes(code) ? code : 'open'
  }

  const doors = async (
    name: string,
    callers: readonly (readonly [
      openid: string | null,
      expected: string,
      input?: object,
      way?: Way,
    ])[],
  ) => {
    const input = table[name]!.input(things)
    const answers = await Promise.all(
      callers.map(async ([openid, expected, other, way]) => ({
        who: openid ?? 'nobody',
        expected,
        found: await door(openid, name, { ...input, ...other }, way),
      })),
    )
    expect(answers.filter(({ expected, found }) => found !== expected)).toEqual([])
  }

  it('is asked of every procedure, and of none that is gone', () => {
    expect(Object.keys(table).sort()).toEqual(everyProcedure.map(({ name }) => name).sort())
  })

  // A visitor of `signIn` is none afterwards: it comes last.
  const inTurn = [...everyProcedure].sort(
    (a, b) => Number(a.word === 'signIn') - Number(b.word === 'signIn'),
  )

  describe.each(inTurn)('$name', ({ name, declared: { may } }) => {
    const { at, but = [] } = table[name] ?? { at: 'jing' as const }

    it('opens to those the contract names and to nobody else', async () => {
      const signedIn = may.who === 'visitor' || may.who === 'resident' ? 'open' : 'NotAllowed'
      const stranger = may.who === 'visitor' ? 'open' : 'NotSignedIn'
      const roles = may.who === 'staff' || may.who === 'display' ? may.roles : []
      const ofRole = (role: StaffRole) =>
        signedIn === 'open' || (roles.includes(role) && !but.includes(role)) ? 'open' : 'NotAllowed'
      const elsewhere = signedIn === 'open' || at === 'anywhere' ? 'open' : 'NotAllowed'
      await doors(name, [
        [null, 'NotSignedIn'],
        [
          null,
          'NotSignedIn',
          {},
          { event: { Type: 'Timer', TriggerName: 'everyFiveMinutes', Time: 'now' } },
        ],
        [
          null,
          'NotSignedIn',
          {},
          { event: { SOURCE: 'wx_trigger', userInfo: { openId: staffOf.admin } } },
        ],
        [`o-visitor-${name}`, stranger],
        ['o-resident', signedIn],
        // A forged role, sent along, is not read.
        ['o-resident', signedIn, { role: 'admin', roles: ['admin'] }, { event: { role: 'admin' } }],
        ...staffRoles.map((role) => [roleAt(role, inside[at]), ofRole(role)] as const),
        ...roles.map((role) => [roleAt(role, outside[at]), elsewhere] as const),
      ])
    })

    it('knows nobody of another centre', async () => {
      const stranger = may.who === 'visitor' ? 'open' : 'NotSignedIn'
      await doors(name, [[`o-ot-${name}`, stranger]])
    })

    if (may.who === 'resident' && may.forOthers)
      it('is for oneself, one’s own dependants, and staff of the place', async () => {
        const parent = `o-parent-${name}`
        await resident(cloud, parent, '家长')
        const child = await as(
          cloud,
          residents,
          parent,
        )('addDependant', {
          name: '孩子',
          relation: 'child',
          birthDate: '2018-01-01',
          home: jingHome(),
          consent: 'guardian',
        })
        const theirs = { forResident: child.id }
        const forOthers = may.forOthers ?? []
        await doors(name, [
          [parent, 'open', theirs],
          ['o-resident', 'NotAllowed', theirs],
          ['o-resident', 'NotAllowed', { forResident: 'dl_pnobody' }],
          ['o-resident', 'NotAllowed', { forResident: 'ot_padmin' }],
          ...staffRoles.flatMap((role) => [
            [
              roleAt(role, places.jing),
              forOthers.includes(role) ? 'open' : 'NotAllowed',
              theirs,
            ] as const,
            [roleAt(role, places.chun), 'NotAllowed', theirs] as const,
          ]),
        ])
      })

    if (may.who === 'staff' || may.who === 'display')
      it('finds nothing of another centre', async () => {
        const input = table[name]!.input(things)
        const theirs = JSON.parse(JSON.stringify(input).replaceAll('"dl_', '"ot_')) as object
        if (JSON.stringify(theirs) === JSON.stringify(input)) return
        const role = may.roles.find((one) => !but.includes(one)) ?? 'admin'
        expect(await outcome(roleAt(role, places.centre), name, theirs)).not.toBe('ok')
      })
  })

  it('opens a screen on the wall by its link alone, for its one activity, until it is revoked', async () => {
    const staff = as(cloud, centreContract, staffOf.jingStaff)
    const { token, display } = await staff('issueDisplay', {
      shows: 'checkIn',
      thing: things.activity,
    })
    const show = (activity: string, link: string) =>
      outcome(null, 'activities.checkInCode', { activity }, { event: { display: link } })
    expect(await show(things.activity, token)).toBe('ok')
    expect(await show(things.called, token)).toBe('NotAllowed')
    expect(await show(things.activity, 'no-such-link')).toBe('NotSignedIn')
    expect(
      await outcome(
        null,
        'activities.roster',
        { activity: things.activity },
        { event: { display: token } },
      ),
    ).toBe('NotSignedIn')
    await staff('revokeDisplay', { display })
    expect(await show(things.activity, token)).toBe('NotSignedIn')
  })

  it.each([
    [
      'a timer',
      { Type: 'Timer', TriggerName: 'everyFiveMinutes', Time: '2026-11-21T00:00:00Z', Message: '' },
    ],
    [
      'a payment callback',
      { returnCode: 'SUCCESS', resultCode: 'SUCCESS', outTradeNo: 'o1', totalFee: 1 },
    ],
    [
      'a media callback',
      { MsgType: 'event', Event: 'wxa_media_check', result: { suggest: 'pass' } },
    ],
  ])('takes no phone for %s', async (_what, event) => {
    for (const openid of [null, 'o-resident'])
      for (const { module } of contracts) {
        const envelope = await cloud.call<Envelope>(openid, module, event)
        expect(envelope).toMatchObject({ ok: false, error: { code: 'InvalidInput' } })
      }
    for (const openid of [null, 'o-resident', staffOf.admin])
      expect(await cloud.call<Envelope>(openid, 'jobs', event)).toMatchObject({
        ok: false,
        error: { code: 'NotAllowed' },
      })
  })
})
