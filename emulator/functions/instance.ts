import type { Writable } from 'node:stream'
import { Worker } from 'node:worker_threads'
import { CloudError } from '../errors'
import type { CallMessage, InstanceData, ReplyMessage } from './protocol'

/** How a call ended: with the function's answer, or because its instance is gone. */
export type Outcome =
  ReplyMessage | { readonly ok: false; readonly gone: CloudError; readonly marks: [] }

export interface InstanceOptions {
  readonly functionName: string
  readonly file: string
  readonly workerFile: string
  readonly env: Record<string, string>
  readonly heapMiB: number
  /** Where its standard output goes; errors go where the cloud's own go. */
  readonly log: Writable
}

/** One worker thread: serves one call at a time, and is not used again once it has ended. */
export class Instance {
  readonly functionName: string
  readonly #worker: Worker
  #waiting: ((outcome: Outcome) => void) | undefined
  #gone: CloudError | undefined

  constructor(options: InstanceOptions) {
    this.functionName = options.functionName
    this.#worker = new Worker(options.workerFile, {
      workerData: { file: options.file } satisfies InstanceData,
      env: options.env,
      resourceLimits: { maxOldGenerationSizeMb: options.heapMiB },
      stdout: true,
    })
    this.#worker.stdout.on('data', (chunk: Buffer) => options.log.write(chunk))
    this.#worker.on('message', (reply: ReplyMessage) => this.#settle(reply))
    this.#worker.on('error', (error: NodeJS.ErrnoException) => {
      this.#end(
        failed(
          error.code === 'ERR_WORKER_OUT_OF_MEMORY'
            ? `Memory limit exceeded: ${options.heapMiB} MB`
            : (error.stack ?? String(error)),
        ),
      )
    })
    this.#worker.on('exit', (code) => this.#end(failed(`function exited with code ${code}`)))
    // An idle instance does not keep the process alive; the server does.
    this.#worker.unref()
  }

  get alive(): boolean {
    return this.#gone === undefined
  }

  /** Resolves once the function has answered or the instance is gone; never rejects. */
  call(message: CallMessage): Promise<Outcome> {
    return new Promise((resolve) => {
      this.#waiting = resolve
      if (this.#gone !== undefined) this.#end(this.#gone)
      else this.#worker.postMessage(message)
    })
  }

  /** Ends the thread at once; a call in progress gets `reason`. */
  terminate(reason: CloudError): void {
    this.#end(reason)
    void this.#worker.terminate()
  }

  #end(reason: CloudError): void {
    this.#gone ??= reason
    this.#settle({ ok: false, gone: this.#gone, marks: [] })
  }

  #settle(outcome: Outcome): void {
    const resolve = this.#waiting
    this.#waiting = undefined
    resolve?.(outcome)
  }
}

function failed(message: string): CloudError {
  return new CloudError('FUNCTIONS_EXECUTE_FAIL', message)
}
