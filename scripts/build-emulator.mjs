// Builds the emulated cloud into dist/emulator/: cli.js, and worker.js that every function instance starts from.
// `node scripts/build-emulator.mjs`; start, test and bench call buildEmulator().
import { build } from 'esbuild'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeBundle } from './write-bundle.mjs'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))

/** Packages stay in node_modules: they are native (libsql) or need their own files. Rejects with esbuild's errors. */
export async function buildEmulator() {
  const { outputFiles } = await build({
    write: false,
    entryPoints: {
      cli: join(ROOT, 'emulator/cli.ts'),
      worker: join(ROOT, 'emulator/functions/worker.ts'),
    },
    outdir: join(ROOT, 'dist/emulator'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    packages: 'external',
    sourcemap: true,
    tsconfig: join(ROOT, 'tsconfig.json'),
    logLevel: 'silent',
  })
  writeBundle(outputFiles)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildEmulator()
  console.log('dist/emulator: cli.js, worker.js')
}
