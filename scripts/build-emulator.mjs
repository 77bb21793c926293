// Builds the emulated cloud into dist/emulator/: cli.js, worker.js that every function instance starts from, and pages.json,
// the mini-program's pages, which WeChat knows from the uploaded package.
// `node scripts/build-emulator.mjs`; start, test and bench call buildEmulator().
import { build } from 'esbuild'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runInNewContext } from 'node:vm'
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
  mkdirSync(join(ROOT, 'dist/emulator'), { recursive: true })
  writeFileSync(join(ROOT, 'dist/emulator/pages.json'), JSON.stringify(await pages()))
}

/** Paths of all pages, read from the configuration that Taro reads. */
async function pages() {
  const { outputFiles } = await build({
    write: false,
    entryPoints: [join(ROOT, 'src/app.config.ts')],
    bundle: true,
    format: 'iife',
    globalName: 'app',
    define: { 'process.env.CHJ_GALLERY': '""', 'process.env.CHJ_SPEECH_PLUGIN': '""' },
    logLevel: 'silent',
  })
  const context = { defineAppConfig: (config) => config }
  const { pages: main, subPackages } = runInNewContext(
    `${outputFiles[0].text};app.default`,
    context,
  )
  return [
    ...main,
    ...subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
  ]
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildEmulator()
  console.log('dist/emulator: cli.js, worker.js, pages.json')
}
