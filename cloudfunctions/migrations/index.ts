import type { Job } from '../kit/jobs'

/**
 * Changes of stored documents that a new version needs, oldest first: `<module>/NNN-name.ts`, each a job with the cron
 * `once`. They run at every centre, in idempotent batches from a cursor, at the first timer after the functions are
 * deployed; until then `store.ts` of the module reads the previous shape. The first shapes are still in use.
 */
export const migrations: readonly Job[] = []
