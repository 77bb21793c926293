import type { Clock } from '../clock'
import { CloudError } from '../errors'
import type { FunctionHost, Invocation } from '../functions'
import { CloudPay } from './cloudPay'
import { Deliveries, type Delivery } from './deliveries'
import { traceId, WeChatFailure } from './failure'
import { mediaCheckAsync, type MediaCheckOptions } from './mediaCheckAsync'
import { msgSecCheck } from './msgSecCheck'
import { OpenData } from './openData'
import { PhoneNumbers } from './phonenumber'
import type { LastSeen } from './recentUser'
import { State } from './state'
import { SubscribeMessages } from './subscribeMessage'
import {
  decode,
  encode,
  fileReply,
  jsonReply,
  readRequest,
  serviceReply,
  systemErrorReply,
  type Input,
} from './wire'
import { getUnlimited } from './wxacode'

export type { Delivery, MediaCheckOptions }
export { PayRefusal } from './cloudPay/refusal'

/** What the open API needs of the cloud; a `Cloud` is one. */
export interface OpenApiCloud {
  readonly clock: Clock
  readonly appid: string
  readonly functions: Pick<FunctionHost, 'invoke' | 'config'>
}

export interface OpenApiOptions {
  /** SQLite file for consents, payments, phone codes and pending callbacks; without it they live in memory. */
  readonly stateFile?: string
  /** Pages of the mini-program, as in app.json; without them any well-formed page passes. */
  readonly pages?: readonly string[]
  /** Without it the verdicts of mediaCheckAsync go nowhere, as in an app without message push. */
  readonly mediaCheck?: MediaCheckOptions
  /** When someone last used the mini-program; without it the two-hour rule of the content checks is not applied. */
  readonly lastSeen?: LastSeen
  /** Cloud time from a refund until its money has arrived. */
  readonly refundSettlesAfterMs?: number
}

/** One call to WeChat's servers. `at` is cloud time in milliseconds; of files only the size is kept. */
export interface OutboxEntry {
  readonly at: number
  readonly api: string
  readonly functionName?: string
  readonly input: unknown
  readonly result?: unknown
  readonly error?: { readonly code: number; readonly message: string }
}

/** An HTTP answer to the SDK: JSON is an error of the cloud, anything else is handed to the SDK's decoder. */
export interface WireReply {
  readonly contentType: string
  readonly body: Buffer
}

type Result = { json: object } | { file: { contentType: string; bytes: Buffer } }

const mostOutboxEntries = 10_000
const gatewayCodes = -600000
const noPermission = -604101
const noSuchApi = -604100

/** WeChat's servers as cloud functions reach them: `cloud.openapi`, `cloud.cloudPay`, `cloud.getOpenData`. */
export class OpenApi {
  readonly #cloud: OpenApiCloud
  readonly #options: OpenApiOptions
  readonly #state: State
  readonly #deliveries: Deliveries
  readonly #messages: SubscribeMessages
  readonly #phones: PhoneNumbers
  readonly #openData: OpenData
  readonly #pay: CloudPay
  readonly #outbox: OutboxEntry[] = []

  constructor(cloud: OpenApiCloud, options: OpenApiOptions = {}) {
    const { clock, appid } = cloud
    this.#cloud = cloud
    this.#options = options
    this.#state = new State(options.stateFile)
    this.#deliveries = new Deliveries(clock, cloud.functions, this.#state)
    this.#messages = new SubscribeMessages(this.#state, options)
    this.#phones = new PhoneNumbers(clock, appid, this.#state)
    this.#openData = new OpenData(clock, this.#state)
    const settlesAfterMs = options.refundSettlesAfterMs ?? 3000
    this.#pay = new CloudPay(cloud, this.#state, this.#deliveries, settlesAfterMs)
  }

