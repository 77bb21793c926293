import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { Button } from '@/src/design/Button'
import { Loading } from '@/src/design/Loading'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { SignIn } from '@/src/pages/residents/components/SignIn'
import { scanCode } from '@/src/platform/scanCode'
import { useCheckInAtMeeting } from '@/src/queries/proposals'
import { useMe } from '@/src/queries/residents'
import { Submitted } from '@/src/queries/Submitted'
import { goTo, replaceBy } from '@/src/routes'

/** What the code at the door of a meeting leads to: one tap says that I am here. */
export default function MeetingCheckIn() {
  const { code = '' } = useRouter().params
  const me = useMe().data
  const checkIn = useCheckInAtMeeting()
  const home = <Button label="回到今天" look="quiet" onTap={() => goTo('today')} />
  if (!me)
    return (
      <Page title="议事会签到">
        <Loading />
      </Page>
    )
  if (!me.person)
    return (
      <Page title="议事会签到">
        <SignIn label="签到要知道您是谁" goOn="签到" />
      </Page>
    )
  const done = checkIn.value
  if (done)
    return (
      <Page title={done.title} action={home}>
        <Notice kind="done" label="签到好了，请进" />
        <View>到会 {done.came} 人</View>
        <Button
          label="看看要议的事"
          look="secondary"
          drawing="bubble"
          onTap={() => replaceBy('meeting', { meeting: done.id })}
        />
      </Page>
    )
  const again = () =>
    void scanCode().then((seen) => seen !== null && replaceBy('scan', { q: seen }))
  return (
    <Page
      title="议事会签到"
      action={
        <>
          <Submitted of={checkIn} />
          <Button
            label="我到了"
            drawing="check"
            busy={checkIn.busy || checkIn.waiting}
            onTap={() => checkIn.submit({ code })}
          />
          {checkIn.error?.code === 'CodeExpired' && (
            <Button label="再扫一次" look="secondary" drawing="camera" onTap={again} />
          )}
          {home}
        </>
      }
    >
      <View>到了会场，点一下“我到了”。扫不了码，请工作人员替您记一下。</View>
    </Page>
  )
}
