import * as v from 'valibot'
import { Failure, OutcomeUnknown } from '@/cloudfunctions/kit/failure'
import { personIdHint } from '@/cloudfunctions/kit/ids'
import { anywhere, procedure } from '@/cloudfunctions/kit/procedure'
import { serve } from '@/cloudfunctions/kit/serve'
import { contract, residentOr, staff, visitor } from '@/types/shared/contract'
import { contractVersion, type Envelope } from '@/types/shared/envelope'
import { id, idempotencyKey as key } from '@/types/shared/fields'
import type { TestCloud } from '../support/cloud'
import { newKey, places, resident, staffId, staffOf, startCentre } from '../support/people'
import { stepInto } from './inside'

const sample = contract('sample', {
  greet: {
    may: visitor,
    act: 'read',
    input: v.object({ name: v.string(), deep: v.optional(v.object({ least: v.number() })) }),
    output: v.object({ greeting: v.string() }),
    errors: ['Shy'],
  },
  forMine: {
    may: residentOr(),
    act: 'read',
    input: v.object({ forResident: v.optional(id) }),
    output: v.object({ subject: v.string(), loadedFor: v.string() }),
    errors: [],
  },
  atNode: {
    may: staff('communityStaff'),
    act: 'change',
    input: v.object({ key, node: id, person: v.optional(id) }),
    output: v.object({ done: v.boolean() }),
    errors: ['Shy'],
  },
  forAnyRole: {
    may: staff('communityStaff', 'gridWorker'),
    act: 'read',
    input: v.object({}),
    output: v.object({}),
    errors: [],
  },
})

/** What `greet` and `atNode` do in this test. */
let act: () => unknown

const main = serve(sample, {
  greet: procedure(sample, 'greet', {
    run: async ({ input }) => (act() as { greeting: string }) ?? { greeting: input.name },
  }),
  forMine: procedure(sample, 'forMine', {
    load: ({ subjectId }) => Promise.resolve(subjectId),
    run: async ({ subject, loaded }) => ({ subject: subject.id, loadedFor: loaded }),
  }),
  atNode: procedure(sample, 'atNode', {
    place: ({ input }) => [places.centre, input.node],
    run: async () => {
      act()
      return { done: true }
    },
  }),
  forAnyRole: procedure(sample, 'forAnyRole', { place: () => anywhere, run: async () => ({}) }),
})

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startCentre()
})
afterAll(() => cloud.stop())
const logged = jest.spyOn(console, 'log').mockReturnValue()
const faults = jest.spyOn(console, 'error').mockReturnValue()
afterAll(() => jest.restoreAllMocks())
beforeEach(() => {
  act = () => undefined
  logged.mockClear()
  faults.mockClear()
})

/** A phone calls: `openid` null is one WeChat does not name. */
const call = (
  openid: string | null,
  event: unknown,
): Promise<Envelope<Record<string, unknown>>> => {
  stepInto(cloud, { source: 'wx_client', ...(openid !== null && { openid }) })
  return main(event) as Promise<Envelope<Record<string, unknown>>>
}
const greet = (event: object = {}) =>
  call('o-li', { procedure: 'greet', centre: 'dl', input: { name: '李奶奶' }, ...event })
const refusal = async (answer: Promise<Envelope>) => {
  const envelope = await answer
  return envelope.ok ? 'ok' : envelope.error
}

test('an answer has the time of the server and the version of the contract', async () => {
  const before = Date.now()
  const envelope = await greet()
  expect(envelope).toEqual({
    ok: true,
    value: { greeting: '李奶奶' },
    at: expect.any(Number) as number,
    v: contractVersion,
  })
  expect(envelope.at).toBeGreaterThanOrEqual(before)
})

describe('what is malformed is named by its field', () => {
  test.each([
    [null, 'event'],
    ['text', 'event'],
    [{ procedure: 'greet' }, 'centre'],
    [{ procedure: 'greet', centre: 'DROP TABLE', input: {} }, 'centre'],
    [{ procedure: 'nothing', centre: 'dl', input: {} }, 'procedure'],
    [{ procedure: 'toString', centre: 'dl', input: {} }, 'procedure'],
    [{ procedure: '__proto__', centre: 'dl', input: {} }, 'procedure'],
    [{ procedure: 'greet', centre: 'dl', input: {} }, 'input.name'],
    [{ procedure: 'greet', centre: 'dl', input: { name: 1 } }, 'input.name'],
    [{ procedure: 'greet', centre: 'dl', input: { name: 'x', deep: {} } }, 'input.deep.least'],
  ])('%j: %s', async (event, field) => {
    expect(await refusal(call('o-li', event))).toEqual({ code: 'InvalidInput', data: { field } })
  })
})

