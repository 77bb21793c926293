import { Workbook } from 'exceljs'
import readExcel from 'read-excel-file/node'
import { centre, type Printout } from '@/types/centre'
import { startCloud } from '../support/cloud'
import { as, codeOf, resident, seedCentre, staffOf } from '../support/people'

const list: Printout = {
  title: '手机课 签到名单',
  notes: ['11月16日 9:00 · 二楼教室'],
  tables: [
    {
      title: null,
      columns: ['序号', '姓名', '签到'],
      rows: [
        ['1', '王大爷', ''],
        // What begins like a formula stays what somebody wrote.
        ['2', '=1+1', ''],
      ],
    },
  ],
}
const key = 'the-list-of-the-phone-class'

test('a list that staff see becomes a table on A4, made once, and gone after a day', async () => {
  const cloud = await startCloud({ now: '2026-11-16T09:00:00+08:00' })
  try {
    await seedCentre(cloud)
    const jing = as(cloud, centre, staffOf.jingWorker)
    const { url } = await jing('makePrintout', { key, printout: list })
    const again = await jing('makePrintout', { key, printout: list })
    expect(again.url.split('?')[0]).toBe(url.split('?')[0])

    const file = Buffer.from(await (await fetch(url)).arrayBuffer())
    const [sheet] = await readExcel(file)
    expect(sheet?.data).toEqual([
      ['手机课 签到名单', null, null],
      ['11月16日 9:00 · 二楼教室', null, null],
      [null, null, null],
      ['序号', '姓名', '签到'],
      ['1', '王大爷', null],
      ['2', '=1+1', null],
    ])
    const book = new Workbook()
    await book.xlsx.load(file as unknown as ArrayBuffer)
    const [page] = book.worksheets
    expect(page?.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'portrait',
      fitToWidth: 1,
      fitToHeight: 0,
    })
    expect(page?.pageSetup.printTitlesRow).toBe('4:4')

    await cloud.clock('2026-11-17T09:20:00+08:00')
    await cloud.timer('jobs')
    expect((await fetch(url)).status).toBeGreaterThanOrEqual(400)
  } finally {
    await cloud.stop()
  }
})

test('a resident gets no file, and a list too long for one is refused', async () => {
  const cloud = await startCloud({ now: '2026-11-16T09:00:00+08:00' })
  try {
    await seedCentre(cloud)
    await resident(cloud, 'o-he', '何阿姨')
    const asked = (openid: string, printout: Printout) =>
      codeOf(as(cloud, centre, openid)('makePrintout', { key, printout }))
    expect(await asked('o-he', list)).toBe('NotAllowed')
    const [table] = list.tables
    const rows = Array.from({ length: 601 }, () => ['1'])
    expect(await asked(staffOf.jingWorker, { ...list, tables: [{ ...table!, rows }] })).toBe(
      'InvalidInput',
    )
  } finally {
    await cloud.stop()
  }
})
