import { subscribe } from 'node:diagnostics_channel'
import { errorMonitor } from 'node:events'
import type { ClientRequest } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'
import { load } from './compiled'
import { shiftedDate } from './date'
import type { CallMessage, InstanceData, ReplyMessage, RequestMark } from './protocol'

// One instance of a cloud function: the clock first, then the bundle at the first call, as a cold start is.
// Nothing of the bundle is changed; what it sends is only watched, through Node's own diagnostics channel.

if (!parentPort) throw new Error('an instance runs in a worker thread')
const port = parentPort
const { file } = workerData as InstanceData

let shift = 0
globalThis.Date = shiftedDate(() => shift)

let marks: RequestMark[] = []
const open = new Map<ClientRequest, string>()
subscribe('http.client.request.start', (message) => {
  const { request } = message as { request: ClientRequest }
  const seqId = new URLSearchParams(request.path.split('?')[1]).get('seqId')
  if (!seqId) return
  marks.push({ seqId, at: 'start' })
  open.set(request, seqId)
  // A connection that dies, or that the SDK gives up on, never has a response.
  request.once(errorMonitor, () => end(request))
  request.once('timeout', () => end(request))
})
subscribe('http.client.response.finish', (message) => {
  end((message as { request: ClientRequest }).request)
})
function end(request: ClientRequest): void {
  const seqId = open.get(request)
  if (seqId === undefined) return
  open.delete(request)
  marks.push({ seqId, at: 'end' })
}

let callEnv: string[] = []
function enter(env: CallMessage['env']): void {
  for (const name of callEnv) delete process.env[name]
  callEnv = Object.keys(env)
  Object.assign(process.env, env)
}

type Main = (event: unknown, context: unknown) => unknown

let bundle: ReturnType<typeof load> | undefined

async function run(call: CallMessage): Promise<ReplyMessage> {
  shift = call.shift
  marks = []
  enter(call.env)
  try {
    const cold = bundle === undefined
    bundle ??= load(file)
    const { main } = bundle.exports as { main?: Main }
    if (typeof main !== 'function') throw new Error(`${file} does not export main`)
    const value = await main(JSON.parse(call.event), call.context)
    if (cold) bundle.keep()
    return { id: call.id, ok: true, result: JSON.stringify(value) ?? 'null', marks }
  } catch (error) {
    return { id: call.id, ok: false, error: describe(error), marks }
  }
}

function describe(error: unknown): string {
  if (error instanceof Error) return error.stack ?? `${error.name}: ${error.message}`
  return typeof error === 'object' ? JSON.stringify(error) : String(error)
}

port.on('message', (call: CallMessage) => {
  void run(call).then((reply) => port.postMessage(reply))
})
