import { answerNote } from '@/cloudfunctions/honours/answerThanks'
import { thanksNotes, type ThanksDoc } from '@/cloudfunctions/honours/store'
import { mayGuess } from '@/cloudfunctions/residents/guesses'
import { mostThanks } from '@/domain/honours/thanks'
import { honours } from '@/types/honours'
import { notices } from '@/types/notices'
import { residents } from '@/types/residents'
import { volunteers } from '@/types/volunteers'
import { stepInto } from '../kit/inside'
import type { TestCloud } from '../support/cloud'
import {
  as,
  codeOf,
  jingHome,
  newKey,
  Refused,
  resident,
  staffId,
  staffOf,
  startCentre,
} from '../support/people'
import {
  changeVolunteer,
  colleagues,
  rows,
  second,
  setClock,
  shiftOf,
  volunteer,
  withoutGuard,
  write,
} from './wall'
import { childOf, register } from '../volunteers/registering'

const morning = Date.parse('2026-11-21T09:00:00+08:00')
const afterwards = morning + 3 * 3_600_000
const day = 24 * 3_600_000

let cloud: TestCloud
let chen: string
let shift: string
beforeEach(async () => {
  cloud = await startCentre()
  await colleagues(cloud)
  await resident(cloud, 'o-li', '李奶奶')
  chen = await volunteer(cloud, 'o-chen', '老陈')
  shift = await shiftOf(cloud, morning, [chen])
  await setClock(cloud, afterwards)
})
afterEach(() => {
  jest.restoreAllMocks()
  return cloud.stop()
})

const as_ = (openid: string) => as(cloud, honours, openid)
const forShift = (id = shift) => ({ kind: 'shift' as const, id })
const thank = (openid = 'o-li', words = '饭送到手上还是热的，谢谢您', more: object = {}) =>
  as_(openid)('thank', { to: chen, for: forShift(), words, ...more })
const staff = () => as_(staffOf.jingStaff)
const answer = (thanks: string, more: object = {}, openid: string = staffOf.jingStaff) =>
  as_(openid)('answerThanks', { thanks, publish: true, ...more })

