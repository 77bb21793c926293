import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { isOn } from '@/domain/activities/checkIn'
import { now } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Loading } from '@/src/design/Loading'
import { Page } from '@/src/design/Page'
import { SignIn } from '@/src/pages/residents/components/SignIn'
import { scanCode } from '@/src/platform/scanCode'
import { useMySignUps } from '@/src/queries/activities'
import { useMe } from '@/src/queries/residents'
import { scan, useScan } from '@/src/queries/scans'
import { goTo, replaceBy } from '@/src/routes'
import type { Registration } from '@/types/activities'
import type { Me } from '@/types/residents'
import { Outcome } from './components/Outcome'

/** Who may be checked in: `id` is undefined for the person who holds the phone. */
interface Attender {
  id?: string
  name: string
}

/** Those who have a place in something that is on now; where none is known, me and all my people. */
const attenders = ({ person, dependants }: Me, mine: readonly Registration[]): Attender[] => {
  const at = now()
  const expected = new Set(
    mine
      .filter(({ state, sessions }) => state === 'in' && sessions.some((one) => isOn(one, at)))
      .map((registration) => registration.person.id),
  )
  const all = [
    ...(person ? [{ id: person.id, name: '' }] : []),
    ...dependants.map(({ id, name }) => ({ id, name })),
  ]
  const known = all.filter(({ id }) => expected.has(id))
  return (known.length > 0 ? known : all).map(({ id, name }) =>
    id === person?.id ? { name } : { id, name },
  )
}

/** What the rotating code of a venue screen leads to: whoever is expected is checked in, at most one tap later. */
export default function CheckIn() {
  const { code = '' } = useRouter().params
  // The code tells when it was shown; the scan counts for the moment this page was opened by it.
  const [scannedAt] = useState(now)
  const me = useMe()
  const known = Boolean(me.data?.person)
  const mine = useMySignUps(false, { enabled: known })
  const [people, setPeople] = useState<readonly Attender[]>()

  const { data, isError, fetchStatus } = me
  const meUnread = data === undefined && (isError || fetchStatus === 'paused')
  const mineRead =
    mine.data !== undefined || mine.isError || (known && mine.fetchStatus === 'paused')
  // Decided once: a list that changes under the finger checks in the wrong person.
  useEffect(() => {
    if (people) return
    if (meUnread) setPeople([{ name: '' }])
    else if (data?.person && mineRead) setPeople(attenders(data, mine.data ?? []))
  }, [people, meUnread, mineRead, data, mine.data])

  const again = () =>
    void scanCode().then((seen) => seen !== null && replaceBy('scan', { q: seen }))
  if (me.data && !me.data.person && !people)
    return (
      <Page title="签到">
        <SignIn label="签到要知道您是谁" goOn="签到" onDone={() => setPeople([{ name: '' }])} />
      </Page>
    )
  if (!people)
    return (
      <Page title="签到">
        <Loading label="正在签到" />
      </Page>
    )
  return (
    <Page
      title={people.length > 1 ? '给谁签到' : '签到'}
      action={<Button label="回到今天" look="quiet" onTap={() => goTo('today')} />}
    >
      {people.map(({ id, name }) => (
        <One
          key={id ?? 'self'}
          name={name}
          asked={people.length > 1}
          onAgain={again}
          onCheckIn={() =>
            scan('checkIn', { code, ...(id !== undefined && { forResident: id }) }, scannedAt)
          }
        />
      ))}
    </Page>
  )
}

type OneProps = {
  name: string
  /** One of several: checked in by a tap. Somebody alone is checked in at once: scanning was the wish. */
  asked: boolean
  onCheckIn: () => string
  onAgain: () => void
}

function One({ name, asked, onCheckIn, onAgain }: OneProps) {
  const [nonce, setNonce] = useState<string>()
  const state = useScan('checkIn', nonce)
  const [start] = useState(() => onCheckIn)
  useEffect(() => {
    if (!asked) setNonce(start())
  }, [asked, start])
  if (!state) {
    if (!asked) return null
    return (
      <Button
        label={name ? `替${name}签到` : '我签到'}
        look={name ? 'secondary' : 'primary'}
        onTap={() => setNonce(onCheckIn())}
      />
    )
  }
  const stale = state.at === 'refused' && state.error.code === 'CodeExpired'
  return (
    <>
      <Outcome name={name} state={state} />
      {stale && <Button label="再扫一次" drawing="camera" onTap={onAgain} />}
    </>
  )
}
