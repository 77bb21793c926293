import type { TestCloud } from '../support/cloud'

/** What one call of a procedure costs the database, counted by the gateway. */
export const costOf =
  (cloud: TestCloud, procedure: string) =>
  async (call: () => Promise<unknown>): Promise<{ requests: number; roundTrips: number }> => {
    await cloud.resetMetrics()
    await call()
    const { requests = 0, roundTrips = 0 } = (await cloud.metrics()).procedures[procedure] ?? {}
    return { requests, roundTrips }
  }
