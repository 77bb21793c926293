// Bundles the product with one file in place of another: the guards of the canteen's writes are gone. What the race tests
// do to the product they do to this one too, and see the damage.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleFunctions } from '../../../scripts/bundle-functions.mjs'

const here = dirname(fileURLToPath(import.meta.url))

await bundleFunctions({
  to: join(here, '../../../dist/test/unguarded-canteen'),
  plugins: [
    {
      name: 'unguarded',
      setup: ({ onResolve }) => {
        onResolve({ filter: /\/kit\/collection$/ }, ({ importer }) =>
          importer.includes('/cloudfunctions/canteen/')
            ? { path: join(here, 'collection.ts') }
            : undefined,
        )
      },
    },
  ],
})
