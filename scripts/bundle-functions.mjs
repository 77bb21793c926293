// Bundles every function of cloudfunctions/ into dist/cloudfunctions/<name>/: one file each with the SDK inside, as it
// is deployed. `node scripts/bundle-functions.mjs [from] [to]`; start, test and deploy call bundleFunctions().
import { build } from 'esbuild'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeBundle } from './write-bundle.mjs'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))

/**
 * Bundles each folder of `from` that holds a config.json into `<to>/<name>/{index.js,index.js.map,config.json,package.json}`
 * and removes what no longer has a source; `plugins` are esbuild's. One esbuild call shares the parsing. Resolves with the names; rejects with
 * esbuild's errors.
 */
export async function bundleFunctions({
  from = join(ROOT, 'cloudfunctions'),
  to = join(ROOT, 'dist/cloudfunctions'),
  plugins = [],
} = {}) {
  const names = readdirSync(from).filter((name) => existsSync(join(from, name, 'config.json')))
  mkdirSync(to, { recursive: true })
  for (const name of readdirSync(to))
    if (!names.includes(name)) rmSync(join(to, name), { recursive: true })
  const { outputFiles } = await build({
    write: false,
    entryPoints: Object.fromEntries(
      names.map((name) => [`${name}/index`, join(from, name, 'index.ts')]),
    ),
    outdir: to,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    // What WeChat runs.
    target: 'node16',
    // Half the size; places in a log are found again through the source map that stays here.
    minify: true,
    keepNames: true,
    sourcemap: 'external',
    tsconfig: join(ROOT, 'tsconfig.json'),
    logLevel: 'silent',
    plugins,
  })
  const manifest = (name) =>
    `${JSON.stringify({ name, version: '1.0.0', private: true, main: 'index.js' }, null, 2)}\n`
  writeBundle([
    ...outputFiles,
    ...names.flatMap((name) => [
      {
        path: join(to, name, 'config.json'),
        contents: readFileSync(join(from, name, 'config.json')),
      },
      { path: join(to, name, 'package.json'), contents: Buffer.from(manifest(name)) },
    ]),
  ])
  return names
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [from, to] = process.argv.slice(2).map((folder) => resolve(folder))
  const names = await bundleFunctions({ from, to })
  console.log(`functions: ${names.join(', ') || 'nothing to bundle'}`)
}
