import type { Invocation } from '../functions'

/** What one procedure has cost since the last reset. */
export interface ProcedureMetrics {
  calls: number
  /** Database requests, and how often a call waited for one or more of them at a time. */
  requests: number
  roundTrips: number
  /** Documents the database looked at. */
  examined: number
  overScans: number
  milliseconds: number
}

/** Counts what functions ask of the cloud, per function and procedure; the name is `function.procedure`. */
export class Metrics {
  #procedures = new Map<string, ProcedureMetrics>()
  #actions = new Map<string, number>()

  /** A request arrived; `invocation` is absent for clients that are not functions. */
  requested(action: string, invocation: Invocation | undefined): void {
    this.#actions.set(action, (this.#actions.get(action) ?? 0) + 1)
    if (invocation && action.startsWith('database.')) this.#of(invocation).requests++
  }

  examined(documents: number, invocation: Invocation | undefined): void {
    if (invocation) this.#of(invocation).examined += documents
  }

  overScanned(invocation: Invocation | undefined): void {
    if (invocation) this.#of(invocation).overScans++
  }

  called(invocation: Invocation, cost: { milliseconds: number; roundTrips: number }): void {
    const metrics = this.#of(invocation)
    metrics.calls++
    metrics.milliseconds += cost.milliseconds
    metrics.roundTrips += cost.roundTrips
  }

  reset(): void {
    this.#procedures.clear()
    this.#actions.clear()
  }

  snapshot(): { procedures: Record<string, ProcedureMetrics>; actions: Record<string, number> } {
    return {
      procedures: Object.fromEntries(this.#procedures),
      actions: Object.fromEntries(this.#actions),
    }
  }

  #of({ functionName, procedure }: Invocation): ProcedureMetrics {
    const name = procedure ? `${functionName}.${procedure}` : functionName
    let metrics = this.#procedures.get(name)
    if (!metrics) {
      metrics = { calls: 0, requests: 0, roundTrips: 0, examined: 0, overScans: 0, milliseconds: 0 }
      this.#procedures.set(name, metrics)
    }
    return metrics
  }
}
