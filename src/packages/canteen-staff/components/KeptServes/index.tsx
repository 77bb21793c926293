import { now } from '@/src/api/clock'
import { wordsOf } from '@/src/api/words'
import { Button } from '@/src/design/Button'
import { Notice } from '@/src/design/Notice'
import { forgetRefusedScan, useKeptScans, useRefusedScans } from '@/src/queries/scans'
import { whenSaid } from '@/src/words/time'

type KeptServesProps = {
  /** Whose order it is, as far as this phone knows. */
  nameOf: (order: string | undefined) => string
}

/** Meals given without a network: how many are still on this phone, and which could not be put down in the end. */
export function KeptServes({ nameOf }: KeptServesProps) {
  const kept = useKeptScans('serve').length
  const refused = useRefusedScans('serve')
  return (
    <>
      {kept > 0 && (
        <Notice kind="warn" label={`${kept} 份待上传，连上网会自动补记`}>
          补记完之前，请不要删掉小程序。
        </Notice>
      )}
      {refused.map(({ nonce, scannedAt, input, code, data }) => (
        <Notice
          key={nonce}
          kind="error"
          label={`${whenSaid(scannedAt, now())} 断网时给${nameOf(input.order)}的餐没有记上`}
        >
          {wordsOf('canteen', code, data)}
          <Button label="知道了" look="quiet" onTap={() => forgetRefusedScan(nonce)} />
        </Notice>
      ))}
    </>
  )
}
