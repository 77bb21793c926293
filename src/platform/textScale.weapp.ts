import Taro from '@tarojs/taro'

declare module '@tarojs/taro' {
  namespace getAppBaseInfo {
    interface Result {
      /** How much larger the person has set WeChat's text; 1 is the standard. Absent before base library 2.23.4. */
      fontSizeScaleFactor?: number
    }
  }
}

/** How much larger than standard the person has set the text of WeChat. */
export const phoneTextScale = (): number => Taro.getAppBaseInfo().fontSizeScaleFactor ?? 1
