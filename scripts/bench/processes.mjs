// Processes a benchmark measures against each other.
import { fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../install.mjs'

/** Starts the built emulator on a free port with an empty data folder. */
export async function startCloud({
  functions = 'dist/cloudfunctions',
  modules = 'cloudfunctions',
  args = [],
} = {}) {
  const data = mkdtempSync(join(tmpdir(), 'bench-'))
  const child = spawn(
    process.execPath,
    [
      join(ROOT, 'dist/emulator/cli.js'),
      '--port=0',
      `--data=${data}`,
      `--functions=${functions}`,
      `--modules=${modules}`,
      '--web=dist/none',
      '--manual-timers',
      ...args,
    ],
    { cwd: ROOT, env: { PATH: process.env.PATH, TZ: 'UTC' }, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  let output = ''
  const url = await new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      output += chunk
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(output)
      if (found) resolve(found[0])
    })
    child.once('exit', () => reject(new Error(`the cloud did not start:\n${output}`)))
  })
  return {
    url,
    call: async (openid, module, event) => {
      const reply = await fetch(`${url}/call/${module}`, {
        method: 'POST',
        headers: { 'x-wx-openid': openid },
        body: JSON.stringify(event),
      })
      return reply.json()
    },
    metrics: async () => (await fetch(`${url}/emulator/metrics`)).json(),
    resetMetrics: () => fetch(`${url}/emulator/metrics`, { method: 'DELETE' }),
    stop: async () => {
      child.kill('SIGTERM')
      await once(child, 'exit')
      rmSync(data, { recursive: true, force: true })
    },
  }
}

/** Runs a script of this folder in a process of its own and resolves with the one message it sends. */
export async function measureIn(script, ...args) {
  const child = fork(join(ROOT, 'scripts/bench', script), args, {
    env: { ...process.env, TZ: 'UTC' },
  })
  const [message] = await once(child, 'message')
  child.kill()
  return message
}

export const median = (numbers) => {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}

export const percentile = (numbers, percent) => {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))]
}

/** A request as the SDK makes it. */
export const post = (url, body) =>
  fetch(`${url}/admin`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

/** Puts documents into a collection past all procedures. */
export const insert = (url, collectionName, documents) =>
  post(url, {
    action: 'database.insertDocument',
    collectionName,
    data: documents.map((document) => JSON.stringify(document)),
  })

/** Up to a hundred documents that fit, as the wire writes them. */
export const documentsOf = async (url, collectionName, query) => {
  const reply = await post(url, {
    action: 'database.getDocument',
    collectionName,
    queryType: 'WHERE',
    query: JSON.stringify(query),
    limit: 100,
  })
  const { data } = await reply.json()
  return data.list.map((document) => JSON.parse(document))
}
