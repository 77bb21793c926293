import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Clock } from '@/emulator/clock'
import { readForm } from '@/emulator/gateway/form'
import { OpenApi, type OpenApiOptions } from '@/emulator/openapi'

/** A function the fake host runs: its event and who called it in, its result out. */
type Handler = (event: Record<string, unknown>, caller: object) => unknown

/** The parts of wx-server-sdk's typeless proxies that the tests call. */
interface Sdk {
  init(options: { env: string }): void
  openapi: Record<string, Record<string, (data: object) => Promise<Reply>>>
  cloudPay: Record<string, (data: object) => Promise<Reply>>
  getOpenData(options: { list: string[] }): Promise<{ list: Record<string, unknown>[] }>
  callOpenAPI(options: { api: string; data: object }): Promise<{ result: unknown }>
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the SDK types none of its replies
export type Reply = any

export const appid = 'wx1234567890abcdef'
export const li = 'o-grandmother-li'
export const wang = 'o-daughter-wang'

export interface Fixture {
  sdk: Sdk
  openapi: OpenApi
  clock: Clock
  /** What each function was called with, in order. */
  calls: { functionName: string; event: Record<string, unknown>; caller: object }[]
  /** The function whose call the SDK's requests come from; none = a client with the app's own credentials. */
  runIn(functionName: string | undefined, openid?: string): void
  /** Moves cloud time on, and waits for the callbacks that become due. */
  pass(milliseconds: number): Promise<void>
  /** Ends this OpenApi and starts another on the same state file. */
  restart(): Promise<void>
  close(): Promise<void>
}

export const minutes = 60_000
export const hours = 60 * minutes

/**
 * The genuine SDK against an OpenApi, over HTTP. `functions` answer callbacks; `permissions` are the `openapi` lists of
 * their config.json. Time stands still unless `pass` moves it.
 */
export async function startOpenApi(setup: {
  options?: OpenApiOptions
  functions?: Record<string, Handler>
  permissions?: Record<string, string[]>
  now?: string
}): Promise<Fixture> {
  const clock = new StillClock(Date.parse(setup.now ?? '2026-11-16T08:00:00+08:00'))
  const calls: Fixture['calls'] = []
  const functions = {
    config: (name: string) => ({ permissions: { openapi: setup.permissions?.[name] ?? [] } }),
    invoke: (functionName: string, text: string, caller: object) => {
      const event = JSON.parse(text) as Record<string, unknown>
      calls.push({ functionName, event, caller })
      const handler = setup.functions?.[functionName]
      if (!handler) return Promise.reject(new Error('no such function'))
      const result = JSON.stringify(handler(event, caller) ?? null)
      return Promise.resolve({ requestId: '1', result })
    },
  }
  const make = (): OpenApi => new OpenApi({ clock, appid, functions }, setup.options)
  let openapi = make()
  let invocation: Parameters<OpenApi['handle']>[2]

  const server = createServer((request, response) => {
    void (async () => {
      const { params, requestData } = await (request.headers['content-type']?.startsWith(
        'multipart',
      )
        ? readForm(request)
        : readJson(request))
      const { action = '' } = params
      const reply = await openapi.handle(action, { ...params, requestData }, invocation)
      response.setHeader('content-type', reply.contentType)
      response.end(reply.body)
    })()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  Object.assign(process.env, {
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `http://127.0.0.1:${port}/admin` }),
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: 'test',
    TENCENTCLOUD_SECRETKEY: 'test',
    TENCENTCLOUD_SESSIONTOKEN: 'test',
    SCF_NAMESPACE: 'test-env',
    TCB_ENV: 'test-env',
  })
  const sdk = jest.requireActual<Sdk>('wx-server-sdk')
  sdk.init({ env: 'test-env' })

  return {
    sdk,
    get openapi() {
      return openapi
    },
    clock,
    calls,
    runIn: (functionName, openid) => {
      invocation = functionName
        ? { functionName, caller: { source: 'wx_client', openid } }
        : undefined
    },
    pass: async (milliseconds) => {
      clock.set(clock.now() + milliseconds)
      await openapi.deliverCallbacks()
    },
    restart: async () => {
      await openapi.close()
      openapi = make()
    },
    close: async () => {
      await openapi.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** A clock that only moves when told to, so that a test sees exact times. */
class StillClock extends Clock {
  #at: number

  constructor(at: number) {
    super()
    this.#at = at
  }

  override now(): number {
    return this.#at
  }

  override set(at: number): void {
    this.#at = at
  }
}

async function readJson(
  request: AsyncIterable<Buffer>,
): Promise<{ params: Record<string, string>; requestData: Buffer }> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const params = JSON.parse(Buffer.concat(chunks).toString()) as Record<string, string>
  return { params, requestData: Buffer.from(params.requestData ?? '') }
}
