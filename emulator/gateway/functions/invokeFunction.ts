import { optionalText, textParam, type Action } from '../action'

/**
 * A function calls a function. Who started the first one goes along: the resident's OPENID, and a SOURCE that grows by
 * `scf`. A client outside functions brings no one.
 */
export const invokeFunction: Action = async ({ functions }, { params, invocation }) => {
  const { requestId, result } = await functions.invoke(
    textParam(params, 'function_name'),
    optionalText(params, 'request_data') ?? '{}',
    invocation
      ? { ...invocation.caller, source: `${invocation.caller.source},scf` }
      : { source: 'wx_unknown' },
  )
  return { requestId, data: { response_data: result } }
}
