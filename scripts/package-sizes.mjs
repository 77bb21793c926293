// Measures the built WeChat package: `node scripts/package-sizes.mjs` prints the size of the main package and of each
// subpackage in KiB; importers call packageSizes().
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'

const BUILT = join(dirname(dirname(fileURLToPath(import.meta.url))), 'dist/weapp')

/** Not part of what is uploaded: settings of the developer tools and licence texts split off from the scripts. */
const LEFT_OUT = /^project\..*config\.json$|\.LICENSE\.txt$/

/**
 * Bytes per package, the main one named `main` and first, plain and as gzip would send them.
 * @returns {{ name: string, bytes: number, gzip: number }[]}
 */
export function packageSizes(folder = BUILT) {
  const app = JSON.parse(readFileSync(join(folder, 'app.json'), 'utf8'))
  const roots = (app.subPackages ?? app.subpackages ?? []).map(({ root }) => root)
  const sizes = new Map(['main', ...roots].map((name) => [name, { name, bytes: 0, gzip: 0 }]))
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || LEFT_OUT.test(entry.name)) continue
    const file = join(entry.parentPath ?? entry.path, entry.name)
    const path = relative(folder, file).split(sep).join('/')
    const owner = roots.find((root) => path.startsWith(`${root.replace(/\/$/, '')}/`)) ?? 'main'
    const size = sizes.get(owner)
    size.bytes += statSync(file).size
    size.gzip += gzipSync(readFileSync(file)).length
  }
  return [...sizes.values()]
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const kib = (bytes) => (bytes / 1024).toFixed(1).padStart(8)
  console.log(`${'package'.padEnd(32)}${'KiB'.padStart(8)}${'gzip'.padStart(8)}`)
  for (const { name, bytes, gzip } of packageSizes()) {
    console.log(`${name.padEnd(32)}${kib(bytes)}${kib(gzip)}`)
  }
}
