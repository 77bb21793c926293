import { createWriteStream, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Clock } from './clock'
import type { Cloud } from './cloud'
import { DemoPeople } from './control/demoPeople'
import { Faults } from './control/faults'
import { Metrics } from './control/metrics'
import { Database, type CollectionSpec } from './database'
import { FunctionHost } from './functions'
import { functionVariables, type CloudbaseConfig } from './functions/secrets'
import { defaultLimits, type Limits } from './limits'
import { OpenApi, type MediaCheckOptions } from './openapi'
import { listen } from './server'
import { FileStore } from './storage'
import { Timers } from './timers'

export interface CloudOptions {
  /** The folder that keeps documents, files and secrets; made when missing. */
  readonly data: string
  /** 0 takes a free one. */
  readonly port: number
  /** Folder of bundled functions, as scripts/bundle-functions.mjs makes it. */
  readonly functionsRoot: string
  /** The compiled functions/worker.ts. */
  readonly workerFile: string
  readonly collections: readonly CollectionSpec[]
  /** The browser app's folder, served at `/`. */
  readonly webRoot?: string
  /** cloudbaserc.json: which variables each function gets. */
  readonly config?: CloudbaseConfig
  /** Milliseconds since 1970 at which the cloud's clock begins. */
  readonly now?: number
  readonly limits?: Partial<Limits>
  /** Pages of the mini-program; without them codes and messages may lead to any well-formed one. */
  readonly pages?: readonly string[]
  /** Which function hears the verdicts on pictures (in the real cloud: the console's message push). */
  readonly mediaCheck?: MediaCheckOptions
  /** An over-scan is an error instead of a warning. */
  readonly strict?: boolean
  readonly warn?: (message: string) => void
}

export interface RunningCloud {
  readonly url: string
  readonly port: number
  readonly cloud: Cloud
  close(): Promise<void>
}

const env = 'changhuijia-local'
const appid = 'wx0000000000000000'

/** A WeChat cloud environment on this machine, reachable on 127.0.0.1 only. */
export async function createCloud(options: CloudOptions): Promise<RunningCloud> {
  const { data, strict = false, warn = console.warn } = options
  mkdirSync(data, { recursive: true })
  const limits: Limits = { ...defaultLimits, ...options.limits }
  const clock = new Clock(options.now)
  const { server, url, port, serve } = await listen(options.port)
  const metrics = new Metrics()
  const variables = functionVariables(options.config ?? {}, data)
  const log = createWriteStream(join(data, 'functions.log'))
  const functions = new FunctionHost({
    root: options.functionsRoot,
    workerFile: options.workerFile,
    adminUrl: `${url}/admin`,
    env,
    appid,
    clock,
    limits,
    metrics,
    variables,
    log,
  })
  const timers = new Timers({ clock, functions })
  for (const name of functions.names()) timers.load(name, functions.config(name)?.triggers ?? [])

  /** What is kept in the data folder, and may be emptied under instances that stay warm. */
  const kept = {
    documents: join(data, 'documents.sqlite'),
    files: join(data, 'files'),
    wechat: join(data, 'openapi.sqlite'),
    people: join(data, 'people.json'),
  }
  const open = (): Cloud => {
    const database = Database.open({ path: kept.documents, clock, limits })
    for (const spec of options.collections) database.define(spec)
    return {
      env,
      appid,
      clock,
      limits,
      database,
      storage: new FileStore({ folder: kept.files, env, clock, url }),
      functions,
      openapi: new OpenApi(
        { clock, functions, appid },
        {
          stateFile: kept.wechat,
          lastSeen: (openid) => functions.lastSeen(openid),
          ...(options.pages && { pages: options.pages }),
          ...(options.mediaCheck && { mediaCheck: options.mediaCheck }),
        },
      ),
      timers,
      faults: new Faults(),
      metrics,
      variables,
      demoPeople: new DemoPeople(kept.people),
      strict,
      warn,
      empty: async (now) => {
        functions.forgetCalls()
        await cloud.openapi.close()
        cloud.database.close()
        for (const path of Object.values(kept))
          for (const part of [path, `${path}-wal`, `${path}-shm`])
            rmSync(part, { recursive: true, force: true })
        clock.set(now)
        metrics.reset()
        cloud = open()
        serve(cloud, options.webRoot)
      },
    }
  }
  let cloud = open()
  serve(cloud, options.webRoot)
  return {
    url,
    port,
    get cloud() {
      return cloud
    },
    close: async () => {
      timers.stop()
      await cloud.openapi.close()
      functions.close()
      log.end()
      await new Promise((resolve) => {
        server.close(resolve)
        server.closeAllConnections()
      })
      cloud.database.close()
    },
  }
}
