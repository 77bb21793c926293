// Installs the dependencies when they are missing or the lock file changed. Node built-ins only: it runs before
// anything is installed. No package's install script runs; none is needed.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))

const packagesOf = (path) => JSON.parse(readFileSync(join(ROOT, path), 'utf8')).packages

/** Whether node_modules holds what the lock file names; npm keeps its own list of what it put there. */
function installed() {
  if (!existsSync(join(ROOT, 'node_modules/.package-lock.json'))) return false
  const there = packagesOf('node_modules/.package-lock.json')
  return Object.entries(packagesOf('package-lock.json')).every(
    // Optional packages are those of other platforms.
    ([path, { version, optional }]) => path === '' || optional || there[path]?.version === version,
  )
}

/** Rejects with npm's own output when the registry cannot be reached or the lock file does not fit. */
export async function installIfNeeded() {
  const [major = 0] = process.versions.node.split('.').map(Number)
  if (major < 20)
    throw new Error(`Node ${process.versions.node} is too old: 常回家 needs Node 20 or newer.`)
  if (installed()) return
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
