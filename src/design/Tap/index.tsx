import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { spoken, type Spoken } from '../spoken'
import './index.scss'

type TapProps = PropsWithChildren<{
  /** What a screen reader says. */
  label: string
  onTap: () => void
  role?: 'button' | 'link' | 'radio' | 'checkbox' | 'switch' | 'tab'
  className?: string
  state?: Pick<Spoken, 'checked' | 'selected' | 'expanded'>
  /** Cannot be used now; the words around it say why. */
  off?: boolean
  /** One of several small extras, such as a tab or a cross; everything else is as large as a main target. */
  small?: boolean
}>

/** A browser reaches a control by the Tab key and works it by Enter or the space bar. */
const keyboard = (off: boolean, onTap: () => void) =>
  process.env.TARO_ENV === 'h5' && {
    tabindex: off ? '-1' : '0',
    onKeyDown: (event: { key: string; preventDefault: () => void }) => {
      if (event.key !== 'Enter' && event.key !== ' ') return
      event.preventDefault()
      if (!off) onTap()
    },
  }

/** An area that can be tapped, at least as large as the edition asks. Every control that is tapped is made of it. */
export function Tap({
  label,
  onTap,
  role = 'button',
  className = '',
  state,
  off = false,
  small = false,
  children,
}: TapProps) {
  return (
    <View
      className={`tap ${small ? 'tap--small' : ''} ${className}`}
      hoverClass={off ? 'none' : 'tap--down'}
      hoverStayTime={80}
      onClick={() => {
        if (!off) onTap()
      }}
      {...spoken({ role, label, disabled: off || undefined, ...state })}
      {...keyboard(off, onTap)}
    >
      {children}
    </View>
  )
}
