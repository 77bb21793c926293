import type { Cloud } from '../cloud'

/** What a seed may use: the cloud itself, and how many residents a made-up place should have. */
export interface SeedContext {
  readonly cloud: Cloud
  readonly residents: number | undefined
}

export type Seed = (context: SeedContext) => Promise<void>

/** The data a new cloud can begin with, by the name given to `--seed`; each is loaded only when it is used. */
export const seeds: Readonly<Record<string, () => Promise<Seed>>> = {
  empty: () => Promise.resolve(() => Promise.resolve()),
  demo: async () => (await import('./demo')).seed,
  city: async () => (await import('./city')).seed,
}