  /**
   * Answers one request of the SDK. `form` holds its fields; `requestData` must be the raw bytes (a Buffer: protobuf
   * does not survive being read as text). `invocation` is the call it came from, if any: its function's config.json
   * must permit the API. Throws a CloudError for an unknown action or an unreadable request.
   */
  async handle(
    action: string,
    form: Record<string, string | Buffer>,
    invocation?: Pick<Invocation, 'functionName' | 'caller'>,
  ): Promise<WireReply> {
    const api = String(form.apiName ?? '')
    const data = form.requestData ?? ''
    switch (action) {
      case 'wx.openApi':
        return binary(await this.#openApi(api, Buffer.from(data), invocation))
      case 'wx.wxPayApi':
        return binary(this.#payApi(api, String(data), invocation))
      case 'wx.api':
        return await this.#plainApi(api, String(data), invocation)
      default:
        throw new CloudError('INVALID_PARAM', `unknown action ${action}`)
    }
  }

  /** Every call made, oldest first; the last 10,000. */
  outbox(): readonly OutboxEntry[] {
    return this.#outbox
  }

  clearOutbox(): void {
    this.#outbox.length = 0
  }

  /** The app's owner chose a message template with these fields (`thing1` …). */
  chooseTemplate(templateId: string, keys: readonly string[]): void {
    this.#messages.choose(templateId, keys)
  }

  /** The user agreed to `times` messages of a template (`always`: a long-term template). */
  subscribe(openid: string, templateId: string, times: number | 'always' = 1): void {
    this.#messages.subscribe(openid, templateId, times)
  }

  /** The user refused, or switched the template off: what was agreed before is void. */
  unsubscribe(openid: string, templateId: string): void {
    this.#messages.unsubscribe(openid, templateId)
  }

  /** Messages of a template that can still be sent to someone. */
  consents(openid: string, templateId: string): number {
    return this.#messages.consents(openid, templateId)
  }

  /** WeChat takes away (or gives back) the app's right to send messages: 43107. */
  ban(banned = true): void {
    this.#messages.ban(banned)
  }

  /** The phone button's code for a number: valid five minutes, once. */
  issuePhoneCode(openid: string, number: string): string {
    return this.#phones.issue(openid, number)
  }

  /** A CloudID that stands for `data`, for `cloud.getOpenData`. */
  issueCloudId(data: unknown): string {
    return this.#openData.issue(data)
  }

  /** See CloudPay.failRefund. */
  failRefund(subMchId: string, outRefundNo: string, failed: 'REFUNDCLOSE' | 'CHANGE'): void {
    this.#pay.failRefund(subMchId, outRefundNo, failed)
  }

  /** Someone pays; see CloudPay.pay. Await `deliverCallbacks` to be sure that the function has heard of it. */
  pay(reference: string, openid?: string): { outTradeNo: string; transactionId: string } {
    return this.#pay.pay(reference, openid)
  }

  /** Callbacks not acknowledged yet. */
  callbacks(): Delivery[] {
    return this.#deliveries.pending()
  }

  /** Attempts the callbacks that are due by the clock and waits for them. It also happens by itself, twice a second. */
  deliverCallbacks(): Promise<void> {
    return this.#deliveries.deliverDue()
  }

  async close(): Promise<void> {
    await this.#deliveries.close()
    this.#state.close()
  }

  async #openApi(
    api: string,
    data: Buffer,
    invocation: Pick<Invocation, 'functionName'> | undefined,
  ): Promise<Buffer> {
    const request = parsed(() => readRequest(data))
    if (request.kind === 'service') return this.#service(request)
    return await this.#answer(api, request.input, invocation, {
      reply: (result) =>
        'json' in result
          ? jsonReply({ errcode: 0, errmsg: 'ok', ...result.json })
          : fileReply(result.file.contentType, result.file.bytes),
      // Refusals of WeChat's gateway, -6xxxxx, travel outside the JSON of the API.
      refusal: (errcode, errmsg) =>
        errcode <= gatewayCodes ? systemErrorReply(errcode) : jsonReply({ errcode, errmsg }),
    })
  }

  /** The path of `cloud.callOpenAPI`: JSON there and back, names untouched, a file in base64. */
  async #plainApi(
    api: string,
    data: string,
    invocation: Pick<Invocation, 'functionName'> | undefined,
  ): Promise<WireReply> {
    const input = parsed(() => (data === '' ? {} : (JSON.parse(data) as Input)))
    const value = await this.#answer(api, input, invocation, {
      reply: (result) =>
        'json' in result
          ? { errcode: 0, errmsg: 'ok', ...result.json }
          : { contentType: result.file.contentType, buffer: result.file.bytes.toString('base64') },
      refusal: (errcode, errmsg): object => ({ errcode, errmsg }),
    })
    const responseData = JSON.stringify(value)
    const body = JSON.stringify({
      data: { responseData },
      requestId: traceId(this.#cloud.clock.now()),
    })
    return { contentType: 'application/json; charset=utf-8', body: Buffer.from(body) }
  }

  async #answer<Reply>(
    api: string,
    input: Input,
    invocation: Pick<Invocation, 'functionName'> | undefined,
    shape: { reply: (result: Result) => Reply; refusal: (code: number, message: string) => Reply },
  ): Promise<Reply> {
    try {
      if (!this.#permits(api, invocation))
        throw new WeChatFailure(noPermission, 'function has no permission to call this API')
      const result = await this.#call(api, input)
      this.#record(api, input, invocation, { result: 'json' in result ? result.json : result.file })
      return shape.reply(result)
    } catch (error) {
      if (!(error instanceof WeChatFailure)) throw error
      const { errcode: code, message } = error
      this.#record(api, input, invocation, { error: { code, message } })
      return shape.refusal(code, `${message} rid: ${traceId(this.#cloud.clock.now())}`)
    }
  }

  async #call(api: string, input: Input): Promise<Result> {
    const { clock, appid } = this.#cloud
    const { pages, mediaCheck, lastSeen } = this.#options
    switch (api) {
      case 'security.msgSecCheck':
        return { json: msgSecCheck(input, clock, lastSeen) }
      case 'security.mediaCheckAsync':
        return {
          json: await mediaCheckAsync(input, clock, appid, this.#deliveries, mediaCheck, lastSeen),
        }
      case 'subscribeMessage.send':
        return { json: this.#messages.send(input) }
      case 'wxacode.getUnlimited':
        return { file: getUnlimited(input, appid, pages) }
      case 'phonenumber.getPhoneNumber':
        return { json: this.#phones.getPhoneNumber(input) }
      default:
        throw new WeChatFailure(noSuchApi, `${api} is not emulated`)
    }
  }

  #service({ name, message }: { name: string; message: Buffer }): Buffer {
    if (name !== 'ApiGetOpenDataByCloudId') {
      const error = { code: noSuchApi, message: `${name} is not emulated` }
      this.#record(name, {}, undefined, { error })
      return systemErrorReply(noSuchApi)
    }
    const input = decode<{ cloudidList: string[] }>('ApiGetOpenDataByCloudIdReq', message)
    const result = input.cloudidList.map((cloudId) => ({
      cloudId,
      json: JSON.stringify(this.#openData.open(cloudId)),
    }))
    this.#record('getOpenData', input, undefined, { result })
    return serviceReply(encode('ApiGetOpenDataByCloudIdResp', { dataList: result }))
  }

  #payApi(
    api: string,
    data: string,
    invocation: Pick<Invocation, 'functionName' | 'caller'> | undefined,
  ): Buffer {
    const input = parsed(() => JSON.parse(data) as Input)
    const result = this.#pay.handle(api, input, invocation?.caller.openid)
    this.#record(`cloudPay.${api}`, input, invocation, { result })
    return Buffer.from(JSON.stringify(result))
  }

  /** A client outside the functions carries the app's own credentials and may call everything. */
  #permits(api: string, invocation: Pick<Invocation, 'functionName'> | undefined): boolean {
    if (!invocation) return true
    const permitted = this.#cloud.functions.config(invocation.functionName)?.permissions?.openapi
    return permitted?.includes(api) ?? false
  }

  #record(
    api: string,
    input: unknown,
    invocation: Pick<Invocation, 'functionName'> | undefined,
    outcome: Pick<OutboxEntry, 'result' | 'error'>,
  ): void {
    const functionName = invocation?.functionName
    const entry = { at: this.#cloud.clock.now(), api, functionName, input, ...outcome }
    this.#outbox.push(withoutBytes(entry))
    if (this.#outbox.length > mostOutboxEntries) this.#outbox.shift()
  }
}

function parsed<T>(read: () => T): T {
  try {
    return read()
  } catch {
    throw new CloudError('INVALID_PARAM', 'requestData cannot be read')
  }
}

function binary(body: Buffer): WireReply {
  return { contentType: 'application/octet-stream', body }
}

/** The same entry with every file replaced by what it is, so that it can be shown. */
function withoutBytes(entry: OutboxEntry): OutboxEntry {
  const plain = JSON.stringify(entry, (_key, value: unknown) =>
    holdsBytes(value) ? { ...value, bytes: value.bytes.length } : value,
  )
  return JSON.parse(plain) as OutboxEntry
}

function holdsBytes(value: unknown): value is { bytes: Buffer } {
  return (
    typeof value === 'object' && value !== null && 'bytes' in value && Buffer.isBuffer(value.bytes)
  )
}
