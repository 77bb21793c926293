import { spoken } from './spoken'

/** In a browser the picture itself is an `img` inside Taro's element; only `nativeProps` reach it. */
const inner = (alternative: string) =>
  process.env.TARO_ENV === 'h5' ? { nativeProps: { alt: alternative } } : {}

/** Attributes of a picture that is decoration. */
export const silentPicture = { ...spoken({ hidden: true }), ...inner('') }

/** Attributes of a picture that says something. */
export const tellingPicture = (label: string) =>
  process.env.TARO_ENV === 'h5' ? inner(label) : spoken({ role: 'img', label })
