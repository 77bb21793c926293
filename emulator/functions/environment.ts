/** Who started a call. `source` is what `getWXContext().SOURCE` shows: `wx_client`, `wx_trigger`, `wx_client,scf` … */
export interface Caller {
  readonly source: string
  readonly openid?: string
  readonly unionid?: string
}

/** What every instance of an environment is started with. */
export function instanceEnvironment(cloud: {
  env: string
  adminUrl: string
}): Record<string, string> {
  return {
    TZ: 'UTC',
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: cloud.env,
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: cloud.adminUrl }),
    // The SDK looks at these names, per request, for whatever is not fixed (its utils/tcbcontext.js).
    TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SEQID,TCB_SOURCE',
  }
}

/**
 * What changes from call to call. The SDK reads the caller from `WX_CONTEXT_KEYS` and the variables named there, and
 * puts `TCB_SEQID` in front of the `seqId` of every request: that is how the gateway knows whose request it is.
 */
export function callEnvironment(
  call: { id: string; env: string; appid: string; functionName: string },
  caller: Caller,
): Record<string, string> {
  const context: Record<string, string> = { WX_APPID: call.appid }
  if (caller.openid !== undefined) context.WX_OPENID = caller.openid
  if (caller.unionid !== undefined) context.WX_UNIONID = caller.unionid
  return {
    ...context,
    WX_CONTEXT_KEYS: Object.keys(context).join(','),
    TCB_ENV: call.env,
    TCB_SEQID: call.id,
    TCB_SOURCE: caller.source,
    SCF_FUNCTIONNAME: call.functionName,
    TENCENTCLOUD_SECRETID: 'emulator',
    TENCENTCLOUD_SECRETKEY: 'emulator',
    TENCENTCLOUD_SESSIONTOKEN: call.id,
    ...(caller.source === 'wx_trigger' && { TRIGGER_SRC: 'timer' }),
  }
}
