import { spoken } from '../spoken'

export type Keys = 'text' | 'number' | 'money' | 'phone'

const browserKeys: Record<Keys, string> = {
  text: 'text',
  number: 'numeric',
  money: 'decimal',
  phone: 'tel',
}
const wechatKeys = { number: 'number', money: 'digit', phone: 'number' } as const

/**
 * Spoken name and keyboard of a place to type. In a browser they go to the `input` inside Taro's element, whose type
 * stays text: a number input drops what it cannot count.
 */
export const entry = (said: string, wrong: boolean, keys: Keys = 'text') =>
  process.env.TARO_ENV === 'h5'
    ? {
        nativeProps: {
          'aria-label': said,
          'aria-invalid': String(wrong),
          inputmode: browserKeys[keys],
        },
      }
    : { ...(keys === 'text' ? {} : { type: wechatKeys[keys] }), ...spoken({ label: said }) }
