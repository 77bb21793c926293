// Bundles the product with one file in place of another: the guards of these modules' writes are gone. What the race tests
// do to the product they do to this one too, and see the damage.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleFunctions } from '../../../scripts/bundle-functions.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const unguarded =
  /\/cloudfunctions\/(canteen|errands|feedback|projects|proposals|shop|surveys|volunteers|votes)\//

await bundleFunctions({
  to: join(here, '../../../dist/test/unguarded'),
  plugins: [
    {
      name: 'unguarded',
      setup: ({ onResolve }) => {
        onResolve({ filter: /\/kit\/collection$/ }, ({ importer }) =>
          unguarded.test(importer) ? { path: join(here, 'collection.ts') } : undefined,
        )
      },
    },
  ],
})
