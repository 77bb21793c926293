// Loads one bundled function and says how long it took: `node loadOnce.mjs <file>`.
import { createRequire } from 'node:module'

const load = createRequire(import.meta.url)
const started = performance.now()
load(process.argv[2])
process.send(performance.now() - started)
