import { now } from '@/src/api/clock'
import { wordsOf } from '@/src/api/words'
import { Button } from '@/src/design/Button'
import { Notice } from '@/src/design/Notice'
import { forgetRefusedScan, useKeptScans, useRefusedScans } from '@/src/queries/scans'
import { whenSaid } from '@/src/words/time'

/** Codes of meetings scanned without a network: how many are still on this phone, and which did not count in the end. */
export function KeptCheckIns() {
  const kept = useKeptScans('meetingCheckIn').length
  const refused = useRefusedScans('meetingCheckIn')
  return (
    <>
      {kept > 0 && (
        <Notice kind="warn" label={`还有 ${kept} 次议事会签到在这部手机里，连上网会自动送出`}>
          送出之前，请不要删掉小程序。
        </Notice>
      )}
      {refused.map(({ nonce, scannedAt, code, data }) => (
        <Notice
          key={nonce}
          kind="error"
          label={`${whenSaid(scannedAt, now())} 没网时扫的议事会签到没有记上`}
        >
          {wordsOf('proposals', code, data, 'checkInAtMeeting')}
          <Button label="知道了" look="quiet" onTap={() => forgetRefusedScan(nonce)} />
        </Notice>
      ))}
    </>
  )
}
