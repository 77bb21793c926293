import Taro from '@tarojs/taro'

/** What stands on the page now begins at its top: another step was opened where the last one had been scrolled. */
export const toTop = (): void => {
  Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined)
}
