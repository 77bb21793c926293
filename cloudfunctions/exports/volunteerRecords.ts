import type { ServiceRecord } from '../honours/records'
import { timeOf } from '@/types/shared/day'
import { centreRecordOf } from '../centre/store'
import { recordsOf } from '../honours/records'
import { recordFiles } from '../honours/store'
import { keepFile } from '../kit/files'
import { randomToken } from '../kit/ids'

/**
 * What the ministry's order no. 67 (志愿服务记录与证明出具办法) asks of a record of service, in its words. Kept empty: sex
 * and document, which this program does not ask for; whoever hands the table in writes them there.
 */
const columns = [
  { header: '序号', key: 'number', width: 8 },
  { header: '志愿者姓名', key: 'name', width: 14 },
  { header: '性别', key: 'sex', width: 8 },
  { header: '证件类型', key: 'document', width: 12 },
  { header: '证件号码', key: 'documentNumber', width: 22 },
  { header: '活动（项目）名称', key: 'what', width: 28 },
  { header: '活动（项目）组织单位', key: 'centreName', width: 26 },
  { header: '服务日期', key: 'day', width: 12 },
  { header: '开始时间', key: 'startsAt', width: 10 },
  { header: '结束时间', key: 'endsAt', width: 10 },
  { header: '服务地点', key: 'placeName', width: 22 },
  { header: '服务内容', key: 'work', width: 28 },
  { header: '服务时间（小时）', key: 'hours', width: 16, style: { numFmt: '0.00' } },
  { header: '记录人', key: 'enteredBy', width: 12 },
  { header: '确认人', key: 'confirmedBy', width: 12 },
  { header: '备注', key: 'note', width: 24 },
]

const partNames = { morning: '上午', afternoon: '下午', evening: '晚上' } as const

const notes = [
  '本表按民政部令第 67 号《志愿服务记录与证明出具办法（试行）》要求的内容导出，一行是一条确认过的记录。',
  '服务时间按小时计，不含往返路上的时间；每条都由记录人以外的另一人确认。',
  '备注写“更正”的行是对以前记录的更正，时间是负数，合计时一起算。',
  '本系统不收集性别和身份证件号码，这几列留空，上报时由志愿者本人提供后补填。',
]

/** Makes the table of records somebody asked for, once. */
export const makeVolunteerRecords = async (centre: string, wish: string): Promise<void> => {
  const store = recordFiles.of(centre)
  const asked = await store.get(wish)
  if (!asked || asked.file !== null) return
  const [records, about] = await Promise.all([recordsOf(centre, asked), centreRecordOf(centre)])
  // It starts slowly, and is only needed here.
  const { default: excel } = await import('exceljs')
  const book = new excel.Workbook()
  const sheet = book.addWorksheet('志愿服务记录')
  sheet.columns = columns
  records.forEach((record, i) => sheet.addRow(rowOf(record, i + 1, about?.name ?? '')))
  const last = Math.max(records.length + 1, 2)
  const total = records.reduce((sum, { minutes }) => sum + minutes, 0) / 60
  sheet.addRow({ name: '合计', hours: { formula: `SUM(M2:M${last})`, result: total } })
  const about67 = book.addWorksheet('说明')
  about67.getColumn(1).width = 100
  for (const note of [`${asked.from} 到 ${asked.to}`, ...notes]) about67.addRow([note])
  const content = Buffer.from(await book.xlsx.writeBuffer())
  const file = await keepFile(`exports/${centre}/${randomToken()}.xlsx`, content)
  await store.change(wish, { file }, { file: null })
}

/** Cells that begin like a formula are text: exceljs writes strings as strings, never as formulas. */
const rowOf = (
  { name, day, minutes, what, shift, visit, enteredBy, confirmedBy }: ServiceRecord,
  number: number,
  centreName: string,
) => ({
  ...{ number, name, what, centreName, day, work: what, enteredBy, confirmedBy },
  startsAt: shift ? timeOf(shift.startsAt) : visit ? partNames[visit.part] : '',
  endsAt: shift ? timeOf(shift.endsAt) : '',
  placeName: shift?.placeName ?? visit?.placeName ?? '',
  hours: minutes / 60,
  note: minutes < 0 ? '更正' : '',
})
