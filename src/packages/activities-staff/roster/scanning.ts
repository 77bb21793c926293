import { useState } from 'react'
import { scanCard } from '@/src/platform/scanCard'
import { scan } from '@/src/queries/scans'

interface Scanned {
  nonce: string
  card: string
  session: number
}

/**
 * Scanning member cards one after another. A card that was scanned in this visit already is not sent again: the person
 * holds it out a second time to be sure. The newest scan stands first.
 */
export const useScanning = (
  activity: string,
  session: number,
): { scans: readonly Scanned[]; notACard: boolean; start: () => void } => {
  const [scans, setScans] = useState<readonly Scanned[]>([])
  const [notACard, setNotACard] = useState(false)
  const take = (card: string) => {
    const before = scans.find((one) => one.card === card && one.session === session)
    const scanned = before ?? {
      nonce: scan('checkInByCard', { activity, session, card }),
      card,
      session,
    }
    setScans([scanned, ...scans.filter((one) => one !== before)])
  }
  const start = () =>
    void scanCard().then((seen) => {
      if (seen === null) return
      setNotACard(seen === 'notACard')
      if (seen !== 'notACard') take(seen.card)
    })
  return { scans, notACard, start }
}
