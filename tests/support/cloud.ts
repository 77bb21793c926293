import cloudbase from '@cloudbase/node-sdk'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Fault } from '@/emulator/control/faults'
import type { ProcedureMetrics } from '@/emulator/control/metrics'
import type { Limits } from '@/emulator/limits'
import type { OutboxEntry } from '@/emulator/openapi'
import { build, bundles, type Functions } from './bundles'

const root = join(__dirname, '../..')

export interface StartOptions {
  /** One of emulator/seed; empty unless said. */
  readonly seed?: string
  readonly residents?: number
  /** When the cloud's clock begins: an ISO time. */
  readonly now?: string
  readonly limits?: Partial<Limits>
  /** An over-scan is an error, unless said otherwise. */
  readonly strict?: boolean
  /** The product's functions, those of tests/emulator/fixtures, or the ones a race test must catch. */
  readonly functions?: Functions
  /** Data of an earlier cloud; else a new folder, removed at the end. */
  readonly data?: string
  /** cloudbaserc.json, or another one. */
  readonly config?: string
  /** The function that hears the verdicts on pictures; `media` unless said. */
  readonly mediaCheck?: string
  /** A browser app to serve at `/`. */
  readonly web?: string
}

/** A call that the cloud, not the function, refused. */
export class CallFailed extends Error {
  constructor(
    readonly errCode: number,
    readonly errMsg: string,
  ) {
    super(errMsg)
    this.name = 'CallFailed'
  }
}

export type TestCloud = ReturnType<typeof connectTo>

/** A running cloud: where it is reached and what it keeps. */
export interface Process {
  readonly url: string
  readonly pid: number
  readonly data: string
  /** What the cloud and its functions print. */
  readonly log: string
}

/** Starts the built emulator as a process of its own, on a free port; it ends with the process that started it. */
export async function startProcess(
  options: StartOptions,
): Promise<Process & { child: ChildProcess }> {
  build('emulator')
  build(options.functions ?? 'product')
  const data = options.data ?? mkdtempSync(join(tmpdir(), 'cloud-'))
  const log = join(data, 'printed.log')
  const printed = openSync(log, 'a')
  const child = spawn(process.execPath, ['dist/emulator/cli.js', ...arguments_(options, data)], {
    cwd: root,
    env: { PATH: process.env.PATH, TZ: 'UTC' },
    stdio: ['ignore', printed, printed, 'ipc'],
  })
  closeSync(printed)
  const url = await new Promise<string>((resolve, reject) => {
    child.once('message', (message) => resolve((message as { url: string }).url))
    child.once('exit', () =>
      reject(new Error(`the cloud did not start:\n${readFileSync(log, 'utf8')}`)),
    )
  })
  child.removeAllListeners()
  child.unref()
  child.channel?.unref()
  return { url, pid: child.pid!, data, log, child }
}

/**
 * A cloud with an empty data folder, in a process of its own.
 * Whoever starts it stops it, in `afterAll` or `afterEach`.
 */
export async function startCloud(options: StartOptions = {}) {
  const { child, ...running } = await startProcess(options)
  return connectTo(running, async (signal) => {
    if (child.exitCode === null && child.signalCode === null) {
      const exited = once(child, 'exit')
      child.kill(signal)
      await exited
    }
    if (options.data === undefined && signal === 'SIGTERM')
      rmSync(running.data, { recursive: true, force: true })
  })
}

