import { Card } from '@/src/design/Card'
import { Heading } from '@/src/design/Heading'
import { QrCode } from '@/src/design/QrCode'
import { Reading } from '@/src/queries/Reading'
import { useMemberCode } from '@/src/queries/residents'
import { link } from '@/types/shared/links'

type MemberCodeProps = {
  /** Somebody I act for; else it is mine. */
  forResident?: string
}

/** The code by which staff find a person, with the name that belongs to it; also without a network, once it was seen. */
export function MemberCode({ forResident }: MemberCodeProps) {
  const reading = useMemberCode(forResident)
  return (
    <Card label="会员码">
      <Reading of={reading} failed="会员码没有打开" waiting={<OnItsWay />}>
        {({ card, name }) => (
          <>
            <Heading label={`${name}的会员码`} />
            <QrCode label="给工作人员扫" value={link({ to: 'card', card })} />
          </>
        )}
      </Reading>
    </Card>
  )
}

function OnItsWay() {
  return (
    <>
      <Heading label="会员码" />
      <QrCode label="正在打开，请稍候…" />
    </>
  )
}
