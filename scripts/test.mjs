// `npm test`: everything that must hold, from types to the built package. `npm test -- tests/activities` runs jest on
// some files only. The last line is `N passed, N failed`.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { installIfNeeded, ROOT } from './install.mjs'

const only = process.argv.slice(2)
let passed = 0
let failed = 0

function run(title, command, args) {
  return new Promise((resolve) => {
    const started = Date.now()
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, TZ: 'UTC' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('close', (code) => {
      const seconds = ((Date.now() - started) / 1000).toFixed(1)
      console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${title} (${seconds} s)`)
      if (code !== 0) console.log(output.trim())
      resolve(code === 0)
    })
  })
}

async function check(title, command, args) {
  if (await run(title, command, args)) passed += 1
  else failed += 1
}

const bin = (path) => join(ROOT, 'node_modules', path)

/** Jest would leave one core free: of two, that is half of the machine, and most tests wait for a cloud or a browser. */
const workers = Math.max(2, availableParallelism() - 1)

/** Jest's own counts, whatever it prints. */
async function jest(args) {
  const folder = mkdtempSync(join(tmpdir(), 'chj-jest-'))
  const outputFile = join(folder, 'result.json')
  const code = await new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      [
        bin('jest/bin/jest.js'),
        '--ci',
        `--maxWorkers=${workers}`,
        '--json',
        `--outputFile=${outputFile}`,
        ...args,
      ],
      { cwd: ROOT, env: { ...process.env, TZ: 'UTC' }, stdio: ['ignore', 'ignore', 'inherit'] },
    )
    child.on('close', resolve)
  })
  try {
    const result = JSON.parse(readFileSync(outputFile, 'utf8'))
    passed += result.numPassedTests
    failed += result.numFailedTests + result.numRuntimeErrorTestSuites
  } catch {
    failed += 1
  }
  rmSync(folder, { recursive: true, force: true })
  if (code !== 0 && failed === 0) failed += 1
}

async function main() {
  await installIfNeeded()
  if (only.length === 0) {
    // Two lines of work for two cores: a compiler uses little more than one.
    await Promise.all([
      check('builds', process.execPath, [join(ROOT, 'scripts/build.mjs'), 'all']),
      (async () => {
        await check('types', process.execPath, [bin('typescript/bin/tsc'), '--noEmit'])
        await check('lint', process.execPath, [bin('eslint/bin/eslint.js'), '.'])
        await check('format', process.execPath, [bin('prettier/bin/prettier.cjs'), '--check', '.'])
        await check('gallery', process.execPath, [join(ROOT, 'scripts/build.mjs'), 'gallery'])
      })(),
    ])
  }
  await jest(only)
}

main()
  .catch((error) => {
    console.error(error.message)
    failed += 1
  })
  .finally(() => {
    console.log(`${passed} passed, ${failed} failed`)
    process.exitCode = failed === 0 ? 0 : 1
  })
