// Size and cold start of each bundled function, beside a function that does nothing but load the SDK.
import { build } from 'esbuild'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../install.mjs'
import { measureIn, median } from './processes.mjs'

const starts = 7

/** wx-server-sdk and one call to init, bundled as functions are. */
async function bareSdk(folder) {
  await build({
    stdin: {
      contents: "import cloud from 'wx-server-sdk'; cloud.init(); export const main = () => cloud",
      resolveDir: ROOT,
    },
    outfile: join(folder, 'index.js'),
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    target: 'node16',
    logLevel: 'silent',
  })
  return join(folder, 'index.js')
}

async function coldStart(file) {
  const times = []
  for (let i = 0; i < starts; i++) times.push(await measureIn('loadOnce.mjs', file))
  return median(times)
}

export async function functions() {
  const folder = mkdtempSync(join(tmpdir(), 'bench-bare-'))
  try {
    const bare = await bareSdk(folder)
    const bareSize = statSync(bare).size
    const bareStart = await coldStart(bare)
    const rows = []
    for (const name of readdirSync(join(ROOT, 'dist/cloudfunctions'))) {
      const file = join(ROOT, 'dist/cloudfunctions', name, 'index.js')
      const size = statSync(file).size
      const start = await coldStart(file)
      rows.push({
        what: `function ${name}: size, cold start`,
        measured: `${kib(size)}, ${start.toFixed(0)} ms`,
        beside: `${kib(bareSize)}, ${bareStart.toFixed(0)} ms for the bare SDK`,
        budget: '< 1.5 × start',
        ratio: `${(start / bareStart).toFixed(2)} ×`,
        kept: start / bareStart < 1.5,
      })
    }
    return rows
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const kib = (bytes) => `${(bytes / 1024).toFixed(0)} KiB`
