import { now } from '@/src/api/clock'
import { wordsOf } from '@/src/api/words'
import { Notice } from '@/src/design/Notice'
import { useScan } from '@/src/queries/scans'
import { clockSaid, whenSaid } from '@/src/words/time'

/** How many stay in sight; older ones are in the list below. */
const inSight = 3

export interface Given {
  nonce: string
  /** Whose meal, when this phone knew. */
  name: string | null
}

/** What came of the last meals given, the newest first. */
export function ServeResults({ given }: { given: readonly Given[] }) {
  return (
    <>
      {given.slice(0, inSight).map((one) => (
        <ServeResult key={one.nonce} {...one} />
      ))}
    </>
  )
}

function ServeResult({ nonce, name }: Given) {
  const state = useScan('serve', nonce)
  const whose = name === null ? '这一份' : `${name}的餐`
  switch (state?.at) {
    case undefined:
    case 'sending':
      return <Notice label={`正在记${whose}，请稍候`} />
    case 'kept':
      return (
        <Notice kind="warn" label={`${whose}记下了，待上传`}>
          {whenSaid(state.scannedAt, now())} 给的。连上网会自动补记，请接着给下一位。
        </Notice>
      )
    case 'refused':
      return (
        <Notice kind="error" label={`${whose}没有记上`}>
          {wordsOf('canteen', state.error.code, state.error.data)}
        </Notice>
      )
    case 'answered': {
      const { line, twice } = state.value
      return twice ? (
        <Notice kind="warn" label={`${line.name}的餐给了两次`}>
          {line.servedAt !== null && `第一次是 ${clockSaid(line.servedAt)}。`}
          两次都记在“给了两次”里，请同事核对。
        </Notice>
      ) : (
        <Notice kind="done" label={`${line.name}，给好了`} />
      )
    }
  }
}
