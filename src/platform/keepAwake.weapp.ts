import Taro from '@tarojs/taro'

/** Keeps the screen lit until the returned function is called; a phone that refuses goes dark by itself. */
export const keepAwake = (): (() => void) => {
  const lit = (keepScreenOn: boolean) =>
    void Taro.setKeepScreenOn({ keepScreenOn }).catch(() => undefined)
  lit(true)
  return () => lit(false)
}
