import type { Row, Worksheet } from 'exceljs'
import type { Printout } from '@/types/centre'
import { printouts } from '../centre/store'
import { keepFile } from '../kit/files'
import { randomToken } from '../kit/ids'

/** What a sheet of A4 holds beside its margins, in the width of a digit. */
const sheetWidths = { portrait: 90, landscape: 130 } as const
const mostUpright = 5
const narrowest = 6

/** 3 cm. */
const codeSize = { width: 113, height: 113 }

const thin = { style: 'thin' } as const
const lines = { top: thin, bottom: thin, left: thin, right: thin }

/** Makes the list somebody asked for, once: black on white, as wide as the paper, its first row on every sheet. */
export const makePrintout = async (centre: string, wish: string): Promise<void> => {
  const store = printouts.of(centre)
  const asked = await store.get(wish)
  if (!asked || asked.file !== null) return
  // It starts slowly, and is only needed here.
  const { default: excel } = await import('exceljs')
  const book = new excel.Workbook()
  const { code, printout } = asked
  const { title, notes, tables } = printout
  const columns = Math.max(...tables.map((table) => table.columns.length))
  const orientation = columns > mostUpright ? 'landscape' : 'portrait'
  const sheet = book.addWorksheet('名单', {
    pageSetup: {
      paperSize: 9,
      orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      blackAndWhite: true,
    },
    headerFooter: { oddFooter: '&P / &N' },
  })
  sheet.addRow([title]).font = { bold: true, size: 16 }
  for (const note of notes) sheet.addRow([note])
  for (const table of tables) writeTable(sheet, table)
  widths(tables, columns, sheetWidths[orientation]).forEach(
    (width, i) => (sheet.getColumn(i + 1).width = width),
  )
  const [first] = tables
  if (tables.length === 1 && first)
    sheet.pageSetup.printTitlesRow = headRow(notes.length, first.title !== null)
  if (code !== null)
    sheet.addImage(book.addImage({ base64: code, extension: 'png' }), {
      tl: { col: 0, row: sheet.rowCount + 1 },
      ext: codeSize,
    })
  const content = Buffer.from(await book.xlsx.writeBuffer())
  const file = await keepFile(`exports/${centre}/${randomToken()}.xlsx`, content)
  await store.change(wish, { file }, { file: null })
}

/** The row that names the columns, as Excel writes it: `4:4`. */
const headRow = (notes: number, titled: boolean): string => {
  const row = 1 + notes + 1 + (titled ? 1 : 0) + 1
  return `${row}:${row}`
}

/** An empty row, the table's title when it has one, the names of its columns, its rows. */
const writeTable = (sheet: Worksheet, { title, columns, rows }: Printout['tables'][number]) => {
  sheet.addRow([])
  if (title !== null) sheet.addRow([title]).font = { bold: true, size: 13 }
  ruled(sheet.addRow([...columns]), columns.length).font = { bold: true }
  for (const row of rows) ruled(sheet.addRow([...row]), columns.length)
}

const ruled = (row: Row, cells: number): Row => {
  for (let i = 1; i <= cells; i++) {
    const cell = row.getCell(i)
    cell.border = lines
    cell.alignment = { wrapText: true, vertical: 'top' }
  }
  return row
}

/** A Chinese character is as wide as two digits. */
const widthOf = (text: string): number =>
  [...text].reduce((width, letter) => width + (letter.charCodeAt(0) < 0x2e80 ? 1 : 2), 0)

/** Each column as wide as its longest text, but all together no wider than the paper. */
const widths = (tables: Printout['tables'], columns: number, sheetWidth: number): number[] => {
  const wanted = Array.from({ length: columns }, (_, i) =>
    Math.max(
      narrowest,
      ...tables.flatMap((table) =>
        [table.columns[i] ?? '', ...table.rows.map((row) => row[i] ?? '')].map(
          (text) => widthOf(text) + 2,
        ),
      ),
    ),
  )
  const fair = sheetWidth / columns
  const spare = wanted.reduce((sum, width) => sum + Math.max(0, fair - width), 0)
  const over = wanted.reduce((sum, width) => sum + Math.max(0, width - fair), 0)
  // What narrow columns leave is shared by the wide ones, each in its measure.
  return wanted.map((width) =>
    width <= fair ? width : Math.min(width, fair + (spare * (width - fair)) / over),
  )
}
