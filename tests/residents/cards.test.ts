import { residents } from '@/types/residents'
import type { TestCloud } from '../support/cloud'
import {
  as,
  codeOf,
  jingHome,
  newKey,
  places,
  policy,
  resident,
  staffOf,
  startCentre,
} from '../support/people'

describe('cards', () => {
  let cloud: TestCloud
  beforeAll(async () => {
    cloud = await startCentre()
  })
  afterAll(() => cloud.stop())

  const worker = () => as(cloud, residents, staffOf.jingWorker)
  const elder = (name: string, birthDate = '1938-08-08') =>
    worker()('registerPerson', { name, birthDate, home: jingHome('801') })

  it('stay the same on the phone until they are renewed, and then the old one is worthless', async () => {
    const person = await resident(cloud, 'o-li', '李奶奶')
    const li = as(cloud, residents, 'o-li')
    const { card } = await li('memberCode', {})
    expect(await li('memberCode', {})).toEqual({ card, name: '李奶奶' })
    expect(await worker()('personByCard', { card })).toMatchObject({
      id: person.id,
      name: '李奶奶',
    })
    const key = newKey()
    const renewed = await li('renewMemberCode', { key })
    expect(await li('renewMemberCode', { key })).toEqual(renewed)
    expect(renewed.card).not.toBe(card)
    expect(await codeOf(worker()('personByCard', { card }))).toBe('CardUnknown')
    expect((await worker()('personByCard', { card: renewed.card })).id).toBe(person.id)
  })

  it('are printed again by staff; the paper before and a revoked one stop working', async () => {
    const person = await elder('常奶奶')
    const first = await worker()('issueCard', { person: person.id })
    const second = await worker()('issueCard', { person: person.id })
    expect(second.name).toBe('常奶奶')
    expect(await codeOf(worker()('personByCard', { card: first.card }))).toBe('CardUnknown')
    expect((await worker()('personByCard', { card: second.card })).id).toBe(person.id)
    await worker()('revokeCard', { person: person.id, card: second.card })
    expect(await codeOf(worker()('personByCard', { card: second.card }))).toBe('CardUnknown')
    const chun = as(cloud, residents, staffOf.chunWorker)
    expect(await codeOf(chun('issueCard', { person: person.id }))).toBe('NotAllowed')
  })

  describe('and a first phone', () => {
    it('takes over the record when the details are those on record', async () => {
      const person = await elder('郝爷爷')
      const { card } = await worker()('issueCard', { person: person.id })
      const phone = as(cloud, residents, 'o-hao')
      const details = { card, name: '郝爷爷', birthDate: '1938-08-08', policy }
      expect(await codeOf(phone('takeOverRecord', { ...details, birthDate: '1938-08-09' }))).toBe(
        'DetailsDoNotMatch',
      )
      expect(await codeOf(phone('takeOverRecord', { ...details, card: 'dl_mnone' }))).toBe(
        'CardUnknown',
      )
      const key = newKey()
      const taken = await phone('takeOverRecord', { key, ...details })
      expect(taken.person).toMatchObject({ id: person.id, birthDate: '1938-08-08' })
      expect(await phone('takeOverRecord', { key, ...details })).toEqual(taken)
      expect((await phone('me', {})).person?.id).toBe(person.id)
      expect(await worker()('getPerson', { person: person.id })).toMatchObject({ hasPhone: true })
      expect(await codeOf(as(cloud, residents, 'o-other')('takeOverRecord', details))).toBe(
        'RecordHasPhone',
      )
      expect(await codeOf(as(cloud, residents, 'o-li')('takeOverRecord', details))).toBe(
        'AlreadySignedIn',
      )
    })

    it('guesses five times a day, from one phone or at one card, however many at once', async () => {
      const person = await elder('左奶奶')
      const { card } = await worker()('issueCard', { person: person.id })
      const guess = (openid: string, at = card) =>
        codeOf(
          as(
            cloud,
            residents,
            openid,
          )('takeOverRecord', { card: at, name: '左奶奶', birthDate: '1940-01-01', policy }),
        )
      const sameCard = await Promise.all(Array.from({ length: 8 }, (_, i) => guess(`o-guess-${i}`)))
      expect(sameCard.filter((code) => code === 'DetailsDoNotMatch')).toHaveLength(5)
      expect(sameCard.filter((code) => code === 'TooManyTries')).toHaveLength(3)
      const samePhone = await Promise.all(
        Array.from({ length: 8 }, (_, i) => guess('o-guesser', `dl_mguess${i}`)),
      )
      expect(samePhone.filter((code) => code === 'CardUnknown')).toHaveLength(5)
      // Also the right details wait until tomorrow.
      const right = { card, name: '左奶奶', birthDate: '1938-08-08', policy }
      expect(await codeOf(as(cloud, residents, 'o-zuo')('takeOverRecord', right))).toBe(
        'TooManyTries',
      )
      await cloud.clock('2026-11-22T08:00:00+08:00')
      expect(await codeOf(as(cloud, residents, 'o-zuo')('takeOverRecord', right))).toBe('ok')
      await cloud.timer('jobs')
      const { total } = await cloud.admin.collection('tries').where({ day: '2026-11-21' }).count()
      expect(total).toBe(0)
    })
  })

  it('register once however often it is tapped, below the caller’s node only', async () => {
    const key = newKey()
    const entry = { key, name: '邹爷爷', phone: '13800002222', home: jingHome('802') }
    const [one, again] = await Promise.all([
      worker()('registerPerson', entry),
      worker()('registerPerson', entry),
    ])
    expect(one).toMatchObject({ id: again.id, phoneMasked: '138****2222', hasPhone: false })
    const chun = as(cloud, residents, staffOf.chunWorker)
    expect(await codeOf(chun('registerPerson', { ...entry, key: newKey() }))).toBe('NotAllowed')
    expect(
      await codeOf(
        worker()('registerPerson', { ...entry, key: newKey(), home: { building: places.jing } }),
      ),
    ).toBe('UnknownBuilding')
    expect(
      await codeOf(
        worker()('registerPerson', { ...entry, key: newKey(), birthDate: '2030-01-01' }),
      ),
    ).toBe('BirthDateInFuture')
  })
})
