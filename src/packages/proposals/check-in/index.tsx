import { View } from '@tarojs/components'
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
import { useWhose, Whose } from '../components/Whose'
import { Outcome } from './components/Outcome'

/** What the code at the door of a meeting leads to: one tap says that I am here, or somebody I came with. */
export default function MeetingCheckIn() {
  const { code = '' } = useRouter().params
  // The code tells when it was shown; the scan counts for the moment this page was opened by it.
  const [scannedAt] = useState(now)
  const whose = useWhose(undefined, useState<string>())
  const [nonce, setNonce] = useState<string>()
  const { data: me, isError, fetchStatus } = useMe()
  const state = useScan('meetingCheckIn', nonce)

  const unread = me === undefined && (isError || fetchStatus === 'paused')
  if (me === undefined && !unread)
    return (
      <Page title="议事会签到">
        <Loading />
      </Page>
    )
  if (me && !me.person)
    return (
      <Page title="议事会签到">
        <SignIn label="签到要知道您是谁" goOn="签到" />
      </Page>
    )
  const person = whose.forSomeone.forResident
  const name = whose.options.find(({ value }) => value === person)?.label ?? ''
  const again = () =>
    void scanCode().then((seen) => seen !== null && replaceBy('scan', { q: seen }))
  const home = <Button label="回到今天" look="quiet" onTap={() => goTo('today')} />
  if (state) {
    const stale = state.at === 'refused' && state.error.code === 'CodeExpired'
    const more = whose.options.length > 1 && state.at !== 'sending'
    return (
      <Page title="议事会签到" action={home}>
        <Outcome name={name} person={person} state={state} />
        {stale && <Button label="再扫一次" drawing="camera" onTap={again} />}
        {more && (
          <Button label="还有家人一起来" look="secondary" onTap={() => setNonce(undefined)} />
        )}
      </Page>
    )
  }
  return (
    <Page
      title="议事会签到"
      action={
        <>
          <Button
            label={name ? `${name}到了` : '我到了'}
            drawing="check"
            onTap={() => setNonce(scan('meetingCheckIn', { code, ...whose.forSomeone }, scannedAt))}
          />
          {home}
        </>
      }
    >
      <Whose label="给谁签到" whose={whose} />
      <View>到了会场，点一下就行。扫不了码，请工作人员替您记一下。</View>
    </Page>
  )
}
