import cloud from 'wx-server-sdk'

// The SDK's typings do not know its own constant, nor `throwOnNotFound` (both are in its source).
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string })

export { cloud }

export const database = cloud.database({ throwOnNotFound: false } as object)

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
