import readExcel from 'read-excel-file/node'
import { Workbook } from 'exceljs'
import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import { mostChecks, mostRecords } from '@/domain/honours/certificate'
import { honours } from '@/types/honours'
import { residents } from '@/types/residents'
import { targetOf } from '@/types/shared/links'
import type { TestCloud } from '../support/cloud'
import { as, codeOf, jingHome, newKey, resident, staffOf, startCentre } from '../support/people'
import { colleagues, correct, give, rows, setClock, shiftOf, volunteer } from './wall'

let cloud: TestCloud
let chen: string
beforeEach(async () => {
  cloud = await startCentre()
  await colleagues(cloud)
  chen = await volunteer(cloud, 'o-chen', '老陈')
})
afterEach(() => cloud.stop())

const my = (openid = 'o-chen') => as(cloud, honours, openid)
const year = { kind: 'hours' as const, from: '2026-01-01', to: '2026-11-21' }
const check = (code: string, openid = 'o-school') => my(openid)('checkCertificate', { code })

/** The rows of the first sheet of a file. */
const rowsAt = async (url: string) => {
  const [sheet] = await readExcel(Buffer.from(await (await fetch(url)).arrayBuffer()))
  return sheet!.data
}

/** Where the code in a file leads whoever scans it: the only picture there is. */
const codeIn = async (url: string) => {
  const book = new Workbook()
  await book.xlsx.load(await (await fetch(url)).arrayBuffer())
  const [picture] = book.model.media
  const { data, width, height } = PNG.sync.read(Buffer.from(picture!.buffer!))
  const read = jsQR(new Uint8ClampedArray(data), width, height)!.data
  return targetOf(decodeURIComponent(/scene=([^&]*)/.exec(read)![1]!))
}

