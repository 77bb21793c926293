import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Cloud } from '../cloud'
import { occasionOf, type Fault } from '../control/faults'
import { transactionBusy } from '../database/failures'
import { CloudError } from '../errors'
import type { Invocation } from '../functions'
import { readBody, sendText } from '../http'
import type { WireReply } from '../openapi'
import type { Action, ActionReply } from './action'
import { actions } from './actions'
import { readForm } from './form'
import { Rate } from './rate'

const bodyBytes = 50 * 1024 * 1024

/** The SDK's wire: one address, one POST per request, the action named inside. */
export class Gateway {
  readonly #cloud: Cloud
  readonly #rate: Rate
  readonly #ids = randomBytes(6).toString('hex')
  #count = 0

  constructor(cloud: Cloud) {
    this.#cloud = cloud
    this.#rate = new Rate(cloud.limits.operationsPerSecond)
  }

  async handle(request: IncomingMessage, response: ServerResponse, seqId: string): Promise<void> {
    const requestId = `${this.#ids}${(this.#count++).toString(16).padStart(8, '0')}`
    try {
      const params = await read(request)
      const action = typeof params.action === 'string' ? params.action : ''
      const invocation = this.#cloud.functions.invocation(seqId)
      this.#cloud.metrics.requested(action, invocation)
      if (action.startsWith('database.')) invocation?.databaseRequests.add(seqId)
      const carryOut = actions.get(action)
      if (!carryOut) throw new CloudError('INVALID_PARAM', `Unsupported action: ${action}`)
      const fault = this.#cloud.faults.take(
        occasionOf(action, params.collectionName as string | undefined, invocation),
      )
      const run = () => this.#run(action, carryOut, params, invocation)
      const reply = fault ? await this.#fail(fault, run, invocation, request) : await run()
      if (reply === undefined) return
      if (isWireReply(reply)) {
        response.writeHead(200, {
          'content-type': reply.contentType,
          'content-length': reply.body.length,
        })
        response.end(reply.body)
      } else {
        sendText(response, 200, JSON.stringify({ requestId, ...reply }))
      }
    } catch (error) {
      const { code, message } = error instanceof CloudError ? error : unexpected(error)
      sendText(response, 200, JSON.stringify({ code, message, requestId }))
    }
  }

  #run(
    action: string,
    carryOut: Action,
    params: Record<string, unknown>,
    invocation: Invocation | undefined,
  ): ActionReply | Promise<ActionReply> {
    if (action.startsWith('database.')) this.#rate.spend()
    return carryOut(this.#cloud, {
      action,
      params,
      invocation,
      watch: (examined, returned) => {
        this.#watch(action, params, invocation, examined, returned)
      },
    })
  }

  /**
   * Counts what a function's query looked at. Too much for what it found is an error where the cloud is strict, after the
   * fact for a write; clients outside functions may look at everything.
   */
  #watch(
    action: string,
    params: Record<string, unknown>,
    invocation: Invocation | undefined,
    examined: number,
    returned: number,
  ): void {
    if (!invocation) return
    const { metrics, limits, strict, warn } = this.#cloud
    metrics.examined(examined, invocation)
    if (examined <= limits.examinedFree + limits.examinedPerReturned * returned) return
    metrics.overScanned(invocation)
    const message =
      `over-scan: ${invocation.functionName}.${invocation.procedure} ${action} on ${String(params.collectionName)} ` +
      `examined ${examined} documents for ${returned}: ${String(params.query ?? JSON.stringify(params.stages))}`
    if (strict) throw new CloudError('DATABASE_REQUEST_FAILED', message)
    warn(message)
  }

  /** Makes the request go wrong as asked; undefined means that nobody is there to be answered any more. */
  async #fail(
    fault: Fault,
    run: () => ActionReply | Promise<ActionReply>,
    invocation: Invocation | undefined,
    request: IncomingMessage,
  ): Promise<ActionReply | undefined> {
    switch (fault.kind) {
      case 'error':
        if (fault.after) await run()
        throw new CloudError('SYS_ERR', 'system error')
      case 'pause':
        await this.#cloud.faults.hold()
        return run()
      case 'busy':
        throw transactionBusy()
      case 'timeout':
        // The connection stays open and silent: the client's own time-out ends it.
        return undefined
      case 'lostReply':
        await run()
        request.socket.destroy()
        return undefined
      case 'crash':
        if (fault.after) await run()
        if (invocation) this.#cloud.functions.crash(invocation)
        request.socket.destroy()
        return undefined
    }
  }
}

const isWireReply = (reply: ActionReply): reply is WireReply => Buffer.isBuffer(reply.body)

async function read(request: IncomingMessage): Promise<Record<string, unknown>> {
  if (request.headers['content-type']?.startsWith('multipart/form-data')) {
    const { params, requestData } = await readForm(request)
    return { ...params, requestData }
  }
  const body = await readBody(request, bodyBytes)
  try {
    const params: unknown = JSON.parse(body.toString())
    if (params && typeof params === 'object') return params as Record<string, unknown>
  } catch {
    // Falls through to the same answer.
  }
  throw new CloudError('INVALID_PARAM', 'the body is not a JSON object')
}

/** A mistake of the emulator itself: the service would say as little, the developer sees the rest. */
function unexpected(error: unknown): { code: string; message: string } {
  console.error(error)
  return { code: 'SYS_ERR', message: `system error: ${String(error)}` }
}
