import fc from 'fast-check'
import {
  certificateRefusal,
  exportRefusal,
  paperLines,
  paperNumber,
  readNumber,
  totalOf,
  typedCode,
} from '@/domain/honours/certificate'
import { namingRefusal } from '@/domain/honours/consent'
import { paperOf } from '@/domain/honours/paper'
import { placed } from '@/domain/honours/ranking'
import { decideThanks } from '@/domain/honours/thanks'
import { printout } from '@/types/centre'
import type { Certificate } from '@/types/honours'
import * as v from 'valibot'

const today = '2026-11-21'

test('who is 18 today may be named, a day before not; without a birth date it is what they said', () => {
  const agreed = { honours: true, ended: null, adult: true }
  expect(namingRefusal({ birthDate: '2008-11-21' }, agreed, today)).toBeNull()
  expect(namingRefusal({ birthDate: '2008-11-22' }, agreed, today)).toBe('AdultsOnly')
  expect(namingRefusal({ birthDate: null }, agreed, today)).toBeNull()
  expect(namingRefusal({ birthDate: null }, { ...agreed, adult: false }, today)).toBe('AdultsOnly')
})

test('nobody is named who did not agree, took it back, gave it up, or never registered', () => {
  const grown = { birthDate: '1970-01-01' }
  const agreed = { honours: true, ended: null, adult: true }
  expect(namingRefusal(grown, { ...agreed, honours: false }, today)).toBe('NoConsent')
  expect(namingRefusal(grown, { ...agreed, ended: today }, today)).toBe('NoConsent')
  expect(namingRefusal(grown, null, today)).toBe('NoConsent')
  expect(namingRefusal({ birthDate: '2010-01-01' }, null, today)).toBe('AdultsOnly')
})

test('the same minutes share a place, and the next is as many further', () => {
  const all = [{ minutes: 60 }, { minutes: 120 }, { minutes: 120 }, { minutes: 30 }]
  expect(placed(all).map(({ place, minutes }) => [place, minutes])).toEqual([
    [1, 120],
    [1, 120],
    [3, 60],
    [4, 30],
  ])
})

test('a place is one more than the number of those who gave more', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ minutes: fc.nat({ max: 5 }) })), (all) => {
      for (const { place, minutes } of placed(all))
        expect(place).toBe(all.filter((other) => other.minutes > minutes).length + 1)
    }),
  )
})

test('a note is answered once; the same tap again changes nothing', () => {
  const said = { key: 'k1', publish: true, wall: null, because: null, by: 'dl_pa', at: 1 }
  expect(decideThanks({ state: 'waiting', decidedBy: null }, said).outcome).toBe('step')
  expect(decideThanks({ state: 'published', decidedBy: 'k1' }, said).outcome).toBe('same')
  expect(decideThanks({ state: 'refused', decidedBy: 'k0' }, said)).toMatchObject({
    refusal: { code: 'AlreadyDecided' },
  })
})

test('what is not passed on is not on the wall either, whatever was typed', () => {
  const said = { key: 'k1', publish: false, wall: '谢谢', because: '有电话', by: 'dl_pa', at: 1 }
  const decision = decideThanks({ state: 'waiting', decidedBy: null }, said)
  expect(decision).toMatchObject({
    step: { change: { set: { state: 'refused', wall: null, onWall: false, owes: false } } },
  })
})

test('a paper is of days that were, in order, of at most three years; a pupil names the school', () => {
  const year = { kind: 'hours' as const, school: null, from: '2026-01-01', to: today }
  expect(certificateRefusal(year, today)).toBeNull()
  expect(certificateRefusal({ ...year, to: '2026-11-22' }, today)?.code).toBe('InFuture')
  expect(certificateRefusal({ ...year, from: '2026-11-22' }, today)?.code).toBe('DatesOutOfOrder')
  expect(certificateRefusal({ ...year, from: '2023-10-22' }, today)).toBeNull()
  expect(certificateRefusal({ ...year, from: '2023-10-20' }, today)?.code).toBe('PeriodTooLong')
  expect(certificateRefusal({ ...year, kind: 'student' }, today)?.code).toBe('SchoolNeeded')
  expect(exportRefusal({ from: '2026-01-01', to: '2026-12-31' })).toBeNull()
  expect(exportRefusal({ from: '2026-01-01', to: '2027-01-02' })?.code).toBe('PeriodTooLong')
})

