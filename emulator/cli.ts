import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Cloud } from './cloud'
import { readCollections } from './collections'
import type { CloudbaseConfig } from './functions/secrets'
import { createCloud } from './index'
import type { Limits } from './limits'
import { seeds } from './seed'

// The real cloud runs in UTC, and a worker has no time zone of its own.
process.env.TZ = 'UTC'

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '3000' },
    data: { type: 'string', default: '.data' },
    seed: { type: 'string', default: 'empty' },
    residents: { type: 'string' },
    now: { type: 'string' },
    functions: { type: 'string', default: 'dist/cloudfunctions' },
    modules: { type: 'string', default: 'cloudfunctions' },
    web: { type: 'string', default: 'dist/h5' },
    config: { type: 'string', default: 'cloudbaserc.json' },
    limits: { type: 'string', default: '{}' },
    'media-check': { type: 'string' },
    strict: { type: 'boolean', default: false },
    'manual-timers': { type: 'boolean', default: false },
  },
})

function count(name: string, text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 0) throw new Error(`--${name} must be a whole number`)
  return value
}

function time(text: string): number {
  const at = Date.parse(text)
  if (Number.isNaN(at)) throw new Error('--now must be a time such as 2026-11-16T08:00:00+08:00')
  return at
}

/** Fills new data once; a folder that already holds a seed keeps it. */
async function sow(cloud: Cloud, data: string, name: string, residents: number | undefined) {
  const load = seeds[name]
  if (!load) throw new Error(`--seed must be one of ${Object.keys(seeds).join(', ')}`)
  const marker = join(data, 'seed')
  if (existsSync(marker)) {
    const there = readFileSync(marker, 'utf8')
    if (there !== name) console.log(`${data} holds the seed "${there}" and keeps it.`)
    return
  }
  await (
    await load()
  )({ cloud, residents })
  writeFileSync(marker, name)
}

async function main(): Promise<void> {
  const data = resolve(values.data)
  mkdirSync(data, { recursive: true })
  const web = resolve(values.web)
  const pagesFile = join(__dirname, 'pages.json')
  const running = await createCloud({
    data,
    port: count('port', values.port),
    functionsRoot: resolve(values.functions),
    workerFile: join(__dirname, 'worker.js'),
    collections: readCollections(resolve(values.modules)),
    ...(existsSync(join(web, 'index.html')) && { webRoot: web }),
    ...(existsSync(values.config) && {
      config: JSON.parse(readFileSync(values.config, 'utf8')) as CloudbaseConfig,
    }),
    ...(values.now !== undefined && { now: time(values.now) }),
    ...(existsSync(pagesFile) && {
      pages: JSON.parse(readFileSync(pagesFile, 'utf8')) as string[],
    }),
    ...(values['media-check'] !== undefined && {
      mediaCheck: { functionName: values['media-check'], delayMs: 1000 },
    }),
    limits: JSON.parse(values.limits) as Partial<Limits>,
    strict: values.strict,
  })
  const stop = () => {
    void running.close().then(() => process.exit(0))
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  // Whoever started it and is gone cannot stop it any more.
  process.once('disconnect', stop)
  await sow(
    running.cloud,
    data,
    values.seed,
    values.residents === undefined ? undefined : count('residents', values.residents),
  )
  if (!values['manual-timers']) running.cloud.timers.start()
  const people = running.cloud.demoPeople.list()
  if (people.length > 0)
    console.log(
      `You can be: ${people.map(({ name }) => name).join('、')}. Choose in the panel marked 演示.`,
    )
  console.log(`常回家 cloud: ${running.url} (listens on 127.0.0.1 only)`)
  process.send?.({ url: running.url })
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
