// How much of a client's time the emulator itself takes, and whether a large collection slows an indexed query.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../install.mjs'
import { insert, measureIn, median, post, startCloud } from './processes.mjs'

const rounds = 5
const reads = 1500

/** A module folder with one collection, so that the emulator makes its indexes. */
function benchModule() {
  const modules = mkdtempSync(join(tmpdir(), 'bench-modules-'))
  mkdirSync(join(modules, 'bench'))
  writeFileSync(
    join(modules, 'bench/collections.json'),
    JSON.stringify({
      version: 1,
      collections: ['bench', 'large', 'small'].map((name) => ({
        name,
        indexes: [{ name: 'street', fields: [{ field: 'street', direction: 1 }] }],
      })),
    }),
  )
  return modules
}

const byStreet = (url, collectionName, street) =>
  post(url, {
    action: 'database.getDocument',
    collectionName,
    queryType: 'WHERE',
    query: JSON.stringify({ street }),
    limit: 20,
  }).then((reply) => reply.arrayBuffer())

async function fill(url, collection, count) {
  for (let start = 0; start < count; start += 1000)
    await insert(
      url,
      collection,
      Array.from({ length: Math.min(1000, count - start) }, (_, i) => ({
        _id: `p${start + i}`,
        street: `street ${Math.floor((start + i) / 10)}`,
        name: '张三',
        room: start + i,
      })),
    )
}

async function queryTime(url, collection, streets) {
  const times = []
  for (let i = 0; i < 400; i++) {
    const started = performance.now()
    await byStreet(url, collection, `street ${(i * 7919) % streets}`)
    times.push(performance.now() - started)
  }
  return median(times)
}

export async function emulator() {
  const modules = benchModule()
  const cloud = await startCloud({ modules })
  const constant = fork(join(ROOT, 'scripts/bench/constantServer.mjs'))
  try {
    await insert(cloud.url, 'bench', [{ _id: 'one', name: '李奶奶', age: 84, tags: ['elder'] }])
    const sample = await post(cloud.url, {
      action: 'database.getDocument',
      collectionName: 'bench',
      queryType: 'DOC',
      query: JSON.stringify({ _id: 'one' }),
      multi: false,
    })
    constant.send({ body: await sample.text(), type: sample.headers.get('content-type') })
    const [constantUrl] = await once(constant, 'message')

    const ours = []
    const bare = []
    for (let i = 0; i < rounds; i++) {
      bare.push(await measureIn('sdkClient.mjs', constantUrl, String(reads)))
      ours.push(await measureIn('sdkClient.mjs', cloud.url, String(reads)))
    }
    const rate = median(ours) / median(bare)

    await fill(cloud.url, 'small', 1000)
    await fill(cloud.url, 'large', 100_000)
    await queryTime(cloud.url, 'small', 100)
    const small = await queryTime(cloud.url, 'small', 100)
    const large = await queryTime(cloud.url, 'large', 10_000)

    return [
      {
        what: 'doc().get() from one SDK client',
        measured: `${median(ours).toFixed(0)}/s`,
        beside: `${median(bare).toFixed(0)}/s from a constant server`,
        budget: '≥ 85 %',
        ratio: `${(rate * 100).toFixed(0)} %`,
        kept: rate >= 0.85,
      },
      {
        what: 'indexed query among 100,000 documents',
        measured: `${large.toFixed(2)} ms`,
        beside: `${small.toFixed(2)} ms among 1,000`,
        budget: '< 1.5 ×',
        ratio: `${(large / small).toFixed(2)} ×`,
        kept: large / small < 1.5,
      },
    ]
  } finally {
    constant.kill()
    await cloud.stop()
    rmSync(modules, { recursive: true, force: true })
  }
}
