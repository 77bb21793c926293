import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { Button } from '../Button'
import { Drawing, type DrawingName } from '../Drawing'
import { spoken } from '../spoken'
import '../Empty/index.scss'

type FailedProps = {
  /** What did not work, in plain words: 网络不好，没有打开. */
  label: string
  /** What to do, or what happens by itself. */
  detail: string
  drawing?: DrawingName
  /** Trying again; `retrying` while it runs. */
  onRetry: () => void
  retrying?: boolean
  /** Another way to the same end, such as a `CallButton`. */
  children?: ReactNode
}

/** A page that could not be shown: what happened, what to do, and a button that does it. */
export function Failed({
  label,
  detail,
  drawing = 'offline',
  onRetry,
  retrying = false,
  children,
}: FailedProps) {
  return (
    <View className="empty">
      <Drawing name={drawing} colour="edge" size="large" />
      <View {...spoken({ role: 'alert', live: 'assertive' })}>
        <View className="empty__label">{label}</View>
        <View className="empty__detail">{detail}</View>
      </View>
      <View className="empty__action">
        <Button label="再试一次" look="secondary" busy={retrying} onTap={onRetry} />
        {children}
      </View>
    </View>
  )
}
