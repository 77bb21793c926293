import Taro from '@tarojs/taro'

/** What `wx.requestPayment` takes, as the server made it. */
export interface Payment {
  timeStamp: string
  nonceStr: string
  package: string
  signType: string
  paySign: string
}

/** Said beside the button where nothing is really paid. */
export const payNote: string | null = null

/**
 * WeChat's own payment page. True when WeChat says it was paid: only the server, which asks WeChat, knows for sure. False
 * when the person went back or WeChat could not open it.
 */
export const pay = ({ signType, ...payment }: Payment): Promise<boolean> =>
  Taro.requestPayment({ ...payment, signType: signType as 'MD5' }).then(
    () => true,
    () => false,
  )
