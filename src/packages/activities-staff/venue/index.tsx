import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect, type CSSProperties } from 'react'
import { codeMs } from '@/domain/shared/rotatingCode'
import type { CallError, OutputOf } from '@/src/api/call'
import { currentCentre } from '@/src/api/centre'
import { Button } from '@/src/design/Button'
import { Heading } from '@/src/design/Heading'
import { Loading } from '@/src/design/Loading'
import { useMode } from '@/src/design/mode'
import { QrCode } from '@/src/design/QrCode'
import { spoken } from '@/src/design/spoken'
import { keepAwake } from '@/src/platform/keepAwake'
import { useCheckInCode } from '@/src/queries/activitiesStaff'
import { goBack } from '@/src/routes'
import { spanSaid } from '@/src/words/time'
import { timeOf, type Instant } from '@/types/shared/day'
import { useSeconds } from '@/src/api/seconds'
import './index.scss'

type Shown = OutputOf<'activities', 'checkInCode'>

/** A code is good for the minute after its own; a scan takes a moment, so it is hidden a little before that. */
const hiddenBeforeEnd = 10_000

const isUsable = (validUntil: Instant, at: Instant): boolean =>
  at < validUntil + codeMs - hiddenBeforeEnd

/**
 * The screen at the door: a code that changes each minute, the clock, who is here. Opened by staff, or by a link with
 * `display` on a screen where nobody is signed in. It recovers by itself after a network cut.
 */
export default function Venue() {
  const { activity = '', centre, display } = useRouter().params
  const { scale } = useMode()
  const at = useSeconds()
  const { data, error, isFetching, refetch } = useCheckInCode(activity, {
    centre: centre ?? currentCentre(),
    display,
  })
  useEffect(keepAwake, [])

  const due = data?.validUntil ?? null
  useEffect(() => {
    if (due !== null && at >= due && !isFetching && !error) void refetch()
  }, [due, at, isFetching, error, refetch])

  const ended = error !== null && !error.passing && error.code !== 'Internal'
  return (
    <View
      className="design design--normal venue"
      style={{ '--scale': String(scale) } as CSSProperties}
      {...spoken({ role: 'main' })}
    >
      <View className="venue__clock" {...spoken({ role: 'timer', label: '现在' })}>
        {timeOf(at)}
      </View>
      {ended ? (
        <Stopped byLink={display !== undefined} />
      ) : data ? (
        <Showing shown={data} error={error} at={at} />
      ) : error ? (
        <View className="venue__words">网络不好，正在重新连接，连上会自动显示</View>
      ) : (
        <Loading />
      )}
      {display === undefined && (
        <View className="venue__leave">
          <Button label="关闭" look="quiet" onTap={goBack} />
        </View>
      )}
    </View>
  )
}

function Stopped({ byLink }: { byLink: boolean }) {
  return (
    <View className="venue__words" {...spoken({ role: 'alert' })}>
      <Heading label={byLink ? '这块屏幕的链接已经停用' : '这里显示不了签到码'} level={1} />
      <View>
        {byLink
          ? '要继续用，请工作人员重新发一个链接。'
          : '签到码由办活动的工作人员显示，请返回，或者换有岗位的微信登录。'}
      </View>
    </View>
  )
}

type ShowingProps = { shown: Shown; error: CallError | null; at: Instant }

function Showing({ shown, error, at }: ShowingProps) {
  const { title, placeName, startsAt, endsAt, link, validUntil, present, expected } = shown
  const usable = link !== null && validUntil !== null && isUsable(validUntil, at)
  const left = validUntil === null ? 0 : Math.max(0, Math.ceil((validUntil - at) / 1000))
  return (
    <View className="venue__halves">
      <View className="venue__code">
        {usable ? (
          <>
            <QrCode label="微信扫一扫签到" value={link} />
            <View className="venue__next">{left > 0 ? `${left} 秒后换新码` : '正在换新码'}</View>
          </>
        ) : (
          <View className="venue__words">
            {link === null
              ? '还没到签到时间。开始前 1 小时，这里会显示签到码'
              : '网络断了，正在重新连接，连上会自动显示新的码'}
          </View>
        )}
      </View>
      <View className="venue__facts">
        <Heading label={title} level={1} />
        {startsAt !== null && endsAt !== null && (
          <View className="venue__time">{spanSaid(startsAt, endsAt)}</View>
        )}
        <View className="venue__place">{placeName}</View>
        {startsAt !== null && (
          <View className="venue__here" {...spoken({ live: 'polite' })}>
            <View className="venue__number">{present}</View>
            <View>人到了，报名 {expected} 人</View>
          </View>
        )}
        <View className="venue__place">没带手机？找工作人员说名字就能签到</View>
        {error && usable && (
          <View className="venue__place">网络不好，正在重新连接，这个码还能用</View>
        )}
      </View>
    </View>
  )
}