describe('thanks', () => {
  test('a note goes to staff, then to who is thanked, who hears of it once', async () => {
    const { items } = await as_('o-li')('toThank', {})
    expect(items).toMatchObject([{ kind: 'shift', id: shift, title: '中午帮厨' }])
    const whom = await as_('o-li')('whomToThank', { for: forShift() })
    expect(whom.people).toEqual([{ id: chen, name: '老*' }])
    const note = await thank()
    expect(note).toMatchObject({ state: 'waiting', from: '李**', to: { id: chen, name: '老*' } })
    expect((await as_('o-chen')('myThanks', {})).items).toEqual([])
    expect((await as_('o-li')('myThanks', { sent: true })).items).toEqual([note])

    const { items: toRead } = await staff()('thanksToRead', {})
    expect(toRead).toMatchObject([
      { id: note.id, from: '李奶奶', checked: true, wall: 'unwritten', mayAnswer: true },
    ])
    const key = newKey()
    const answered = await answer(note.id, { key })
    expect(await answer(note.id, { key })).toEqual(answered)
    expect((await staff()('thanksToRead', {})).items).toEqual([])
    expect((await as_('o-chen')('myThanks', {})).items).toMatchObject([
      { words: '饭送到手上还是热的，谢谢您', from: '李**', state: 'published' },
    ])
    const { items: told } = await as(cloud, notices, 'o-chen')('mine', {})
    expect(told.filter(({ event }) => event === 'thanked')).toMatchObject([
      { data: { name: '李**', title: '中午帮厨', words: '饭送到手上还是热的，谢谢您' } },
    ])
  })

  test('five taps are one note; another key finds that it is said', async () => {
    const key = newKey()
    const notes = await Promise.all(Array.from({ length: 5 }, () => thank('o-li', '谢谢', { key })))
    expect(new Set(notes.map(({ id }) => id)).size).toBe(1)
    expect(await codeOf(thank())).toBe('AlreadyThanked')
    expect(await rows(cloud, 'thanks')).toHaveLength(1)
  })

  test('three a day, also of several at the same moment; the next day again', async () => {
    const others = await Promise.all(
      [1, 2, 3, 4].map((n) => volunteer(cloud, `o-other-${n}`, `志愿者${n}`)),
    )
    await setClock(cloud, morning - day)
    const busy = await shiftOf(cloud, morning - 4 * 3_600_000, [chen, ...others], '食堂帮厨')
    await setClock(cloud, afterwards)
    const answers = await Promise.all(
      [chen, ...others].map((to) =>
        codeOf(as_('o-li')('thank', { to, for: forShift(busy), words: '谢谢' })),
      ),
    )
    expect(answers.filter((code) => code === 'ok')).toHaveLength(3)
    expect(answers.filter((code) => code === 'TooMany')).toHaveLength(2)
    await setClock(cloud, afterwards + day)
    expect(await codeOf(thank())).toBe('ok')
  })

  test('only for what is over, was not called off and is not long ago, and only who was there', async () => {
    const { id: stranger } = await resident(cloud, 'o-wang', '王大爷')
    expect(await codeOf(thank('o-li', '谢谢', { to: stranger }))).toBe('NothingToThankFor')
    expect(await codeOf(thank('o-chen'))).toBe('NotYourself')
    const later = await shiftOf(cloud, afterwards + 3_600_000, [chen])
    expect(await codeOf(thank('o-li', '谢谢', { for: forShift(later) }))).toBe('NothingToThankFor')
    await as(
      cloud,
      volunteers,
      staffOf.jingStaff,
    )('callOffShift', { shift: later, because: '停电' })
    await setClock(cloud, afterwards + day)
    expect(await codeOf(thank('o-li', '谢谢', { for: forShift(later) }))).toBe('NothingToThankFor')
    await setClock(cloud, morning + 30 * day)
    expect(await codeOf(thank())).toBe('ok')
    await setClock(cloud, morning + 31 * day)
    expect((await as_('o-li')('toThank', {})).items).toEqual([])
    expect(await codeOf(as_('o-li')('whomToThank', { for: forShift() }))).toBe('NothingToThankFor')
  })

  test('a minor who helped is shown to nobody and thanked by nobody here', async () => {
    await volunteer(cloud, 'o-mother', '小明的妈妈')
    const boy = await childOf(cloud, 'o-mother', '小明', '2010-01-01')
    await register(cloud, 'o-mother', {}, { forResident: boy, adult: false })
    await setClock(cloud, morning - day)
    const helped = await shiftOf(cloud, morning - 4 * 3_600_000, [boy, chen])
    await setClock(cloud, afterwards)
    const { people } = await as_('o-li')('whomToThank', { for: forShift(helped) })
    expect(people.map(({ id }) => id)).toEqual([chen])
    expect(
      await codeOf(as_('o-li')('thank', { to: boy, for: forShift(helped), words: '谢谢' })),
    ).toBe('NothingToThankFor')
  })

  test('who stayed away is not thanked where somebody looked who came', async () => {
    const away = await volunteer(cloud, 'o-away', '没来的')
    await setClock(cloud, morning - day)
    const helped = await shiftOf(cloud, morning - 4 * 3_600_000, [away, chen])
    await setClock(cloud, afterwards)
    const whom = async () =>
      (await as_('o-li')('whomToThank', { for: forShift(helped) })).people.map(({ id }) => id)
    expect((await whom()).sort()).toEqual([away, chen].sort())
    await as(
      cloud,
      volunteers,
      staffOf.jingStaff,
    )('enterHours', {
      ...{ person: chen, day: '2026-11-21', minutes: 60, what: '帮厨', shift: helped },
    })
    expect(await whom()).toEqual([chen])
    expect(
      await codeOf(as_('o-li')('thank', { to: away, for: forShift(helped), words: '谢谢' })),
    ).toBe('NothingToThankFor')
  })

  test('whose records became one is thanked as who they are now, and once for a thing', async () => {
    await thank()
    const worker = as(cloud, residents, staffOf.jingWorker)
    const { id: kept } = await worker('registerPerson', { name: '陈大爷', home: jingHome() })
    await as(cloud, residents, staffOf.jingStaff)('mergePeople', { keep: kept, merge: chen })
    expect((await as_('o-li')('whomToThank', { for: forShift() })).people).toEqual([
      { id: kept, name: '陈**' },
    ])
    expect(await codeOf(thank('o-li', '谢谢', { to: kept }))).toBe('AlreadyThanked')
    await resident(cloud, 'o-wang', '王大爷')
    // A phone that loaded the list before names them by the former id.
    const { to } = await thank('o-wang')
    expect(to.id).toBe(kept)
  })

  test('what nobody came to does not hide what somebody did', async () => {
    await setClock(cloud, morning - day)
    for (let n = 1; n <= 20; n++) await shiftOf(cloud, morning + n * 60_000, [], `没有人的班 ${n}`)
    await setClock(cloud, afterwards)
    expect((await as_('o-li')('toThank', {})).items.map(({ id }) => id)).toEqual([shift])
  })

  test('what WeChat refuses is not sent and costs nothing of the day', async () => {
    for (let i = 0; i < 4; i++) expect(await codeOf(thank('o-li', '一起赌博'))).toBe('TextRefused')
    expect(await codeOf(thank())).toBe('ok')
  })

  test('while WeChat’s check is out of order the note is kept for staff, who see that nobody looked', async () => {
    await cloud.fault({ action: 'wx.openApi', kind: 'error', times: 1 })
    await thank()
    expect((await staff()('thanksToRead', {})).items).toMatchObject([
      { checked: false, words: '饭送到手上还是热的，谢谢您' },
    ])
    expect((await as_('o-chen')('myThanks', {})).items).toEqual([])
  })

  test('a grid worker writes for somebody without a phone; both names stay on record', async () => {
    const worker = as(cloud, residents, staffOf.jingWorker)
    const { id } = await worker('registerPerson', { name: '赵奶奶', home: jingHome() })
    const note = await thank(staffOf.jingWorker, '谢谢', { forResident: id })
    expect(note.from).toBe('赵**')
    expect(await rows(cloud, 'audit', { procedure: 'honours.thank' })).toMatchObject([
      { actor: staffId(staffOf.jingWorker), subject: id, state: 'done' },
    ])
  })

  test('the wall says it in the words of staff, names nobody who wrote, and only of who stands there', async () => {
    const { id } = await thank()
    expect(await codeOf(answer(id, { wall: '饭还是热的' }))).toBe('NotOnWall')
    expect((await staff()('thanksToRead', {})).items).toMatchObject([{ wall: 'unwritten' }])
    await write(cloud, chen, '风雨无阻', { show: false })
    expect((await staff()('thanksToRead', {})).items).toMatchObject([{ wall: 'unwritten' }])
    await write(cloud, chen, '风雨无阻')
    expect((await staff()('thanksToRead', {})).items).toMatchObject([{ wall: 'stands' }])
    expect(await codeOf(answer(id, { wall: '来 赌博' }))).toBe('TextRefused')
    await answer(id, { wall: '给老人送饭，饭还是热的' })
    const { items: seen } = await as_('o-passer-by')('honours', {})
    expect(seen).toMatchObject([
      { name: '老陈', thanks: [{ words: '给老人送饭，饭还是热的', on: '2026-11-21' }] },
    ])
    expect(JSON.stringify(seen)).not.toContain('李')
    await changeVolunteer(cloud, 'o-chen', false)
    await resident(cloud, 'o-wang', '王大爷')
    const { id: other } = await thank('o-wang')
    expect((await staff()('thanksToRead', {})).items).toMatchObject([{ wall: 'notAgreed' }])
    expect(await codeOf(answer(other, { wall: '谢谢' }))).toBe('NoConsent')
    expect(await codeOf(answer(other))).toBe('ok')
  })

  test('a line that staff take down is off the wall at the next look; who was thanked keeps the note', async () => {
    await write(cloud, chen, '风雨无阻')
    const { id } = await thank()
    await answer(id, { wall: '给老人送饭' })
    expect((await staff()('honoursForStaff', {})).items).toMatchObject([
      { thanks: [{ id, words: '给老人送饭' }] },
    ])
    expect(await codeOf(as_(staffOf.chunStaff)('takeThanksDown', { thanks: id }))).toBe(
      'NotAllowed',
    )
    const key = newKey()
    await staff()('takeThanksDown', { thanks: id, key })
    await staff()('takeThanksDown', { thanks: id, key })
    expect((await as_('o-passer-by')('honours', {})).items).toMatchObject([{ thanks: [] }])
    expect((await as_('o-chen')('myThanks', {})).items).toMatchObject([{ id }])
    expect(await rows(cloud, 'audit', { procedure: 'honours.takeThanksDown' })).toMatchObject([
      { actor: staffId(staffOf.jingStaff), subject: chen, state: 'done' },
    ])
  })

  test('what staff do not pass on reaches nobody, says why, and is not answered twice', async () => {
    const { id } = await thank()
    expect(await codeOf(answer(id, { publish: false }))).toBe('ReasonNeeded')
    await answer(id, { publish: false, because: '里面有别人的电话' })
    expect(await codeOf(answer(id, {}, second))).toBe('AlreadyDecided')
    expect((await as_('o-chen')('myThanks', {})).items).toEqual([])
    expect((await as_('o-li')('myThanks', { sent: true })).items).toMatchObject([
      { state: 'refused', because: '里面有别人的电话' },
    ])
    expect(await rows(cloud, 'outbox', { event: 'thanked' })).toEqual([])
  })

  test('nobody answers what they wrote themselves, nor staff of another community', async () => {
    const { id } = await thank(second)
    expect(await codeOf(answer(id, {}, second))).toBe('NotYourself')
    expect(await codeOf(answer(id, {}, staffOf.chunStaff))).toBe('NotAllowed')
    expect((await as_(staffOf.chunStaff)('thanksToRead', {})).items).toEqual([])
  })

  test('an answer that is cut off before anybody is told is finished by the sweep, once', async () => {
    const { id } = await thank()
    await cloud.fault({
      action: 'write',
      collection: 'outbox',
      procedure: 'honours.answerThanks',
      kind: 'crash',
      times: 1,
    })
    await answer(id).catch(() => null)
    expect(await rows(cloud, 'outbox', { event: 'thanked' })).toEqual([])
    for (const minutes of [16, 32]) {
      await setClock(cloud, afterwards + minutes * 60_000)
      await cloud.timer('jobs')
    }
    expect(await rows(cloud, 'outbox', { event: 'thanked' })).toMatchObject([{ to: chen }])
    expect(await rows(cloud, 'thanks', { owes: true })).toEqual([])
  })

  test('notes go with either of the two who is erased', async () => {
    await thank()
    await as(cloud, residents, 'o-li')('deleteMyAccount', {})
    for (const days of [8, 9]) {
      await setClock(cloud, Date.parse('2026-11-21T02:45:00+08:00') + days * day)
      await cloud.timer('jobs')
    }
    expect(await rows(cloud, 'thanks')).toEqual([])
  })
})

