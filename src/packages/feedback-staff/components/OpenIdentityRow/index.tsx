import { Row } from '@/src/design/Row'
import { goTo } from '@/src/routes'

/** The way to who an anonymous reporter is; for centre staff, and only for a reason. */
export function OpenIdentityRow({ case: id }: { case: string }) {
  return (
    <Row
      label="有危险或者犯罪，要知道是谁"
      detail="要写原因，留下记录，本人会知道"
      drawing="warn"
      onTap={() => goTo('openIdentity', { case: id })}
    />
  )
}