describe('a certificate', () => {
  test('says what the ledger says of the period: no more, no less, and each time', async () => {
    await give(cloud, chen, '2026-10-06', 150, '食堂帮厨')
    const carried = await give(cloud, chen, '2026-11-07', 90, '给老人送餐')
    await correct(cloud, carried, -30, '给老人送餐')
    await give(cloud, chen, '2025-12-31', 600, '去年的')
    const { id, minutes, name } = await my()('certify', year)
    const ledger = await rows<{ day: string; minutes: number }>(cloud, 'hours_ledger', {
      person: chen,
    })
    const inPeriod = ledger.filter(({ day }) => day >= year.from && day <= year.to)
    expect(minutes).toBe(inPeriod.reduce((sum, line) => sum + line.minutes, 0))
    expect({ minutes, name }).toEqual({ minutes: 210, name: '老陈' })
    const paper = await my()('certificate', { certificate: id })
    expect(paper.lines).toEqual([
      { day: '2026-10-06', what: '食堂帮厨', minutes: 150 },
      { day: '2026-11-07', what: '给老人送餐', minutes: 60 },
    ])
    expect(paper.outdated).toBe(false)
  })

  test('hours nobody confirmed are on no paper; without any there is none', async () => {
    expect(await codeOf(my()('certify', year))).toBe('NoHours')
    await correct(cloud, await give(cloud, chen, '2026-11-07', 30), -30)
    expect(await codeOf(my()('certify', year))).toBe('NoHours')
  })

  test('asked for again it is the same paper; after a correction another, and the old one says so', async () => {
    const entry = await give(cloud, chen, '2026-10-06', 150)
    const first = await my()('certify', year)
    expect(await my()('certify', year)).toEqual(first)
    expect((await my()('myCertificates', {})).items).toEqual([first])
    expect(await check(first.code)).toMatchObject({ name: '老*', minutes: 150, outdated: false })

    await correct(cloud, entry, -60)
    expect(await check(first.code)).toMatchObject({ minutes: 150, outdated: true })
    expect((await my()('certificate', { certificate: first.id })).outdated).toBe(true)
    const next = await my()('certify', year)
    expect(next).toMatchObject({ minutes: 90 })
    expect(next.code).not.toBe(first.code)
    expect(await check(next.code)).toMatchObject({ minutes: 90, outdated: false })
  })

  test('hours outside its period do not touch it', async () => {
    await give(cloud, chen, '2026-10-06', 150)
    const { code } = await my()('certify', { ...year, to: '2026-10-31' })
    await give(cloud, chen, '2026-11-07', 90)
    expect(await check(code)).toMatchObject({ outdated: false })
  })

  test('a guardian gets the pupil’s paper, with the school; it is nobody else’s to open', async () => {
    await resident(cloud, 'o-mother', '王妈妈')
    const { id: child } = await as(
      cloud,
      residents,
      'o-mother',
    )('addDependant', {
      name: '王小明',
      relation: 'child',
      birthDate: '2013-05-01',
      consent: 'guardian',
    })
    await give(cloud, child, '2026-11-07', 120, '护学岗')
    const asked = { ...year, kind: 'student' as const, forResident: child }
    expect(await codeOf(my('o-mother')('certify', asked))).toBe('SchoolNeeded')
    const paper = await my('o-mother')('certify', { ...asked, school: '第二十四中学' })
    expect(paper).toMatchObject({ kind: 'student', name: '王小明', school: '第二十四中学' })
    expect(await codeOf(my()('certify', { ...asked, school: '第二十四中学' }))).toBe('NotAllowed')
    expect(await codeOf(my()('certificate', { certificate: paper.id }))).toBe('NotFound')
    expect(await codeOf(my()('certificateFile', { certificate: paper.id }))).toBe('NotFound')
    expect(await check(paper.code)).toMatchObject({ name: '王**', school: '第二十四中学' })
  })

  test('staff make one for somebody without a phone, on record', async () => {
    const { id } = await as(
      cloud,
      residents,
      staffOf.jingWorker,
    )('registerPerson', { name: '李爷爷', home: jingHome() })
    await give(cloud, id, '2026-11-07', 60)
    const staff = my(staffOf.jingStaff)
    const paper = await staff('certify', { ...year, forResident: id })
    expect(paper).toMatchObject({ name: '李爷爷', minutes: 60 })
    expect((await staff('myCertificates', { forResident: id })).items).toEqual([paper])
    expect(await codeOf(my(staffOf.chunStaff)('certify', { ...year, forResident: id }))).toBe(
      'NotAllowed',
    )
    expect(await rows(cloud, 'audit', { procedure: 'honours.certify', subject: id })).toMatchObject(
      [{ state: 'done' }],
    )
  })

  test('the file holds the hours, each time, and the code that proves it', async () => {
    await give(cloud, chen, '2026-10-06', 150, '食堂帮厨')
    const { id, code } = await my()('certify', year)
    const key = newKey()
    const { url } = await my()('certificateFile', { certificate: id, key })
    const text = (await rowsAt(url)).flat().join(' ')
    expect(text).toContain('老陈')
    expect(text).toContain('2 小时 30 分')
    expect(text).toContain('食堂帮厨')
    expect(text).toContain(`DL-${code.slice(0, 4).toUpperCase()}`)
    expect(await codeIn(url)).toEqual({ to: 'certificate', centre: 'dl', code })
  })
})

