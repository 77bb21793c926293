import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { Button, type ButtonLook } from '@/src/design/Button'
import { Heading } from '@/src/design/Heading'
import { Notice } from '@/src/design/Notice'
import { Paper, PaperTable } from '@/src/design/Paper'
import { showToast } from '@/src/design/Toast'
import { openFile } from '@/src/platform/openFile'
import { print } from '@/src/platform/print'
import type { Printout } from '@/types/centre'
import { useSubmit } from './hooks'
import { Submitted } from './Submitted'

type PrintingProps = {
  /** 打印名单 */
  label: string
  look?: ButtonLook
  /** What is on the sheet. */
  sheet: Printout
  /** Reads what is not on the screen yet; the sheet then holds it too. */
  before?: () => Promise<void>
}

/**
 * A button that prints a list on A4. A browser prints it by its own dialog; a mini-program reaches no printer, so there
 * it opens as a table, which WeChat sends on to a computer.
 */
export function Printing({ label, look = 'quiet', sheet, before }: PrintingProps) {
  const making = useSubmit('centre', 'makePrintout')
  const [reading, setReading] = useState(false)
  const latest = useRef(sheet)
  latest.current = sheet
  const start = async () => {
    setReading(true)
    await before?.()
    setReading(false)
    // Once what was read is drawn.
    setTimeout(print ?? make)
  }
  const make = () =>
    making.submit(
      { printout: latest.current },
      {
        done: ({ url }) =>
          void openFile(url, `${latest.current.title}.xlsx`).catch(() =>
            showToast('表格做好了，但是没有打开。请再点一次', 'warn'),
          ),
      },
    )
  return (
    <>
      <OnPaper sheet={sheet} />
      <Submitted of={making} />
      {making.value && (
        <Notice kind="done" label="表格做好了">
          在表格里点右上角的“…”，发到电脑上，就能打印。
        </Notice>
      )}
      <Button label={label} look={look} busy={reading || making.busy} onTap={() => void start()} />
    </>
  )
}

function OnPaper({ sheet: { title, notes, tables } }: { sheet: Printout }) {
  return (
    <Paper label={title}>
      <Heading label={title} />
      {notes.map((note) => (
        <View key={note}>{note}</View>
      ))}
      {tables.map((table, number) => (
        <View key={number}>
          {table.title !== null && <Heading label={table.title} />}
          <PaperTable
            columns={table.columns}
            rows={table.rows.map((cells, row) => ({ key: String(row), cells }))}
          />
        </View>
      ))}
    </Paper>
  )
}
