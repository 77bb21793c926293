import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import type { CSSProperties, ReactNode } from 'react'
import { Drawing } from '../Drawing'
import { Heading } from '../Heading'
import { refreshMode, useMode } from '../mode'
import { spoken } from '../spoken'
import { Toast } from '../Toast'
import './index.scss'

type PageProps = {
  /** The page's one heading. */
  title: string
  /** Under the heading: date and community, a step's name. */
  subtitle?: string
  /** Beside the heading: the 长辈版 switch on Today. */
  aside?: ReactNode
  /** The one main action, always within reach of a thumb. */
  action?: ReactNode
  /** The network is away and what is shown was fetched at this time: 今天上午 9:05. */
  cachedAt?: string
  /** Staff pages use the width of a desk; everything else stays as wide as a phone. */
  wide?: boolean
  children?: ReactNode
}

/** The frame of every screen: edition and text size, heading, content, main action, passing news. */
export function Page({
  title,
  subtitle,
  aside,
  action,
  cachedAt,
  wide = false,
  children,
}: PageProps) {
  const { mode, scale } = useMode()
  useDidShow(refreshMode)
  return (
    <View
      className={`design design--${mode} page`}
      style={{ '--scale': String(scale) } as CSSProperties}
    >
      <View className={`page__column ${wide ? 'page__column--wide' : ''}`}>
        <View className="page__content" {...spoken({ role: 'main' })}>
          <View className="page__head">
            <View className="page__title">
              <Heading label={title} level={1} />
              {subtitle && <View className="page__subtitle">{subtitle}</View>}
            </View>
            {aside}
          </View>
          <View className="page__offline" {...spoken({ role: 'status', live: 'polite' })}>
            {cachedAt && (
              <View className="page__cached">
                <Drawing name="offline" colour="gold" size="small" />
                <View className="page__words">网络不好，这是{cachedAt}的内容</View>
              </View>
            )}
          </View>
          <View className="page__body">{children}</View>
        </View>
        <View className="page__foot">
          <Toast />
          {action && <View className="page__action">{action}</View>}
        </View>
      </View>
    </View>
  )
}
