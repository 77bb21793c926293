import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { spoken } from '../spoken'
import { Tap } from '../Tap'
import './index.scss'

type CardProps = PropsWithChildren<{
  /** What the card is about, for a screen reader. */
  label: string
  /** now is the person's next thing, one a page, brick red: its button is `secondary`, white on brick. */
  look?: 'plain' | 'now'
  onTap?: () => void
}>

/** White paper with a thin warm line; with `onTap` the whole card is one large target. */
export function Card({ label, look = 'plain', onTap, children }: CardProps) {
  const className = `card card--${look}`
  if (onTap) {
    return (
      <Tap className={className} label={label} onTap={onTap}>
        {children}
      </Tap>
    )
  }
  return (
    <View className={className} {...spoken({ role: 'group', label })}>
      {children}
    </View>
  )
}
