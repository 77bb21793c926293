import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Cloud } from '../cloud'
import { CloudError } from '../errors'
import { readBody, sendText } from '../http'
import { errCodeOf } from './errCode'

/**
 * A phone calls a function: the body is the event, `x-wx-openid` says who holds the phone. Whatever the body says, the
 * call is a phone's: SOURCE is `wx_client`, and without the header there is no OPENID.
 */
export async function callFunction(
  cloud: Cloud,
  request: IncomingMessage,
  response: ServerResponse,
  functionName: string,
): Promise<void> {
  try {
    const openid = request.headers['x-wx-openid']
    const body = await readBody(request, 2 * cloud.limits.argumentBytes)
    const event = parse(body)
    const procedure = typeof event.procedure === 'string' ? event.procedure : ''
    const fault = cloud.faults.take({ action: 'call', functionName, procedure })
    if (fault?.kind === 'timeout') return
    if (fault?.kind === 'error' && !fault.after) throw new CloudError('SYS_ERR', 'system error')
    const known = typeof openid === 'string' && openid !== ''
    // The service itself adds userInfo to what a phone sends, over whatever stood there.
    const { result } = await cloud.functions.invoke(
      functionName,
      JSON.stringify({
        ...event,
        userInfo: { appId: cloud.appid, ...(known && { openId: openid }) },
      }),
      { source: 'wx_client', ...(known && { openid }) },
    )
    if (fault?.kind === 'error') throw new CloudError('SYS_ERR', 'system error')
    if (fault) request.socket.destroy()
    else sendText(response, 200, result)
  } catch (error) {
    if (!(error instanceof CloudError)) throw error
    const errCode = errCodeOf(error)
    const errMsg = `cloud.callFunction:fail Error: errCode: ${errCode} | errMsg: ${error.message}`
    sendText(response, 500, JSON.stringify({ errCode, errMsg }))
  }
}

function parse(body: Buffer): Record<string, unknown> {
  if (body.length === 0) return {}
  try {
    const event: unknown = JSON.parse(body.toString())
    if (event && typeof event === 'object' && !Array.isArray(event))
      return event as Record<string, unknown>
  } catch {
    // Falls through to the same answer.
  }
  throw new CloudError('INVALID_PARAM', 'the body must be a JSON object')
}
