import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Drawing, type DrawingName } from '../Drawing'
import { spoken } from '../spoken'
import './index.scss'

type EmptyProps = {
  /** What is not here yet: 这个月还没有活动. */
  label: string
  /** When it will be, or what to do until then. */
  detail?: string
  drawing?: DrawingName
  children?: ReactNode
}

/** A list with nothing in it: says so kindly and offers the next step. */
export function Empty({ label, detail, drawing = 'cup', children }: EmptyProps) {
  return (
    <View className="empty" {...spoken({ role: 'status' })}>
      <Drawing name={drawing} colour="edge" size="large" />
      <View className="empty__label">{label}</View>
      {detail && <View className="empty__detail">{detail}</View>}
      {children && <View className="empty__action">{children}</View>}
    </View>
  )
}