describe('two staff at the same moment', () => {
  /** One passes it on, the other does not; how many were told that it was done their way. */
  const bothAnswer = async (): Promise<{ done: number; state: string }> => {
    const { id } = await thank()
    stepInto(cloud)
    const note = (await thanksNotes.of('dl').get(id)) as ThanksDoc
    const answers = await Promise.all(
      [true, false].map((publish) =>
        answerNote(note, {
          ...{ key: newKey(), publish, wall: null, because: '有电话' },
          ...{ by: 'dl_pa', at: afterwards },
        }).then(
          () => 'ok',
          ({ code }: Refused) => code,
        ),
      ),
    )
    const [{ state }] = (await rows<ThanksDoc>(cloud, 'thanks')) as [ThanksDoc]
    return { done: answers.filter((code) => code === 'ok').length, state }
  }

  test('one of them decides, the other is told so', async () => {
    const { done, state } = await bothAnswer()
    expect(done).toBe(1)
    expect(['published', 'refused']).toContain(state)
  })

  test('control: without the guard both believe they did', async () => {
    withoutGuard()
    expect((await bothAnswer()).done).toBe(2)
  })
})

describe('the third note of a day', () => {
  /** Eight notes at the same moment; how many of them are within the day's three. */
  const eightAtOnce = async (): Promise<number> => {
    stepInto(cloud)
    const within = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        mayGuess('dl', 'thanks:dl_pli', `note-${n}`, '2026-11-21', mostThanks),
      ),
    )
    return within.filter(Boolean).length
  }

  test('is the last, whoever taps at the same moment', async () => {
    expect(await eightAtOnce()).toBe(mostThanks)
  })

  test('control: without the guard all of them are', async () => {
    withoutGuard()
    expect(await eightAtOnce()).toBe(8)
  })
})
