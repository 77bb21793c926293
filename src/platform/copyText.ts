import Taro from '@tarojs/taro'

/** Puts a text where the person can paste it; false when the phone did not let it. */
export const copyText = (text: string): Promise<boolean> =>
  Taro.setClipboardData({ data: text }).then(
    () => true,
    () => false,
  )