test('a phone that is too old is told to update, before anything else is read', async () => {
  expect(await refusal(greet({ v: 0, input: {} }))).toEqual({ code: 'UpdateNeeded' })
  expect(await refusal(greet({ v: contractVersion }))).toBe('ok')
})

describe('who calls', () => {
  test('without an OPENID nobody, whatever the event says', async () => {
    for (const claim of [
      { Type: 'Timer', TriggerName: 'everyFiveMinutes' },
      { openid: 'o-admin', OPENID: 'o-admin', userInfo: { openId: 'o-admin' } },
      { returnCode: 'SUCCESS', resultCode: 'SUCCESS', subOpenid: 'o-admin' },
    ]) {
      const event = { procedure: 'greet', centre: 'dl', input: { name: 'x' }, ...claim }
      expect(await refusal(call(null, event))).toEqual({ code: 'NotSignedIn' })
    }
  })

  test('an OPENID of digits only is a name, not a number', async () => {
    const openid = '1234567890'
    await resident(cloud, openid, '赵伯伯')
    const envelope = await call(openid, { procedure: 'forMine', centre: 'dl', input: {} })
    stepInto(cloud)
    expect(envelope).toMatchObject({ ok: true })
  })

  test('somebody not signed in at this centre is no resident of it', async () => {
    const mine = (centre: string) => call('o-li', { procedure: 'forMine', centre, input: {} })
    expect(await refusal(mine('dl'))).toEqual({ code: 'NotSignedIn' })
    await resident(cloud, 'o-li', '李奶奶')
    expect(await refusal(mine('dl'))).toBe('ok')
    expect(await refusal(mine('xi'))).toEqual({ code: 'NotSignedIn' })
  })

  test('what was loaded for the wrong person is loaded again', async () => {
    stepInto(cloud)
    expect(personIdHint('dl', staffOf.jingStaff)).not.toBe(staffId(staffOf.jingStaff))
    const envelope = await call(staffOf.jingStaff, {
      procedure: 'forMine',
      centre: 'dl',
      input: {},
    })
    const me = staffId(staffOf.jingStaff)
    expect(envelope).toMatchObject({ value: { subject: me, loadedFor: me } })
  })

  test('a person of another family is not mine', async () => {
    const wang = await resident(cloud, 'o-wang', '王芳')
    const asked = call('o-li', {
      procedure: 'forMine',
      centre: 'dl',
      input: { forResident: wang.id },
    })
    expect(await refusal(asked)).toEqual({ code: 'NotAllowed' })
  })
})

describe('what goes wrong', () => {
  test('a named error of the procedure reaches the phone with its facts', async () => {
    act = () => {
      throw new Failure('Shy', { until: 3 })
    }
    expect(await refusal(greet())).toEqual({ code: 'Shy', data: { until: 3 } })
  })

  test('a mistake of ours is Internal, with a request id and nothing else', async () => {
    act = () => {
      throw new TypeError('李奶奶 13812345678')
    }
    const envelope = await greet()
    const requestId = envelope.ok ? '' : envelope.error.data?.requestId
    expect(envelope).toMatchObject({ error: { code: 'Internal', data: { requestId } } })
    expect(Object.keys(envelope.ok ? {} : (envelope.error.data ?? {}))).toEqual(['requestId'])
    expect(requestId).toMatch(/^[a-z2-9]{20,}$/)
    const [line = ''] = faults.mock.calls.map(([text]) => String(text))
    expect(JSON.parse(line)).toMatchObject({
      level: 'error',
      module: 'sample',
      procedure: 'greet',
      code: 'Internal',
      requestId,
      fault: expect.stringMatching(/^TypeError at serve\.test\.ts:\d+/) as string,
    })
    expect(line).not.toMatch(/李奶奶|138/)
  })

  test('so are an error nobody declared and an answer the contract does not know', async () => {
    act = () => {
      throw new Failure('Undeclared')
    }
    expect(await refusal(greet())).toMatchObject({ code: 'Internal' })
    act = () => ({ greeting: 1 })
    expect(await refusal(greet())).toMatchObject({ code: 'Internal' })
  })

  test('a lost reply of the database is worth another try', async () => {
    act = () => {
      throw new OutcomeUnknown(null)
    }
    expect(await refusal(greet())).toEqual({ code: 'TryAgain' })
  })

  test('inputs are never logged', async () => {
    await greet({ input: { name: '张三丰' } })
    expect(logged.mock.calls.map(([line]) => String(line)).join()).not.toContain('张三丰')
    expect(logged).toHaveBeenCalledTimes(1)
  })
})

