import { now } from '@/src/api/clock'
import { wordsOf } from '@/src/api/words'
import { Button } from '@/src/design/Button'
import { Notice } from '@/src/design/Notice'
import { forgetRefusedScan, useKeptScans, useRefusedScans } from '@/src/queries/scans'
import { whenSaid } from '@/src/words/time'

type KeptScansProps = {
  /** My own scans of a shift's code, or what I ticked as its leader. */
  of: 'shiftCheckIn' | 'shiftTick'
}

/** What was scanned or ticked without a network: how much is still on this phone, and what could not be put down in the end. */
export function KeptScans({ of }: KeptScansProps) {
  const kept = useKeptScans(of).length
  const refused = useRefusedScans(of)
  return (
    <>
      {kept > 0 && (
        <Notice kind="warn" label={`还有 ${kept} 次签到在这部手机里，连上网会自动送出`}>
          送出之前，请不要删掉小程序。
        </Notice>
      )}
      {refused.map(({ nonce, scannedAt, input, code, data }) => (
        <Notice
          key={nonce}
          kind="error"
          label={`${whenSaid(scannedAt, now())} 没网时${of === 'shiftTick' ? '点的' : '扫的'}“${input.leaving ? '走了' : '到了'}”没有记上`}
        >
          {wordsOf('volunteers', code, data)}
          <Button label="知道了" look="quiet" onTap={() => forgetRefusedScan(nonce)} />
        </Notice>
      ))}
    </>
  )
}
