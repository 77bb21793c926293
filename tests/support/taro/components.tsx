import {
  createElement,
  forwardRef,
  type KeyboardEventHandler,
  type CSSProperties,
  type FormEvent,
  type ReactNode,
} from 'react'

/**
 * Taro's elements as its browser build draws them, as plain HTML: the host element takes class, name and role,
 * and what is inside it (`img`, `input`, `textarea`) takes `nativeProps`.
 */
type Props = {
  children?: ReactNode
  className?: string
  style?: CSSProperties
  src?: string
  value?: string
  maxlength?: number
  tabindex?: string
  onClick?: () => void
  onKeyDown?: KeyboardEventHandler
  onInput?: (event: { detail: { value: string } }) => void
  nativeProps?: Record<string, unknown>
}

const spokenOf = (props: object) =>
  Object.fromEntries(
    Object.entries(props).filter(([name]) => name === 'role' || name.startsWith('aria-')),
  )

const host = (Tag: 'div' | 'span') =>
  forwardRef<HTMLDivElement, Props>(function Host(props, ref) {
    const { children, className, style, tabindex, onClick, onKeyDown } = props
    const focus = tabindex === undefined ? {} : { tabIndex: Number(tabindex) }
    const attributes = { className, style, onClick, onKeyDown, ...focus, ...spokenOf(props) }
    return (
      <Tag ref={ref} {...attributes}>
        {children}
      </Tag>
    )
  })

export const View = host('div')
export const Text = host('span')
export const Button = host('div')

export function Image({ className, src, nativeProps, ...props }: Props) {
  return (
    <span className={className} {...spokenOf(props)}>
      <img src={src} {...nativeProps} />
    </span>
  )
}

const typing = (tag: 'input' | 'textarea') =>
  function Typing({
    className,
    value,
    maxlength,
    onInput,
    nativeProps: inner = {},
    ...props
  }: Props) {
    const { inputmode, ...named } = inner
    return (
      <span className={className} {...spokenOf(props)}>
        {createElement(tag, {
          value,
          maxLength: maxlength,
          inputMode: inputmode,
          ...named,
          onChange: (event: FormEvent<HTMLInputElement>) =>
            onInput?.({ detail: { value: event.currentTarget.value } }),
        })}
      </span>
    )
  }

export const Input = typing('input')
export const Textarea = typing('textarea')