describe('in a staff role', () => {
  const atNode = (openid: string, node: string, more: object = {}) =>
    call(openid, {
      procedure: 'atNode',
      centre: 'dl',
      input: { key: newKey(), node, ...more },
    })
  const entries = async (procedure = 'sample.atNode') => {
    const { data } = await cloud.admin.collection('audit').where({ procedure }).get()
    return data as { state: string; code: string | null; subject: string | null; actor: string }[]
  }

  test('somebody acts on their own node, and it is on record; elsewhere they do not', async () => {
    expect(await refusal(atNode(staffOf.chunStaff, places.jing))).toEqual({ code: 'NotAllowed' })
    expect(await refusal(atNode(staffOf.jingWorker, places.jing))).toEqual({ code: 'NotAllowed' })
    expect(await refusal(atNode('o-li', places.jing))).toEqual({ code: 'NotAllowed' })
    expect(await refusal(atNode('o-nobody', places.jing))).toEqual({ code: 'NotSignedIn' })
    expect(await entries()).toEqual([])
    expect(await refusal(atNode(staffOf.jingStaff, places.jing, { person: 'dl_pli' }))).toBe('ok')
    expect(await entries()).toMatchObject([
      { actor: staffId(staffOf.jingStaff), subject: 'dl_pli', state: 'done', code: null },
    ])
  })

  test('the entry stands before the act: a refusal closes it, a mistake leaves it open', async () => {
    act = () => {
      throw new Failure('Shy')
    }
    const refused = newKey()
    await atNode(staffOf.jingStaff, places.jing, { key: refused })
    act = () => {
      throw new TypeError('a mistake')
    }
    const broken = newKey()
    await atNode(staffOf.jingStaff, places.jing, { key: broken })
    const states = (await entries()).map(({ state, code }) => [state, code])
    expect(states).toContainEqual(['refused', 'Shy'])
    expect(states).toContainEqual(['begun', null])
  })

  test('the same tap again is one entry, and the first outcome stands', async () => {
    const key = newKey()
    const before = (await entries()).length
    await atNode(staffOf.jingStaff, places.jing, { key })
    act = () => {
      throw new Failure('Shy')
    }
    await atNode(staffOf.jingStaff, places.jing, { key })
    const after = await entries()
    expect(after).toHaveLength(before + 1)
    expect(after.filter(({ state }) => state === 'done')).toHaveLength(2)
  })

  test('a role anywhere opens what lies on no node; no role opens nothing', async () => {
    const any = (openid: string) =>
      refusal(call(openid, { procedure: 'forAnyRole', centre: 'dl', input: {} }))
    expect(await any(staffOf.chunWorker)).toBe('ok')
    expect(await any('o-li')).toEqual({ code: 'NotAllowed' })
    expect(await any(staffOf.admin)).toEqual({ code: 'NotAllowed' })
  })

  test('a role that has ended opens nothing', async () => {
    const { data } = await cloud.admin
      .collection('passports')
      .where({ openid: staffOf.chunWorker })
      .get()
    const [{ roles = [] } = {}] = data as { roles?: object[] }[]
    const ended = roles.map((role) => ({ ...role, until: Date.now() - 1000 }))
    await cloud.admin
      .collection('passports')
      .where({ openid: staffOf.chunWorker })
      .update({ roles: ended })
    const any = call(staffOf.chunWorker, { procedure: 'forAnyRole', centre: 'dl', input: {} })
    expect(await refusal(any)).toEqual({ code: 'NotAllowed' })
  })
})
