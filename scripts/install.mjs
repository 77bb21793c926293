// Installs the dependencies when they are missing or the lock file changed. Node built-ins only: it runs before
// anything is installed. No package's install script runs; none is needed.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))

const mark = join(ROOT, 'node_modules', '.installed')

const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex')

/** Rejects with npm's own output when the registry cannot be reached or the lock file does not fit. */
export async function installIfNeeded() {
  const [major = 0] = process.versions.node.split('.').map(Number)
  if (major < 20)
    throw new Error(`Node ${process.versions.node} is too old: 常回家 needs Node 20 or newer.`)
  const hash = lockHash()
  if (existsSync(mark) && readFileSync(mark, 'utf8') === hash) return
  const started = Date.now()
  console.log('Installing the dependencies (once; one to three minutes) …')
  const ticking = setInterval(
    () => console.log(`  … installing: ${Math.round((Date.now() - started) / 1000)} s`),
    10_000,
  )
  try {
    await npmCi()
  } finally {
    clearInterval(ticking)
  }
  writeFileSync(mark, hash)
  console.log(`Installed in ${Math.round((Date.now() - started) / 1000)} s`)
}

function npmCi() {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: ROOT,
      shell: process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`npm ci failed.\n${output.trim()}`)),
    )
  })
}
