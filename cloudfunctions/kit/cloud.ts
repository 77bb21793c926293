import cloud from 'wx-server-sdk'

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

export { cloud }

export const database = cloud.database({ throwOnNotFound: false })

export const command = database.command

export interface Origin {
  /** The WeChat user, or '' when none called. */
  openid: string
  /** A timer of this environment called: no phone can claim it. */
  timer: boolean
}

/**
 * Who stands behind this invocation, from the environment variables WeChat sets; the event is never asked.
 * The SDK turns all-digit values into numbers, hence `String`.
 */
export const origin = (): Origin => {
  const context = cloud.getWXContext() as { OPENID?: string | number; SOURCE?: string }
  const openid = String(context.OPENID ?? '')
  return { openid, timer: openid === '' && context.SOURCE === 'wx_trigger' }
}
