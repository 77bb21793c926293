import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Drawing, type DrawingName } from '../Drawing'
import { spoken } from '../spoken'
import { tones, type Tone } from '../tokens'
import './index.scss'

export type NoticeKind = 'done' | 'info' | 'warn' | 'error'

const looks: Record<NoticeKind, { tone: Tone; drawing: DrawingName }> = {
  done: { tone: 'pine', drawing: 'check' },
  info: { tone: 'blue', drawing: 'info' },
  warn: { tone: 'gold', drawing: 'warn' },
  error: { tone: 'brick', drawing: 'warn' },
}

type NoticeProps = {
  kind?: NoticeKind
  /** What happened, in one sentence. */
  label: string
  /** What to do now, or a button that does it. */
  children?: ReactNode
}

/** News that stays on the page. An error is read out at once, the rest when the reader pauses. */
export function Notice({ kind = 'info', label, children }: NoticeProps) {
  const { tone, drawing } = looks[kind]
  const urgent = kind === 'error'
  return (
    <View
      className={`notice notice--${tone}`}
      {...spoken({
        role: urgent ? 'alert' : 'status',
        live: urgent ? 'assertive' : 'polite',
      })}
    >
      <Drawing name={drawing} colour={tones[tone].text} size="small" />
      <View className="notice__words">
        <View className="notice__label">{label}</View>
        {children}
      </View>
    </View>
  )
}
