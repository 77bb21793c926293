import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Writable } from 'node:stream'
import type { Clock } from '../clock'
import type { Metrics } from '../control/metrics'
import { CloudError } from '../errors'
import type { Limits } from '../limits'
import { callEnvironment, instanceEnvironment, type Caller } from './environment'
import { Instance, type Outcome } from './instance'
import { roundTrips } from './roundTrips'

export type { Caller } from './environment'

/** A function folder's config.json. `timeout` is in seconds, as the deploy tools write it. */
export interface FunctionConfig {
  readonly timeout?: number
  readonly triggers?: readonly { name: string; type: string; config: string }[]
  readonly permissions?: { readonly openapi?: readonly string[] }
}

/** One call in progress: the gateway finds it by the first part of a request's `seqId`. */
export interface Invocation {
  readonly id: string
  readonly functionName: string
  /** The event's `procedure`, if it has one. */
  readonly procedure: string
  readonly caller: Caller
  readonly databaseRequests: Set<string>
  instance?: Instance
}

export interface FunctionHostOptions {
  /** The folder that holds one folder per bundled function. */
  readonly root: string
  readonly workerFile: string
  readonly adminUrl: string
  readonly env: string
  readonly appid: string
  readonly clock: Clock
  readonly limits: Limits
  readonly metrics: Metrics
  readonly variables: (functionName: string) => Record<string, string>
  /** What functions print. */
  readonly log: Writable
}

/** Calls that are over and still known by their requests. */
const rememberedCalls = 500

interface Waiting {
  readonly functionName: string
  readonly start: (instance: Instance) => void
}

/**
 * Runs the bundled functions: one worker per instance, one call at a time per instance, the warmest instance first, at
 * most `limits.instances` in all, a queue in order of arrival.
 */
export class FunctionHost {
  readonly #options: FunctionHostOptions
  readonly #configs = new Map<string, FunctionConfig>()
  readonly #invocations = new Map<string, Invocation>()
  /** Ids of calls that are over, oldest first. */
  readonly #over: string[] = []
  readonly #all = new Set<Instance>()
  /** Oldest first. */
  readonly #idle: Instance[] = []
  readonly #queue: Waiting[] = []
  readonly #lastSeen = new Map<string, number>()
  #closed = false

  constructor(options: FunctionHostOptions) {
    this.#options = options
    if (!existsSync(options.root)) return
    for (const entry of readdirSync(options.root, { withFileTypes: true })) {
      const file = join(options.root, entry.name, 'config.json')
      if (entry.isDirectory() && existsSync(file))
        this.#configs.set(entry.name, JSON.parse(readFileSync(file, 'utf8')) as FunctionConfig)
    }
  }

