/// <reference types="@tarojs/taro" />

declare module '*.png' {
  const address: string
  export default address
}

declare module '*.scss'

declare namespace NodeJS {
  interface ProcessEnv {
    /** Replaced by the bundler: which of the two builds this is. */
    TARO_ENV?: 'weapp' | 'h5'
  }
}
