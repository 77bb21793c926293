import { View } from '@tarojs/components'
import { spoken } from '../spoken'
import './index.scss'

type HeadingProps = {
  label: string
  /** 1 is the page's title and comes from `Page`; 2 parts a page; 3 is the name of a thing on a card. */
  level?: 1 | 2 | 3
}

/** A heading people can see and a screen reader can jump to. */
export function Heading({ label, level = 2 }: HeadingProps) {
  return (
    <View
      className={`heading heading--${level}`}
      {...spoken({ role: 'heading' })}
      {...(process.env.TARO_ENV === 'h5' ? { 'aria-level': String(level) } : {})}
    >
      {label}
    </View>
  )
}
