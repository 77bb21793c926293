import { Notice } from '@/src/design/Notice'
import { now } from '@/src/api/clock'
import { useScan } from '@/src/queries/scans'
import { whenSaid } from '@/src/words/time'
import { refusedCardSaid } from '../../../components/refusedCard'

/** How many scans stay in sight; older ones are in the list below. */
const inSight = 3

/** What came of the last scans, the newest first: a name and yes, or why not. */
export function ScanResults({ scans }: { scans: ReadonlyArray<{ nonce: string }> }) {
  return (
    <>
      {scans.slice(0, inSight).map(({ nonce }) => (
        <ScanResult key={nonce} nonce={nonce} />
      ))}
    </>
  )
}

function ScanResult({ nonce }: { nonce: string }) {
  const state = useScan('checkInByCard', nonce)
  switch (state?.at) {
    case undefined:
    case 'sending':
      return <Notice label="正在签到，请稍候" />
    case 'kept':
      return (
        <Notice kind="warn" label="网络不好，已经替您记下，连上后自动补签">
          {whenSaid(state.scannedAt, now())} 扫的。名字要等连上网才知道，请先让他进。
        </Notice>
      )
    case 'refused':
      return <Notice kind="error" label={refusedCardSaid(state.error.code, state.error.data)} />
    case 'answered': {
      const { name, state: stands, already } = state.value
      if (already) return <Notice label={`${name}刚才已经签到了`} />
      return stands === 'present' ? (
        <Notice kind="done" label={`${name}，到了`} />
      ) : (
        <Notice kind="warn" label={`${name}的签到要再确认`}>
          扫的时间和活动对不上，请在“要确认”里看一下。
        </Notice>
      )
    }
  }
}
