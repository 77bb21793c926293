import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect, type CSSProperties } from 'react'
import type { OutputOf } from '@/src/api/call'
import { currentCentre } from '@/src/api/centre'
import { Button } from '@/src/design/Button'
import { Heading } from '@/src/design/Heading'
import { Loading } from '@/src/design/Loading'
import { useMode } from '@/src/design/mode'
import { spoken } from '@/src/design/spoken'
import { useSeconds } from '@/src/api/seconds'
import { keepAwake } from '@/src/platform/keepAwake'
import { useHaircutBoard } from '@/src/queries/haircuts'
import { isFinal } from '@/src/queries/wall'
import { goBack } from '@/src/routes'
import { whenSaid } from '@/src/words/time'
import { dayOf, timeOf, type Instant } from '@/types/shared/day'
import './index.scss'

type Shown = OutputOf<'haircuts', 'board'>

/**
 * The screen of the square: whose turn it is, who is next, the clock. Opened by staff, or by a link with `display` on a
 * screen where nobody is signed in. It updates by itself and recovers after a network cut.
 */
export default function Board() {
  const { centre, display } = useRouter().params
  const { scale } = useMode()
  const at = useSeconds()
  const { data, error } = useHaircutBoard({ centre: centre ?? currentCentre(), display })
  useEffect(keepAwake, [])
  return (
    <View
      className="design design--normal board"
      style={{ '--scale': String(scale) } as CSSProperties}
      {...spoken({ role: 'main' })}
    >
      <View className="board__head">
        <View className="board__title">
          <Heading label="义剪叫号" level={1} />
          {data && <View className="board__place">{data.placeName}</View>}
        </View>
        <View className="board__clock" {...spoken({ role: 'timer', label: '现在' })}>
          {timeOf(at)}
        </View>
      </View>
      {isFinal(error) ? (
        <View className="board__words" {...spoken({ role: 'alert' })}>
          {display === undefined
            ? '叫号屏由办义剪的工作人员显示，请返回，或者换有岗位的微信登录。'
            : '这块屏幕的链接已经停用。要继续用，请工作人员重新发一个链接。'}
        </View>
      ) : data ? (
        <Showing shown={data} at={at} />
      ) : error ? (
        <View className="board__words">网络不好，正在重新连接，连上会自动显示</View>
      ) : (
        <Loading />
      )}
      {data && error && !isFinal(error) && (
        <View className="board__place">网络不好，正在重新连接，请听现场叫号</View>
      )}
      {display === undefined && (
        <View className="board__leave">
          <Button label="关闭" look="quiet" onTap={goBack} />
        </View>
      )}
    </View>
  )
}

function Showing({ shown, at }: { shown: Shown; at: Instant }) {
  const { state, startsAt, now, next, done, waiting } = shown
  if (state === 'none' || startsAt === null)
    return <View className="board__words">今天没有义剪</View>
  if (state === 'calledOff') return <View className="board__words">这次义剪取消了</View>
  if (dayOf(startsAt) !== dayOf(at))
    return <View className="board__words">下一次义剪：{whenSaid(startsAt, at)}</View>
  return (
    <>
      <View className="board__halves">
        <Numbers label="请过来理发" lines={now} none="马上开始叫号" large />
        <Numbers label="请准备" lines={next} none="后面没有人了" />
      </View>
      <View className="board__place" {...spoken({ live: 'polite' })}>
        理好 {done} 位，还有 {waiting} 位在等。高龄老人到了先理。
      </View>
    </>
  )
}

type NumbersProps = { label: string; lines: Shown['now']; none: string; large?: boolean }

function Numbers({ label, lines, none, large = false }: NumbersProps) {
  return (
    <View
      className={`board__part ${large ? 'board__part--now' : ''}`}
      {...spoken({ role: 'group', label })}
    >
      <Heading label={label} />
      {lines.length === 0 && <View className="board__place">{none}</View>}
      <View className="board__numbers">
        {lines.map(({ number, name }) => (
          <View className="board__line" key={number}>
            <View className="board__number">{number}</View>
            <View className="board__name">{name}</View>
          </View>
        ))}
      </View>
    </View>
  )
}