const line = fc.record({
  day: fc.constantFrom('2026-01-01', '2026-05-04', '2026-11-20'),
  what: fc.constantFrom('帮厨', '送餐'),
  minutes: fc.integer({ min: -120, max: 240 }).filter((minutes) => minutes !== 0),
})

test('lines of a paper come to the same as the ledger, in order, none empty', () => {
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const shown = paperLines(lines)
      expect(totalOf(shown)).toBe(totalOf(lines))
      expect(shown.every(({ minutes }) => minutes !== 0)).toBe(true)
      const days = shown.map(({ day }) => day)
      expect(days).toEqual([...days].sort())
    }),
  )
})

test('a code is read however it was typed', () => {
  fc.assert(
    fc.property(
      fc
        .array(fc.constantFrom(...'abcdefghijkmnpqrstuvwxyz23456789'), {
          minLength: 12,
          maxLength: 12,
        })
        .map((letters) => letters.join('')),
      fc.constantFrom('dl', 'chj', 'h2o4you5'),
      (code, centre) => {
        expect(readNumber(paperNumber({ id: `${centre}_z-${code}`, code }))).toEqual({
          centre,
          code,
        })
        expect(readNumber(` ${code.slice(0, 4)} ${code.slice(4).toUpperCase()}`)).toEqual({
          centre: null,
          code,
        })
      },
    ),
  )
  expect(typedCode(' k7mf 2pqx-9HDA ')).toBe('k7mf2pqx9hda')
})

test.each(['', 'k7mf 2pqx 9hd', '9-k7mf2pqx9hda', 'x-k7mf2pqx9hda', 'changhuij-k7mf2pqx9hda'])(
  '“%s” can be the number of no paper',
  (typed) => expect(readNumber(typed)).toBeNull(),
)

test('a paper says who else confirmed no more than is so, and how whoever holds it looks it up', () => {
  const { notes } = paperOf(
    {
      ...{ id: 'chj_z-k7mf2pqx9hda', kind: 'hours', code: 'k7mf2pqx9hda', name: '老陈' },
      ...{ school: null, from: '2026-01-01', to: today, minutes: 60 },
      ...{ issuedOn: today, centreName: '党群服务中心' },
    },
    [],
  )
  expect(notes.join()).toContain('CHJ-K7MF-2PQX-9HDA')
  // The leader of a shift, a volunteer, may be the second person.
  expect(notes.join()).not.toContain('工作人员')
})

test('a paper of three years fits on sheets that can be printed, and holds each line once', () => {
  const certificate: Certificate = {
    ...{ id: 'dl_z-k7mf2pqx9hda', kind: 'student', code: 'k7mf2pqx9hda', name: '王小明' },
    ...{
      school: '大连市第二十四中学'.repeat(4),
      from: '2023-10-22',
      to: today,
      minutes: 60 * 1200,
    },
    ...{ issuedOn: today, centreName: '党群服务中心' },
  }
  const lines = Array.from({ length: 1200 }, (_, i) => ({
    day: today,
    what: `做了第 ${i} 件`,
    minutes: 60,
  }))
  const paper = paperOf(certificate, lines)
  expect(v.safeParse(printout, paper).success).toBe(true)
  expect(paper.tables.flatMap(({ rows }) => rows.map(([, what]) => what))).toEqual(
    lines.map(({ what }) => what),
  )
  expect(paper.notes.join()).toContain('DL-K7MF-2PQX-9HDA')
  expect(paper.notes.join()).toContain('1200 小时')
})
