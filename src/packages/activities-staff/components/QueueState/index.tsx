import { Notice } from '@/src/design/Notice'
import { useKeptScans } from '@/src/queries/scans'

/** How many member codes were scanned without a network and are still on this phone. */
export function QueueState() {
  const kept = useKeptScans('checkInByCard')
  if (kept === 0) return null
  return (
    <Notice kind="warn" label={`还有 ${kept} 个签到在这部手机里，连上网会自动补签`}>
      补签完之前，请不要删掉小程序。
    </Notice>
  )
}
