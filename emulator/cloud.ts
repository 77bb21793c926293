import type { Clock } from './clock'
import type { Faults } from './control/faults'
import type { DemoPeople } from './control/demoPeople'
import type { Metrics } from './control/metrics'
import type { Database } from './database'
import type { FunctionHost } from './functions'
import type { Limits } from './limits'
import type { OpenApi } from './openapi'
import type { FileStore } from './storage'
import type { Timers } from './timers'

/** The parts of one emulated environment; every gateway action and every part that needs another gets this. */
export interface Cloud {
  readonly env: string
  readonly appid: string
  readonly clock: Clock
  readonly limits: Limits
  readonly database: Database
  readonly storage: FileStore
  readonly functions: FunctionHost
  readonly openapi: OpenApi
  readonly timers: Timers
  readonly faults: Faults
  readonly metrics: Metrics
  /** The environment variables of a function, secrets among them. */
  readonly variables: (functionName: string) => Readonly<Record<string, string>>
  /** Who the demo panel of the browser offers to be: filled by the seed, kept in the data folder. */
  readonly demoPeople: DemoPeople
  /** Whether an over-scan is an error (tests) or a warning (the demo). */
  readonly strict: boolean
  readonly warn: (message: string) => void
  /**
   * Begins anew at a moment, without documents, files and what WeChat remembers; warm instances and secrets stay, as
   * they do in the real cloud when somebody empties its data. Throws INVALID_PARAM while a call is under way.
   */
  readonly empty: (now: number) => Promise<void>
}
