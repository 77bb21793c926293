// `npm start`: this machine becomes a WeChat cloud with the demo centre, and shows the mini-program in a browser.
// Options after `--`: --port 3000 --data .data --seed demo|empty|city --residents N --now <ISO time> --no-build
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { installIfNeeded, ROOT } from './install.mjs'

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '3000' },
    data: { type: 'string', default: '.data' },
    seed: { type: 'string', default: 'demo' },
    residents: { type: 'string' },
    now: { type: 'string' },
    'no-build': { type: 'boolean', default: false },
  },
})

async function main() {
  await installIfNeeded()
  const { bundleFunctions } = await import('./bundle-functions.mjs')
  const { buildEmulator } = await import('./build-emulator.mjs')
  const { buildH5 } = await import('./build.mjs')
  await Promise.all([bundleFunctions(), buildEmulator(), !values['no-build'] && buildH5()])

  const args = ['--port', values.port, '--data', values.data, '--seed', values.seed]
  args.push('--media-check', 'media')
  if (values.residents !== undefined) args.push('--residents', values.residents)
  if (values.now !== undefined) args.push('--now', values.now)
  const cloud = spawn(process.execPath, [join(ROOT, 'dist/emulator/cli.js'), ...args], {
    cwd: ROOT,
    env: { ...process.env, TZ: 'UTC' },
    stdio: 'inherit',
  })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => cloud.kill(signal))
  cloud.on('exit', (code) => process.exit(code ?? 0))
}

main().catch((error) => {
  console.error(error.message)
  process.exit(1)
})
