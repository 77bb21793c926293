import { now } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { Row, Rows } from '@/src/design/Row'
import { goTo } from '@/src/routes'
import { shiftKinds, shiftWhenSaid } from '@/src/words/volunteers'
import type { Shift } from '@/types/volunteers'

/** Shifts that did not follow, since somebody said yes to them as they were: staff see to each. */
export function Kept({ kept, onClose }: { kept: readonly Shift[]; onClose: () => void }) {
  return (
    <Page wide title="存好了，还有几班要您看看" action={<Button label="看好了" onTap={onClose} />}>
      <Notice kind="warn" label="这几班已经有人答应来，没有跟着变">
        请点开，和他们说好，再改时间或者取消。
      </Notice>
      <Rows label="没有跟着变的班">
        {kept.map((shift) => (
          <Row
            key={shift.id}
            label={shift.title}
            detail={`${shiftWhenSaid(shift, now())}，已有 ${shift.confirmed} 人`}
            drawing={shiftKinds[shift.kind].drawing}
            colour="pine"
            onTap={() => goTo('shiftRoster', { shift: shift.id })}
          />
        ))}
      </Rows>
    </Page>
  )
}
