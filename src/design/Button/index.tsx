import {
  Button as NativeButton,
  Text,
  View,
  type ButtonProps as NativeButtonProps,
} from '@tarojs/components'
import { Drawing, type DrawingName } from '../Drawing'
import { spoken } from '../spoken'
import { Tap } from '../Tap'
import type { Colour } from '../tokens'
import './index.scss'

/** primary is the one thing that matters on the page; danger asks for a confirming `Sheet` behind it. */
export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger'

const inks: Record<ButtonLook, Colour> = {
  primary: 'card',
  secondary: 'brick',
  quiet: 'pine',
  danger: 'brick',
}

type Common = {
  /** What it does, as a verb; seen and spoken. */
  label: string
  /** Goes on after the label and never breaks: a phone number, a price. */
  number?: string
  look?: ButtonLook
  drawing?: DrawingName
  /** Working on the last tap: further taps do nothing and the button says so. */
  busy?: boolean
  /** Cannot be used now; say why beside it. */
  off?: boolean
  /** Spoken instead of `label` where several buttons of a page look the same. */
  fuller?: string
}

type Ordinary = Common & { onTap: () => void }

/** What only WeChat itself may ask a person for, in answer to a tap on its own button. */
type Asking = Common & {
  openType:
    | 'getPhoneNumber'
    | 'chooseAvatar'
    | 'openSetting'
    | 'share'
    | 'contact'
    | 'agreePrivacyAuthorization'
} & Pick<NativeButtonProps, 'onGetPhoneNumber' | 'onChooseAvatar' | 'onAgreePrivacyAuthorization'>

/** A button as wide as its place. Its words wrap; they are never cut. */
export function Button(props: Ordinary | Asking) {
  const { label, number, look = 'primary', drawing, busy = false, off = false } = props
  const { fuller = [label, number].filter(Boolean).join(' ') } = props
  const idle = busy || off
  const className = `button button--${look} ${off ? 'button--off' : ''}`
  const said = busy ? `${fuller}，请稍候` : fuller
  const ink = off ? 'soft' : inks[look]
  const face = (
    <>
      {drawing && !busy && <Drawing name={drawing} colour={ink} size="small" />}
      {busy && <Drawing name="clock" colour={ink} size="small" />}
      <View className="button__label">
        {busy ? `${label}，请稍候…` : label}
        {number && ' '}
        {number && <Text className="button__number">{number}</Text>}
      </View>
    </>
  )
  if ('openType' in props) {
    const { openType, onGetPhoneNumber, onChooseAvatar, onAgreePrivacyAuthorization } = props
    const answers = { onGetPhoneNumber, onChooseAvatar, onAgreePrivacyAuthorization }
    return (
      <NativeButton
        className={`tap ${className}`}
        hoverClass="tap--down"
        {...(idle ? {} : { openType, ...answers })}
        {...spoken({ role: 'button', label: said, disabled: idle || undefined })}
      >
        {face}
      </NativeButton>
    )
  }
  return (
    <Tap className={className} label={said} off={idle} onTap={props.onTap}>
      {face}
    </Tap>
  )
}
