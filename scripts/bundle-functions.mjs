// Bundles every function of cloudfunctions/ into dist/cloudfunctions/<name>/: one file each with the SDK inside, as it
// is deployed. `node scripts/bundle-functions.mjs`; start, test and deploy call bundleFunctions().
import { build } from 'esbuild'
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))

/**
 * Bundles each folder of `from` that holds a config.json into `<to>/<name>/{index.js,index.js.map,config.json,package.json}`
 * and removes what no longer has a source. One esbuild call shares the parsing. Resolves with the names; rejects with
 * esbuild's errors.
 */
export async function bundleFunctions({
  from = join(ROOT, 'cloudfunctions'),
  to = join(ROOT, 'dist/cloudfunctions'),
} = {}) {
  const names = readdirSync(from).filter((name) => existsSync(join(from, name, 'config.json')))
  mkdirSync(to, { recursive: true })
  for (const name of readdirSync(to))
    if (!names.includes(name)) rmSync(join(to, name), { recursive: true })
  await build({
    entryPoints: Object.fromEntries(
      names.map((name) => [`${name}/index`, join(from, name, 'index.ts')]),
    ),
    outdir: to,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    // What WeChat runs.
    target: 'node16',
    sourcemap: 'external',
    tsconfig: join(ROOT, 'tsconfig.json'),
    logLevel: 'silent',
  })
  for (const name of names) {
    copyFileSync(join(from, name, 'config.json'), join(to, name, 'config.json'))
    writeFileSync(
      join(to, name, 'package.json'),
      `${JSON.stringify({ name, version: '1.0.0', private: true, main: 'index.js' }, null, 2)}\n`,
    )
  }
  return names
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const names = await bundleFunctions()
  console.log(`dist/cloudfunctions: ${names.join(', ') || 'nothing to bundle'}`)
}
