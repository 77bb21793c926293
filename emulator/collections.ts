import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CollectionSpec } from './database'

/** A module's collections.json: the same file the deploy script reads. */
interface CollectionsFile {
  readonly version: 1
  readonly collections: readonly (CollectionSpec & {
    readonly rule: { readonly read: boolean; readonly write: boolean }
  })[]
}

/** The collections of every module under `root`; throws when two modules name the same one. */
export function readCollections(root: string): CollectionSpec[] {
  const specs = new Map<string, CollectionSpec>()
  for (const module of existsSync(root) ? readdirSync(root).sort() : []) {
    const file = join(root, module, 'collections.json')
    if (!existsSync(file)) continue
    const { version, collections } = JSON.parse(readFileSync(file, 'utf8')) as CollectionsFile
    if (version !== 1) throw new Error(`${file}: version ${String(version)} is not known`)
    for (const { name, indexes } of collections) {
      if (specs.has(name)) throw new Error(`${file}: another module has a collection ${name}`)
      specs.set(name, { name, indexes })
    }
  }
  return [...specs.values()]
}
