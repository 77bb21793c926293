import { now } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Notice } from '@/src/design/Notice'
import { forgetRefusedScan, useKeptScans, useRefusedScans } from '@/src/queries/scans'
import { whenSaid } from '@/src/words/time'
import { refusedCardSaid } from '../refusedCard'

/** Member codes scanned without a network: how many are still on this phone, and which did not count in the end. */
export function QueueState() {
  const kept = useKeptScans('checkInByCard').length
  const refused = useRefusedScans('checkInByCard')
  return (
    <>
      {kept > 0 && (
        <Notice kind="warn" label={`还有 ${kept} 个签到在这部手机里，连上网会自动补签`}>
          补签完之前，请不要删掉小程序。
        </Notice>
      )}
      {refused.map(({ nonce, scannedAt, code, data }) => (
        <Notice
          key={nonce}
          kind="error"
          label={`${whenSaid(scannedAt, now())} 断网时扫的一张卡没有签上`}
        >
          {refusedCardSaid(code, data)}
          <Button label="知道了" look="quiet" onTap={() => forgetRefusedScan(nonce)} />
        </Notice>
      ))}
    </>
  )
}
