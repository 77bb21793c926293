import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/src/design/Button'
import { More } from '@/src/design/More'
import { Page } from '@/src/design/Page'
import { Sheet } from '@/src/design/Sheet'
import { showToast } from '@/src/design/Toast'
import { MemberCode } from '@/src/pages/residents/components/MemberCode'
import { SignedIn } from '@/src/pages/residents/components/SignedIn'
import { useMemberCode, useRenewMemberCode } from '@/src/queries/residents'
import { Submitted } from '@/src/queries/Submitted'
import { cachedAt } from '@/src/queries/when'

/** The member code of one person, mine or of somebody I act for, and a new one where others may have kept a picture of it. */
export default function MemberCodePage() {
  const { person } = useRouter().params
  const cached = cachedAt(useMemberCode(person))
  const renew = useRenewMemberCode()
  const [asking, setAsking] = useState(false)
  const goOn = () =>
    renew.submit(person === undefined ? {} : { forResident: person }, {
      done: () => {
        setAsking(false)
        showToast('换好了，旧的码不能再用')
      },
      failed: () => setAsking(false),
    })
  return (
    <Page title="会员码" {...(cached && { cachedAt: cached })}>
      <SignedIn failed="会员码没有打开" why="会员码上要有您的名字">
        {() => (
          <>
            <MemberCode {...(person !== undefined && { forResident: person })} />
            <View>签到、办事时给工作人员扫一下，不用报姓名和电话。</View>
            <Submitted of={renew} />
            <More label="更多">
              <Button label="换一个新码" look="quiet" drawing="qr" onTap={() => setAsking(true)} />
            </More>
          </>
        )}
      </SignedIn>
      {asking && (
        <Sheet
          label="换一个新码吗？"
          yes={{ label: '换新码', onTap: goOn, busy: renew.busy || renew.waiting }}
          back="不换"
          onBack={() => setAsking(false)}
        >
          <View>旧的码马上不能用了。码被别人拍走的时候再换；纸卡不受影响。</View>
        </Sheet>
      )}
    </Page>
  )
}
