import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Cloud } from '../cloud'
import { CloudError } from '../errors'
import { readBody, sendJson } from '../http'

type Control = (cloud: Cloud, body: Record<string, unknown>, rest: string) => unknown

// What a test or a developer asks of the emulator itself; nothing of this exists in the real cloud.
const controls: Readonly<Record<string, Control>> = {
  'GET metrics': ({ metrics }) => metrics.snapshot(),
  'DELETE metrics': ({ metrics }) => {
    metrics.reset()
    return {}
  },
  'GET clock': ({ clock }) => ({ now: new Date(clock.now()).toISOString() }),
  // The answer comes when the timers and callbacks that are due by the new time have run.
  'POST clock': async ({ clock, timers, openapi }, { now }) => {
    const at = typeof now === 'number' ? now : Date.parse(String(now))
    if (Number.isNaN(at)) throw new CloudError('INVALID_PARAM', 'clock: now is not a time')
    clock.set(at)
    await timers.look()
    await openapi.deliverCallbacks()
    return { now: new Date(at).toISOString() }
  },
  // Nothing of what was there, at another time; what a new process would cost is saved.
  'DELETE data': async (cloud, { now }) => {
    const at = Date.parse(String(now))
    if (Number.isNaN(at)) throw new CloudError('INVALID_PARAM', 'data: now is not a time')
    await cloud.empty(at)
    return {}
  },
  'GET faults': ({ faults }) => faults.pending(),
  'POST faults': ({ faults }, body) => faults.add(body),
  'DELETE faults': ({ faults }) => {
    faults.clear()
    return {}
  },
  'GET paused': async ({ faults }) => {
    await faults.paused()
    return {}
  },
  'POST resume': ({ faults }) => {
    faults.resume()
    return {}
  },
  'POST timers': async ({ timers }, _body, functionName) => ({
    result: (await timers.fire(functionName)) ?? null,
  }),
  'GET people': ({ demoPeople }) => ({ people: demoPeople.list() }),
  'GET outbox': ({ openapi }) => openapi.outbox(),
  'DELETE outbox': ({ openapi }) => {
    openapi.clearOutbox()
    return {}
  },
  // What a resident does in WeChat itself, outside of the mini-program's own code.
  'POST consents': ({ openapi }, body) => {
    const times = typeof body.times === 'number' || body.times === 'always' ? body.times : 1
    openapi.subscribe(text(body, 'openid'), text(body, 'templateId'), times)
    return {}
  },
  'DELETE consents': ({ openapi }, body) => {
    openapi.unsubscribe(text(body, 'openid'), text(body, 'templateId'))
    return {}
  },
  'POST cloudIds': ({ openapi }, { data }) => ({ cloudId: openapi.issueCloudId(data) }),
  // What the app's owner or WeChat itself does on WeChat's site.
  'POST templates': ({ openapi }, body) => {
    openapi.chooseTemplate(text(body, 'templateId'), texts(body, 'keys'))
    return {}
  },
  'POST ban': ({ openapi }) => {
    openapi.ban(true)
    return {}
  },
  'DELETE ban': ({ openapi }) => {
    openapi.ban(false)
    return {}
  },
  'POST phoneCodes': ({ openapi }, body) => ({
    code: openapi.issuePhoneCode(text(body, 'openid'), text(body, 'number')),
  }),
  'POST refunds': ({ openapi }, body) => {
    const failed = text(body, 'failed')
    if (failed !== 'REFUNDCLOSE' && failed !== 'CHANGE')
      throw new CloudError('INVALID_PARAM', 'failed must be REFUNDCLOSE or CHANGE')
    openapi.failRefund(text(body, 'subMchId'), text(body, 'outRefundNo'), failed)
    return {}
  },
  'POST payments': async ({ openapi }, body) => {
    const paid = openapi.pay(text(body, 'reference'), text(body, 'openid'))
    await openapi.deliverCallbacks()
    return paid
  },
}

/** `/emulator/<what>[/<rest>]`, one line of `controls` each. */
export async function control(
  cloud: Cloud,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<void> {
  const [what = '', ...rest] = path.split('/')
  try {
    const carryOut = controls[`${request.method ?? ''} ${what}`]
    if (!carryOut) throw new CloudError('INVALID_PARAM', `no such control: ${path}`)
    const text = (await readBody(request)).toString()
    const body = text === '' ? {} : parse(text)
    sendJson(response, 200, await carryOut(cloud, body, rest.join('/')))
  } catch (error) {
    if (error instanceof CloudError)
      sendJson(response, 400, { code: error.code, message: error.message })
    else throw error
  }
}

function text(body: Record<string, unknown>, name: string): string {
  const value = body[name]
  if (typeof value !== 'string' || value === '')
    throw new CloudError('INVALID_PARAM', `${name} must be a non-empty string`)
  return value
}

function texts(body: Record<string, unknown>, name: string): string[] {
  const value = body[name]
  if (Array.isArray(value) && value.every((one): one is string => typeof one === 'string'))
    return value
  throw new CloudError('INVALID_PARAM', `${name} must be a list of strings`)
}

function parse(text: string): Record<string, unknown> {
  try {
    const body: unknown = JSON.parse(text)
    if (body && typeof body === 'object') return body as Record<string, unknown>
  } catch {
    // Falls through to the same answer.
  }
  throw new CloudError('INVALID_PARAM', 'the body must be a JSON object')
}
