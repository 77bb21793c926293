// Bundles the product without the guards of what the shop writes, and of the points it spends. What the race tests do to
// the product they do to this one too, and see the damage.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleFunctions } from '../../../scripts/bundle-functions.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const unguarded = ['/cloudfunctions/shop/', '/cloudfunctions/volunteers/']

await bundleFunctions({
  to: join(here, '../../../dist/test/unguarded-shop'),
  plugins: [
    {
      name: 'unguarded',
      setup: ({ onResolve }) => {
        onResolve({ filter: /\/kit\/collection$/ }, ({ importer }) =>
          unguarded.some((folder) => importer.includes(folder))
            ? { path: join(here, 'collection.ts') }
            : undefined,
        )
      },
    },
  ],
})
