import { View } from '@tarojs/components'
import type { UseQueryResult } from '@tanstack/react-query'
import { useEffect, type CSSProperties } from 'react'
import { codeMs } from '@/domain/shared/rotatingCode'
import type { CallError } from '@/src/api/call'
import { Button } from '@/src/design/Button'
import { Heading } from '@/src/design/Heading'
import { Loading } from '@/src/design/Loading'
import { useMode } from '@/src/design/mode'
import { QrCode } from '@/src/design/QrCode'
import { spoken } from '@/src/design/spoken'
import { keepAwake } from '@/src/platform/keepAwake'
import { goBack } from '@/src/routes'
import { spanSaid } from '@/src/words/time'
import { timeOf, type Instant } from '@/types/shared/day'
import { useSeconds } from '@/src/api/seconds'
import './index.scss'

/** What a screen shows, whatever people check in to. */
export interface Shown {
  title: string
  placeName: string
  startsAt: Instant | null
  endsAt: Instant | null
  link: string | null
  validUntil: Instant | null
}

/** A code is good for the minute after its own; a scan takes a moment, so it is hidden a little before that. */
const hiddenBeforeEnd = 10_000

const isUsable = (validUntil: Instant, at: Instant): boolean =>
  at < validUntil + codeMs - hiddenBeforeEnd

interface Sayings<S> {
  /** Under the code: 微信扫一扫签到. */
  scan: string
  /** Whom to turn to when the screen has nothing to show to who opened it. */
  refused: string
  /** While nobody can check in: when they can. */
  closed: string
  /** How many are here, and what stands after that number. */
  here: (shown: S) => { number: number; words: string }
  /** For who has no phone. */
  otherwise: string
}

type CodeScreenProps<S extends Shown> = {
  reading: Pick<UseQueryResult<S, CallError>, 'data' | 'error' | 'isFetching' | 'refetch'>
  /** Opened by a link on a screen where nobody is signed in. */
  byLink: boolean
  sayings: Sayings<S>
}

/** The screen at the door: a code that changes each minute, the clock, who is here. It recovers by itself after a network cut. */
export function CodeScreen<S extends Shown>({ reading, byLink, sayings }: CodeScreenProps<S>) {
  const { scale } = useMode()
  const at = useSeconds()
  const { data, error, isFetching, refetch } = reading
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
        <View className="venue__words" {...spoken({ role: 'alert' })}>
          <Heading label={byLink ? '这块屏幕的链接已经停用' : '这里显示不了签到码'} level={1} />
          <View>{byLink ? '要继续用，请工作人员重新发一个链接。' : sayings.refused}</View>
        </View>
      ) : data ? (
        <Showing shown={data} sayings={sayings} error={error} at={at} />
      ) : error ? (
        <View className="venue__words">网络不好，正在重新连接，连上会自动显示</View>
      ) : (
        <Loading />
      )}
      {!byLink && (
        <View className="venue__leave">
          <Button label="关闭" look="quiet" onTap={goBack} />
        </View>
      )}
    </View>
  )
}

type ShowingProps<S> = { shown: S; sayings: Sayings<S>; error: CallError | null; at: Instant }

function Showing<S extends Shown>({ shown, sayings, error, at }: ShowingProps<S>) {
  const { title, placeName, startsAt, endsAt, link, validUntil } = shown
  const usable = link !== null && validUntil !== null && isUsable(validUntil, at)
  const left = validUntil === null ? 0 : Math.max(0, Math.ceil((validUntil - at) / 1000))
  const here = sayings.here(shown)
  return (
    <View className="venue__halves">
      <View className="venue__code">
        {usable ? (
          <>
            <QrCode label={sayings.scan} value={link} />
            <View className="venue__next">{left > 0 ? `${left} 秒后换新码` : '正在换新码'}</View>
          </>
        ) : (
          <View className="venue__words">
            {link === null ? sayings.closed : '网络断了，正在重新连接，连上会自动显示新的码'}
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
            <View className="venue__number">{here.number}</View>
            <View>{here.words}</View>
          </View>
        )}
        <View className="venue__place">{sayings.otherwise}</View>
        {error && usable && (
          <View className="venue__place">网络不好，正在重新连接，这个码还能用</View>
        )}
      </View>
    </View>
  )
}