  names(): string[] {
    return [...this.#configs.keys()]
  }

  config(functionName: string): FunctionConfig | undefined {
    return this.#configs.get(functionName)
  }

  /** Cloud time at which someone's phone last called a function, since the start. */
  lastSeen(openid: string): number | undefined {
    return this.#lastSeen.get(openid)
  }

  /** The call whose request this is, from the `seqId` of the request's address; none for clients outside functions. */
  invocation(seqId: string): Invocation | undefined {
    return this.#invocations.get(seqId.slice(0, seqId.indexOf('-')))
  }

  /**
   * Calls a function. The event and the result are JSON text.
   * Throws a CloudError as the service answers it: no such function, too large, failed, timed out, crashed.
   */
  async invoke(
    functionName: string,
    event: string,
    caller: Caller,
  ): Promise<{ requestId: string; result: string }> {
    const { limits, metrics } = this.#options
    const config = this.#configs.get(functionName)
    if (!config)
      throw new CloudError(
        'FUNCTION_NOT_FOUND',
        `FunctionName parameter could not be found: ${functionName}`,
      )
    if (Buffer.byteLength(event) > limits.argumentBytes)
      throw new CloudError(
        'INVALID_PARAM',
        `request data size exceeds limit (${limits.argumentBytes} bytes)`,
      )
    const parsed = parseEvent(event)
    if (caller.source === 'wx_client' && caller.openid !== undefined)
      this.#lastSeen.set(caller.openid, this.#options.clock.now())
    const invocation: Invocation = {
      id: randomBytes(8).toString('hex'),
      functionName,
      procedure: typeof parsed.procedure === 'string' ? parsed.procedure : '',
      caller,
      databaseRequests: new Set(),
    }
    const nested = caller.source.includes(',')
    const instance = await this.#acquire(functionName, nested)
    const startedAt = performance.now()
    this.#invocations.set(invocation.id, invocation)
    invocation.instance = instance
    try {
      const outcome = await this.#run(instance, invocation, event, config)
      metrics.called(invocation, {
        milliseconds: performance.now() - startedAt,
        roundTrips: roundTrips(outcome.marks, (seqId) => invocation.databaseRequests.has(seqId)),
      })
      return { requestId: invocation.id, result: this.#result(outcome) }
    } finally {
      this.#end(invocation)
      this.#release(instance)
    }
  }

  /** What an instance sent before it died arrives later, and still speaks for who called. */
  #end(invocation: Invocation): void {
    delete invocation.instance
    this.#over.push(invocation.id)
    if (this.#over.length > rememberedCalls) this.#invocations.delete(this.#over.shift()!)
  }

  /** Ends the instance that serves this call, as a crash would. */
  crash(invocation: Invocation): void {
    invocation.instance?.terminate(
      new CloudError('FUNCTIONS_EXECUTE_FAIL', 'function exited: the instance crashed'),
    )
  }

  /** Forgets who called; instances stay warm. Throws INVALID_PARAM while a call is under way. */
  forgetCalls(): void {
    if (this.#all.size > this.#idle.length || this.#queue.length > 0)
      throw new CloudError('INVALID_PARAM', 'a call is under way')
    this.#invocations.clear()
    this.#over.length = 0
    this.#lastSeen.clear()
  }

  close(): void {
    this.#closed = true
    for (const instance of this.#all) this.#discard(instance)
  }

  async #run(
    instance: Instance,
    invocation: Invocation,
    event: string,
    config: FunctionConfig,
  ): Promise<Outcome> {
    const { env, appid, clock, limits } = this.#options
    const { id, functionName, caller } = invocation
    const timeout = config.timeout === undefined ? limits.timeoutMs : config.timeout * 1000
    const timer = setTimeout(
      () =>
        instance.terminate(
          new CloudError(
            'FUNCTIONS_TIME_LIMIT_EXCEEDED',
            `Invoking task timed out after ${timeout / 1000} seconds`,
          ),
        ),
      timeout,
    )
    const environ = callEnvironment({ id, env, appid, functionName }, caller)
    const outcome = await instance.call({
      id,
      event,
      env: environ,
      shift: clock.shift,
      context: {
        request_id: id,
        function_name: functionName,
        function_version: '$LATEST',
        namespace: env,
        memory_limit_in_mb: limits.heapMiB,
        time_limit_in_ms: timeout,
        environment: JSON.stringify(environ),
      },
    })
    clearTimeout(timer)
    return outcome
  }

  #result(outcome: Outcome): string {
    if ('gone' in outcome) throw outcome.gone
    if (!outcome.ok) throw new CloudError('FUNCTIONS_EXECUTE_FAIL', outcome.error)
    const { resultBytes } = this.#options.limits
    if (Buffer.byteLength(outcome.result) > resultBytes)
      throw new CloudError(
        'CLOUDFUNCTION_RESULT_SIZE_EXCEED_LIMIT',
        'cloudfunction result size exceed limit (1MB)',
      )
    return outcome.result
  }

  /** A call made from inside a function never waits: its caller holds an instance, and all could wait for each other. */
  #acquire(functionName: string, nested: boolean): Instance | Promise<Instance> {
    return (
      this.#take(functionName, nested) ??
      new Promise((start) => this.#queue.push({ functionName, start }))
    )
  }

  #take(functionName: string, mayExceed: boolean): Instance | undefined {
    for (let i = this.#idle.length - 1; i >= 0; i--) {
      const instance = this.#idle[i]
      if (instance?.functionName !== functionName) continue
      this.#idle.splice(i, 1)
      if (instance.alive) return instance
      this.#all.delete(instance)
    }
    if (this.#all.size >= this.#options.limits.instances) {
      const oldest = this.#idle.shift()
      if (oldest) this.#discard(oldest)
      else if (!mayExceed) return undefined
    }
    return this.#start(functionName)
  }

  #start(functionName: string): Instance {
    const { root, workerFile, limits, variables, log } = this.#options
    const instance = new Instance({
      functionName,
      file: join(root, functionName, 'index.js'),
      workerFile,
      env: { ...instanceEnvironment(this.#options), ...variables(functionName) },
      heapMiB: limits.heapMiB,
      log,
    })
    this.#all.add(instance)
    return instance
  }

  #discard(instance: Instance): void {
    this.#all.delete(instance)
    instance.terminate(new CloudError('FUNCTIONS_EXECUTE_FAIL', 'the instance was recycled'))
  }

  #release(instance: Instance): void {
    if (!instance.alive) this.#all.delete(instance)
    else if (this.#closed || this.#all.size > this.#options.limits.instances)
      this.#discard(instance)
    else this.#idle.push(instance)
    if (this.#closed) return
    for (let next = this.#queue[0]; next; next = this.#queue[0]) {
      const free = this.#take(next.functionName, false)
      if (!free) return
      this.#queue.shift()
      next.start(free)
    }
  }
}

function parseEvent(event: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(event)
    if (parsed && typeof parsed === 'object' && !Array.isArray(parsed))
      return parsed as Record<string, unknown>
  } catch {
    // Falls through to the same answer: an event is one JSON object.
  }
  throw new CloudError('INVALID_PARAM', 'the event must be a JSON object')
}
