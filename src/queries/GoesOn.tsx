import { Button } from '@/src/design/Button'
import { Notice } from '@/src/design/Notice'
import type { Draft } from './draft'

type GoesOnProps = {
  of: Pick<Draft<object>, 'goesOn' | 'clear'>
  /** What they were at. */
  verb?: '写' | '说' | '记'
}

/** Says that a form was begun earlier, and begins it anew for whoever wants that. */
export function GoesOn({ of: { goesOn, clear }, verb = '写' }: GoesOnProps) {
  return goesOn ? (
    <Notice label={`您上次没${verb}完的还在`}>
      <Button label={`不要了，重新${verb}`} look="quiet" onTap={clear} />
    </Notice>
  ) : null
}
