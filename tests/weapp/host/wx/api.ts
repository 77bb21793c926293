import type { Answers } from '../answers'
import type { Dialogs } from '../dialogs'
import type { PageStack } from '../page-stack'
import type { HostRecord } from '../record'

/** What the functions of `wx` may use of the host. */
export interface ApiContext {
  window: Window & typeof globalThis
  record: HostRecord
  answers: Answers
  dialogs: Dialogs
  stack: PageStack
  launch: LaunchOptions
  /** Who holds this phone; the cloud calls carry it. */
  openid: string
}

export interface LaunchOptions {
  path: string
  query: Record<string, string>
  /** WeChat's number for how it was opened: 1001 the list, 1011 a QR code, 1047 a mini-program code. */
  scene: number
}

/** A group of functions of `wx`; each file of this folder gives one. */
export type Apis = Record<string, unknown>

/** The options every asynchronous function of `wx` takes. */
export interface Callbacks {
  success?: (result: object) => void
  fail?: (result: ApiError) => void
  complete?: (result: object) => void
}

export interface ApiError {
  errMsg: string
  errCode?: number
}

/** A failure with WeChat's words: reported as `<api>:fail <words>`. */
export class Refused extends Error {
  constructor(
    words: string,
    readonly errCode?: number,
  ) {
    super(words)
  }
}

/**
 * Makes an asynchronous function of `wx`: work runs after the caller's turn, callbacks are told `<name>:ok` or `<name>:fail …`,
 * and without callbacks a promise is returned, as WeChat does.
 */
export function asyncApi<Options extends object>(
  name: string,
  work: (options: Options) => object | void | Promise<object | void>,
): (options?: Options & Callbacks) => Promise<object> | undefined {
  return (options = {} as Options & Callbacks) => {
    const settled = Promise.resolve()
      .then(() => work(options))
      .then(
        (result) => ({ errMsg: `${name}:ok`, ...result }),
        (thrown: unknown) => Promise.reject(describeFailure(name, thrown)),
      )
    if (!options.success && !options.fail && !options.complete) return settled
    settled.then(
      (result) => {
        options.success?.(result)
        options.complete?.(result)
      },
      (error: ApiError) => {
        options.fail?.(error)
        options.complete?.(error)
      },
    )
    return undefined
  }
}

function describeFailure(name: string, thrown: unknown): ApiError {
  const words = thrown instanceof Error ? thrown.message : String(thrown)
  const error: ApiError = { errMsg: `${name}:fail ${words}` }
  if (thrown instanceof Refused && thrown.errCode !== undefined) error.errCode = thrown.errCode
  return error
}
