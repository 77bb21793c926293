import { now } from '@/src/api/clock'
import type { OutputOf } from '@/src/api/call'
import { Button } from '@/src/design/Button'
import { Figure } from '@/src/design/Figure'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Printing } from '@/src/queries/Printing'
import { Reading } from '@/src/queries/Reading'
import { useReceipt } from '@/src/queries/shopStaff'
import { fullDay } from '@/src/words/residents'
import { countSaid } from '@/src/words/shop'
import { whenSaid } from '@/src/words/time'
import type { Printout } from '@/types/centre'
import { dayOf } from '@/types/shared/day'

type Given = OutputOf<'shop', 'receipt'>

type ReceiptProps = {
  /** The gift, by its entry of the ledger. */
  entry: string
  title: string
  /** What is done when the receipt is printed, or shown. */
  next: { label: string; onTap: () => void }
}

/** The receipt of a gift, on the screen and on paper. */
export function Receipt({ entry, title, next }: ReceiptProps) {
  const reading = useReceipt(entry)
  return (
    <Page
      wide
      title={title}
      {...(reading.data && {
        action: (
          <>
            <Printing label="打印收据" look="primary" sheet={sheetOf(reading.data)} />
            <Button label={next.label} look="quiet" onTap={next.onTap} />
          </>
        ),
      })}
    >
      <Reading of={reading} failed="收据没有打开">
        {(given) => (
          <>
            <Figure label="收到" value={countSaid(given.name, given.quantity, given.unit)} />
            <Notice kind="done" label={`谢谢${given.giver ?? '这位好心人'}`}>
              收据号 {given.number}，{whenSaid(given.at, now())}，{given.by}经手
            </Notice>
          </>
        )}
      </Reading>
    </Page>
  )
}

/** The receipt on paper, for who gave. */
const sheetOf = ({ number, name, quantity, unit, giver, by, at }: Given): Printout => ({
  title: '慈善超市捐赠收据',
  notes: [
    `收据号 ${number}`,
    `${giver ?? '一位不留名的好心人'}，谢谢您的捐赠。`,
    '物品只用于帮助居民，每月公开收支。',
  ],
  tables: [
    {
      title: null,
      columns: ['物品', '数量', '日期', '经手人', '签字'],
      rows: [[name, `${quantity} ${unit}`, fullDay(dayOf(at)), by, '']],
    },
  ],
})
