import { Card } from '@/src/design/Card'
import { Figure } from '@/src/design/Figure'
import { QrCode } from '@/src/design/QrCode'
import { portionsIn } from '@/src/words/canteen'
import { dishesSaid } from '@/src/words/meals'
import type { Order } from '@/types/canteen'
import { link } from '@/types/shared/links'

/** What is shown at the counter: the code, and in large how many portions there should be on the tray. */
export function PickUpCode({ order: { id, kind, lines } }: { order: Order }) {
  return (
    <Card label="取餐码">
      <QrCode
        label={kind === 'delivery' ? '送到的时候，给志愿者看' : '取餐的时候，给工作人员扫'}
        value={link({ to: 'order', order: id })}
      />
      <Figure label="一共" value={`${portionsIn(lines)} 份`} reason={dishesSaid(lines)} />
    </Card>
  )
}
