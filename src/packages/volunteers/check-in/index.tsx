import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { now } from '@/src/api/clock'
import { Button } from '@/src/design/Button'
import { Loading } from '@/src/design/Loading'
import { Page } from '@/src/design/Page'
import { SignIn } from '@/src/pages/residents/components/SignIn'
import { scanCode } from '@/src/platform/scanCode'
import { useMe } from '@/src/queries/residents'
import { scan, useScan } from '@/src/queries/scans'
import { goTo, replaceBy } from '@/src/routes'
import { useWhose, Who } from '../components/Who'
import { Outcome } from './components/Outcome'

interface Sent {
  nonce: string
  leaving: boolean
}

/** What the code of a shift leads to: one tap says that I am here, or that I go. */
export default function ShiftCheckIn() {
  const { code = '' } = useRouter().params
  // The code tells when it was shown; the scan counts for the moment this page was opened by it.
  const [scannedAt] = useState(now)
  const { choose, ...whose } = useWhose()
  const [sent, setSent] = useState<Sent>()
  const { data: me, isError, fetchStatus } = useMe()
  const state = useScan('shiftCheckIn', sent?.nonce)

  const unread = me === undefined && (isError || fetchStatus === 'paused')
  if (me === undefined && !unread)
    return (
      <Page title="志愿者签到">
        <Loading />
      </Page>
    )
  if (me && !me.person)
    return (
      <Page title="志愿者签到">
        <SignIn label="签到要知道您是谁" goOn="签到" />
      </Page>
    )
  const { name, forSomeone } = whose
  const send = (leaving: boolean) => {
    setSent({ leaving, nonce: scan('shiftCheckIn', { code, leaving, ...forSomeone }, scannedAt) })
  }
  const again = () =>
    void scanCode().then((seen) => seen !== null && replaceBy('scan', { q: seen }))
  const home = <Button label="回到今天" look="quiet" onTap={() => goTo('today')} />

  if (sent && state) {
    const refused = state.at === 'refused' ? state.error.code : null
    return (
      <Page title={sent.leaving ? '我走了' : '我到了'} action={home}>
        <Outcome name={name} leaving={sent.leaving} state={state} />
        {refused === 'CodeExpired' && <Button label="再扫一次" drawing="camera" onTap={again} />}
        {refused === 'NotHereYet' && <Button label="先记我到了" onTap={() => send(false)} />}
      </Page>
    )
  }
  return (
    <Page title="志愿者签到" subtitle="刚到，还是要走了？点一下就行" action={home}>
      <Who label="给谁签到" whose={whose} onChange={choose} />
      <Button label={name ? `${name}到了` : '我到了'} drawing="check" onTap={() => send(false)} />
      <Button
        label={name ? `${name}要走了` : '我要走了'}
        look="secondary"
        drawing="house"
        onTap={() => send(true)}
      />
    </Page>
  )
}
