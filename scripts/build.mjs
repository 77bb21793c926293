// Builds the mini-program for the browser (dist/h5) and for WeChat (dist/weapp), and skips a build whose sources
// have not changed. `node scripts/build.mjs h5|weapp|gallery|all [--force]`, `all` being h5 and weapp; importers call buildH5(), buildWeapp()
// and buildGallery().
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const TARO = join(ROOT, 'node_modules/@tarojs/cli/bin/taro')

/** Everything a build of the phone side reads; a change in any of these makes the build stale. */
const SOURCES = [
  'src',
  'types',
  'domain',
  'config',
  'package-lock.json',
  'babel.config.js',
  'tsconfig.json',
]

const BUILDS = {
  h5: { type: 'h5', title: 'the browser app', proof: 'index.html' },
  weapp: { type: 'weapp', title: 'the WeChat package', proof: 'app.json' },
  gallery: {
    type: 'h5',
    name: 'gallery',
    title: 'the page of all controls',
    proof: 'index.html',
    env: { CHJ_GALLERY: '1' },
  },
}

/** Builds dist/h5 unless its sources are unchanged. Rejects with the compiler's output when the build fails. */
export const buildH5 = (options) => build(BUILDS.h5, options)

/** Builds dist/weapp unless its sources are unchanged. Rejects with the compiler's output when the build fails. */
export const buildWeapp = (options) => build(BUILDS.weapp, options)

/** Builds dist/gallery, the browser app with the page of all controls, unless its sources are unchanged. */
export const buildGallery = (options) => build(BUILDS.gallery, options)

async function build(
  { type, name = type, title, proof, env },
  { force = false, log = console.log } = {},
) {
  const out = join(ROOT, 'dist', name)
  const mark = join(ROOT, 'dist', `.${name}.hash`)
  return withLock(join(ROOT, 'dist', `.${name}.lock`), async () => {
    const hash = hashSources()
    if (!force && existsSync(join(out, proof)) && readMark(mark) === hash) return { built: false }

    rmSync(mark, { force: true })
    rmSync(out, { recursive: true, force: true })
    const started = Date.now()
    log(`Building ${title} …`)
    const ticking = setInterval(
      () => log(`  … ${title}: ${Math.round((Date.now() - started) / 1000)} s`),
      10_000,
    )
    try {
      const { code, output } = await runTaro(type, env)
      // The compiler has been seen to report errors and still leave with 0, so its product is looked at too.
      if (code !== 0 || !existsSync(join(out, proof)))
        throw new Error(`Building ${title} failed.\n${output}`)
    } finally {
      clearInterval(ticking)
    }
    log(`Built ${title} in ${((Date.now() - started) / 1000).toFixed(1)} s`)
    writeFileSync(mark, hash)
    return { built: true }
  })
}

function runTaro(type, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [TARO, 'build', '--type', type], {
      cwd: ROOT,
      env: { ...process.env, ...env, NODE_ENV: 'production', TARO_ENV: type, FORCE_COLOR: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output: readable(output) }))
  })
}

/** The compiler's words without cursor movements and progress bars: its errors when it names them, else its last lines. */
function readable(output) {
  const lines = output
    // eslint-disable-next-line no-control-regex
    .replace(/\u001b\[[0-9;]*[A-Za-z]/g, '')
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')
  const errors = lines.findIndex((line) => line.includes('✖ Errors'))
  return (errors < 0 ? lines.slice(-40) : lines.slice(errors)).join('\n')
}

/** sha256 of what app.config.ts reads from the environment, and of the path and content of every source file. */
export function hashSources() {
  const hash = createHash('sha256').update(`${process.env.CHJ_SPEECH_PLUGIN ?? ''}\0`)
  for (const source of SOURCES) {
    const path = join(ROOT, source)
    if (!existsSync(path)) continue
    for (const file of statSync(path).isDirectory() ? filesIn(path) : [path])
      hash
        .update(`${relative(ROOT, file)}\0`)
        .update(readFileSync(file))
        .update('\0')
  }
  return hash.digest('hex')
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort()
}

function readMark(mark) {
  return existsSync(mark) ? readFileSync(mark, 'utf8') : ''
}

/** One build of a kind at a time, also between processes: test workers ask for the same build at the same moment. */
async function withLock(lock, work) {
  mkdirSync(dirname(lock), { recursive: true })
  while (!takeLock(lock)) await pause(200)
  try {
    return await work()
  } finally {
    rmSync(lock, { force: true })
  }
}

function takeLock(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    if (!ownerLives(lock)) rmSync(lock, { force: true })
    return false
  }
}

function ownerLives(lock) {
  const pid = Number(readMark(lock))
  // The owner creates the file and writes its number a moment later.
  if (!pid) return true
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const wanted = process.argv[2] ?? 'all'
  const force = process.argv.includes('--force')
  if (!['h5', 'weapp', 'all', 'gallery'].includes(wanted)) {
    console.error('usage: node scripts/build.mjs h5|weapp|all|gallery [--force]')
    process.exit(2)
  }
  try {
    if (wanted === 'h5' || wanted === 'all') await buildH5({ force })
    if (wanted === 'weapp' || wanted === 'all') await buildWeapp({ force })
    if (wanted === 'gallery') await buildGallery({ force })
  } catch (error) {
    console.error(error.message)
    process.exit(1)
  }
}