/** What tests do with a running cloud; `end` is how it is stopped. */
export function connectTo(
  { url, pid, data, log }: Process,
  end: (signal: 'SIGTERM' | 'SIGKILL') => Promise<void>,
) {
  const before = readFileSync(log).length

  async function control<T>(method: string, what: string, body?: object): Promise<T> {
    const response = await fetch(`${url}/emulator/${what}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    })
    const answer = (await response.json()) as T & { message?: string }
    if (!response.ok) throw new Error(answer.message)
    return answer
  }

  // Outside of a cloud the SDK would first ask the network where it runs; and it prints when an answer takes 3 s.
  process.env.TENCENTCLOUD = 'true'
  process.env.SILENCE = 'true'
  const admin = cloudbase.init({
    env: 'changhuijia-local',
    secretId: 'test',
    secretKey: 'test',
    serviceUrl: `${url}/admin`,
  })

  return {
    url,
    data,
    pid,
    /** Everything the cloud and its functions have printed. */
    output: () => readFileSync(log).subarray(before).toString(),
    /** Calls a function as a phone does; null is a phone nobody has signed in on. Throws CallFailed. */
    async call<T = unknown>(
      openid: string | null,
      functionName: string,
      event: object,
    ): Promise<T> {
      const response = await fetch(`${url}/call/${functionName}`, {
        method: 'POST',
        headers: openid === null ? {} : { 'x-wx-openid': openid },
        body: JSON.stringify(event),
      })
      const answer: unknown = await response.json()
      if (response.ok) return answer as T
      const { errCode, errMsg } = answer as CallFailed
      throw new CallFailed(errCode, errMsg)
    },
    /** Nothing of what was there, at another time; instances stay warm. */
    empty: (now: string) => control('DELETE', 'data', { now }),
    clock: (now: string) => control<{ now: string }>('POST', 'clock', { now }),
    fault: (fault: Pick<Fault, 'action' | 'kind'> & Partial<Fault>) =>
      control<Fault>('POST', 'faults', fault),
    faults: () => control<Fault[]>('GET', 'faults'),
    clearFaults: () => control('DELETE', 'faults'),
    /** Resolves when a request is held by a fault of kind `pause`. */
    paused: () => control('GET', 'paused'),
    /** Lets what is held go on. */
    resume: () => control('POST', 'resume'),
    metrics: () =>
      control<{ procedures: Record<string, ProcedureMetrics>; actions: Record<string, number> }>(
        'GET',
        'metrics',
      ),
    resetMetrics: () => control('DELETE', 'metrics'),
    outbox: () => control<OutboxEntry[]>('GET', 'outbox'),
    clearOutbox: () => control('DELETE', 'outbox'),
    /** Fires a function's timer and waits; resolves with what the function returned. */
    timer: async <T = unknown>(functionName: string) =>
      (await control<{ result: T }>('POST', `timers/${functionName}`)).result,
    /** The resident agrees to `times` messages of a template. */
    consent: (openid: string, templateId: string, times: number | 'always' = 1) =>
      control('POST', 'consents', { openid, templateId, times }),
    /** The resident switched the messages of a template off. */
    refuse: (openid: string, templateId: string) =>
      control('DELETE', 'consents', { openid, templateId }),
    /** The app's owner chose a message template; from then on WeChat knows no other. */
    chooseTemplate: (templateId: string, keys: readonly string[]) =>
      control('POST', 'templates', { templateId, keys }),
    /** WeChat takes away, or gives back, the right to send messages. */
    ban: (banned: boolean) => control(banned ? 'POST' : 'DELETE', 'ban'),
    /** A CloudID such as WeChat gives the mini-program for `data`. */
    cloudId: async (data: object) =>
      (await control<{ cloudId: string }>('POST', 'cloudIds', { data })).cloudId,
    /** What WeChat's phone button gives the mini-program. */
    phoneCode: async (openid: string, number: string) =>
      (await control<{ code: string }>('POST', 'phoneCodes', { openid, number })).code,
    /** WeChat Pay closes a refund, or the bank does not take it. */
    failRefund: (subMchId: string, outRefundNo: string, failed: 'REFUNDCLOSE' | 'CHANGE') =>
      control('POST', 'refunds', { subMchId, outRefundNo, failed }),
    /** The resident pays; resolves when the callback has been delivered. */
    pay: (openid: string, reference: string) =>
      control<{ outTradeNo: string; transactionId: string }>('POST', 'payments', {
        openid,
        reference,
      }),
    /** The database as an administrator sees it, through @cloudbase/node-sdk. */
    admin: admin.database(),
    app: admin,
    stop: (signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM') => end(signal),
  }
}

function arguments_(options: StartOptions, data: string): string[] {
  const { functions = 'product', seed = 'empty', strict = true } = options
  const { from, to } = bundles[functions]
  return [
    '--port=0',
    `--data=${data}`,
    `--seed=${seed}`,
    `--functions=${to}`,
    `--modules=${from}`,
    `--web=${options.web ?? 'dist/none'}`,
    `--limits=${JSON.stringify(options.limits ?? {})}`,
    '--manual-timers',
    ...(strict ? ['--strict'] : []),
    ...(options.now === undefined ? [] : [`--now=${options.now}`]),
    ...(options.residents === undefined ? [] : [`--residents=${options.residents}`]),
    `--media-check=${options.mediaCheck ?? 'media'}`,
    ...(options.config === undefined ? [] : [`--config=${options.config}`]),
  ]
}