describe('whether a paper is true', () => {
  test('the code is read with blanks and in capitals; another one is of no paper', async () => {
    await give(cloud, chen, '2026-10-06', 150)
    const { code } = await my()('certify', year)
    const typed = `${code.slice(0, 4)} ${code.slice(4, 8)}-${code.slice(8)}`.toUpperCase()
    expect(await check(typed)).toMatchObject({ minutes: 150 })
    expect(await codeOf(check(code.replace(/.$/, code.endsWith('a') ? 'b' : 'a')))).toBe(
      'NoSuchPaper',
    )
  })

  test('guessing ends for a day, also many at once; one that was looked up counts once', async () => {
    await give(cloud, chen, '2026-10-06', 150)
    const { code } = await my()('certify', year)
    for (let i = 0; i < 3; i++) await check(code)
    const guesses = await Promise.all(
      Array.from({ length: mostChecks + 5 }, (_, i) =>
        codeOf(check(`aaaabbbbcc${String(i).padStart(2, '0')}`)),
      ),
    )
    expect(guesses.filter((answer) => answer === 'NoSuchPaper')).toHaveLength(mostChecks - 1)
    expect(await codeOf(check('aaaabbbbdddd'))).toBe('TooManyTries')
    expect(await check(code)).toMatchObject({ minutes: 150 })
    expect(await check(code, 'o-other-school')).toMatchObject({ minutes: 150 })
    await setClock(cloud, Date.parse('2026-11-22T08:00:00+08:00'))
    expect(await codeOf(check('aaaabbbbdddd'))).toBe('NoSuchPaper')
  })

  test('of who is erased it says the hours and no name', async () => {
    await give(cloud, chen, '2026-10-06', 150)
    const { code } = await my()('certify', year)
    await as(cloud, residents, 'o-chen')('deleteMyAccount', {})
    for (const days of [8, 9]) {
      await setClock(cloud, Date.parse('2026-11-21T02:45:00+08:00') + days * 24 * 3_600_000)
      await cloud.timer('jobs')
    }
    expect(await check(code)).toMatchObject({ name: '', minutes: 150, outdated: false })
    expect(JSON.stringify(await rows(cloud, 'certificates'))).not.toContain('老陈')
  })
})

describe('the ministry’s records', () => {
  test('one line for each confirmed entry of the period, equal to the ledger, without numbers of documents', async () => {
    const shift = await shiftOf(cloud, Date.parse('2026-11-21T09:00:00+08:00'), [chen])
    await setClock(cloud, Date.parse('2026-11-21T12:00:00+08:00'))
    await give(cloud, chen, '2026-11-21', 120, '中午帮厨', shift)
    const carried = await give(cloud, chen, '2026-11-07', 90, '给老人送餐')
    await correct(cloud, carried, -30, '=给老人送餐')
    await give(cloud, chen, '2025-12-31', 600, '去年的')
    const { url } = await my(staffOf.centreStaff)('exportRecords', {
      from: '2026-01-01',
      to: '2026-11-21',
    })
    const [head, ...lines] = await rowsAt(url)
    expect(head).toContain('服务时间（小时）')
    const column = (name: string) => head!.indexOf(name)
    const records = lines.filter((line) => line[column('序号')] !== null)
    expect(records.map((line) => line[column('服务时间（小时）')])).toEqual([1.5, -0.5, 2])
    expect(records.map((line) => line[column('备注')])).toEqual([null, '更正', null])
    expect(records[0]).toEqual(
      expect.arrayContaining(['老陈', '给老人送餐', '钱社工', '第二位社工']),
    )
    expect(records[2]).toEqual(expect.arrayContaining(['09:00', '11:00', '共享餐厅']))
    expect(records.every((line) => line[column('证件号码')] === null)).toBe(true)
    expect(lines.at(-1)![column('服务时间（小时）')]).toBe(3)
  })

  test('more than one table can hold is refused before anything is made', async () => {
    const line = {
      centre: 'dl',
      v: 1,
      person: chen,
      day: '2026-10-06',
      minutes: 1,
      by: chen,
      at: 1,
    }
    for (let n = 0; n <= mostRecords; n += 1000)
      await cloud.admin.collection('hours_ledger').add(
        Array.from({ length: Math.min(1000, mostRecords + 1 - n) }, (_, i) => ({
          ...line,
          _id: `dl_ve-${n + i}`,
        })),
      )
    const ask = (from: string) =>
      codeOf(my(staffOf.centreStaff)('exportRecords', { from, to: '2026-11-21' }))
    expect(await ask('2026-10-01')).toBe('TooManyRecords')
    expect(await rows(cloud, 'record_exports')).toEqual([])
    expect(await ask('2026-10-07')).toBe('ok')
  })

  test('staff of a community do not get the whole centre', async () => {
    const asked = { from: '2026-01-01', to: '2026-11-21' }
    expect(await codeOf(my(staffOf.jingStaff)('exportRecords', asked))).toBe('NotAllowed')
  })
})
