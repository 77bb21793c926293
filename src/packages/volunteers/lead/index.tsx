import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { codeMs } from '@/domain/shared/rotatingCode'
import type { OutputOf } from '@/src/api/call'
import { now } from '@/src/api/clock'
import { useSeconds } from '@/src/api/seconds'
import { Button } from '@/src/design/Button'
import { Card } from '@/src/design/Card'
import { Empty } from '@/src/design/Empty'
import { Heading } from '@/src/design/Heading'
import { Notice } from '@/src/design/Notice'
import { Page } from '@/src/design/Page'
import { QrCode } from '@/src/design/QrCode'
import { showToast } from '@/src/design/Toast'
import { useConfirmAsLeader, useLeadShift } from '@/src/queries/attendance'
import { Reading } from '@/src/queries/Reading'
import { Submitted } from '@/src/queries/Submitted'
import { cachedAt } from '@/src/queries/when'
import { shiftWhenSaid } from '@/src/words/volunteers'
import { KeptScans } from '../components/KeptScans'
import { PersonCard } from './components/PersonCard'

type Led = OutputOf<'volunteers', 'leadShift'>

/** A shift as its leader holds it in the hand: the code to scan, who is here, and whose hours are right. */
export default function LeadShift() {
  const { shift: id = '' } = useRouter().params
  const reading = useLeadShift(id)
  const cached = cachedAt(reading)
  const shift = reading.data?.shift
  return (
    <Page
      title={shift?.title ?? '我带的班'}
      {...(shift && { subtitle: `${shiftWhenSaid(shift, now())}，${shift.placeName}` })}
      {...(cached && { cachedAt: cached })}
    >
      <Reading of={reading} failed="这一班没有打开">
        {(led) => (
          <>
            <KeptScans of="shiftTick" />
            <Code led={led} reading={reading} />
            <ConfirmAll led={led} />
            <People led={led} />
          </>
        )}
      </Reading>
    </Page>
  )
}

type CodeProps = {
  led: Led
  reading: Pick<ReturnType<typeof useLeadShift>, 'isFetching' | 'error' | 'refetch'>
}

/** The code of this minute, as large as the phone; the next is fetched when its minute is over. */
function Code({ led: { link, validUntil, shift }, reading }: CodeProps) {
  const at = useSeconds()
  const { isFetching, error, refetch } = reading
  useEffect(() => {
    if (validUntil !== null && at >= validUntil && !isFetching && !error) void refetch()
  }, [validUntil, at, isFetching, error, refetch])
  if (shift.state === 'calledOff') return <Notice kind="warn" label="这一班取消了" />
  if (link === null)
    return (
      <Notice label="现在不用签到">
        开始前 1 小时到结束后 1 小时，这里会出现签到码，让大家扫。
      </Notice>
    )
  // What is shown must still be good when the scan arrives.
  const usable = validUntil !== null && at < validUntil + codeMs / 2
  return usable ? (
    <Card label="签到码">
      <QrCode label="到了、走了，都扫这个码" value={link} />
      <View>每分钟换一个新码，拍照转发没有用。</View>
    </Card>
  ) : (
    <Notice kind="warn" label="没有网络，码换不了">
      在下面名单里点“到了”“走了”也一样，连上网会自动送出。
    </Notice>
  )
}

/** One tap for all whose times are clear; the others are looked at one by one. */
function ConfirmAll({ led: { shift, people } }: { led: Led }) {
  const confirm = useConfirmAsLeader()
  const clear = people.filter(
    ({ toConfirm, attendance }) => toConfirm !== null && attendance?.flags.length === 0,
  )
  if (clear.length < 2) return null
  return (
    <Card label="一起确认时长">
      <Heading label={`${clear.length} 个人的时长都清楚`} />
      <View>{clear.map(({ name }) => name).join('、')}。您看到他们来了、走了，就一起确认。</View>
      <Submitted of={confirm} />
      <Button
        label={`确认这 ${clear.length} 个人的时长`}
        drawing="check"
        busy={confirm.busy || confirm.waiting}
        onTap={() =>
          confirm.submit(
            { shift: shift.id },
            { done: ({ confirmed }) => showToast(`${confirmed} 个人的时长确认好了`) },
          )
        }
      />
    </Card>
  )
}

function People({ led: { shift, people } }: { led: Led }) {
  const [sent, setSent] = useState<Readonly<Record<string, string>>>({})
  if (people.length === 0)
    return <Empty label="这一班还没有人" detail="有人报名，就会出现在这里。" drawing="heart" />
  return (
    <>
      <Heading label="名单，没带手机的在这里点" />
      {people.map((one) => (
        <PersonCard
          key={one.person}
          shift={shift}
          one={one}
          nonce={sent[one.person]}
          onSent={(nonce) => setSent({ ...sent, [one.person]: nonce })}
        />
      ))}
    </>
  )
}
