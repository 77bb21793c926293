import type { Clock } from '../clock'
import type { Limits } from '../limits'
import { Catalog, type Collection } from './catalog'
import type { Document } from './document'
import type { View } from './select'
import { Connection } from './storage'
import { Transactions, type Transaction, type TransactionHost } from './transactions'

/** A query that read far more than it found. */
export interface OverScan {
  collection: string
  query: unknown
  examined: number
  returned: number
}

export interface DatabaseOptions {
  /** The SQLite file; its folder exists. */
  path: string
  clock: Clock
  limits: Limits
  onOverScan?: (scan: OverScan) => void
}

/** What every operation works with. */
export class Engine implements TransactionHost {
  readonly path: string
  readonly clock: Clock
  readonly limits: Limits
  readonly connection: Connection
  readonly catalog: Catalog
  readonly transactions: Transactions
  readonly #onOverScan: ((scan: OverScan) => void) | undefined
  readonly #committed: View
  #revision: number

  constructor({ path, clock, limits, onOverScan }: DatabaseOptions) {
    this.path = path
    this.clock = clock
    this.limits = limits
    this.connection = Connection.writing(path)
    this.catalog = new Catalog(this.connection)
    this.transactions = new Transactions(this)
    this.#committed = { connection: this.connection, own: () => undefined }
    this.#onOverScan = onOverScan
    this.#revision = this.#countStart() * REVISIONS
  }

  get revision(): number {
    return this.#revision
  }

  nextRevision(): number {
    return ++this.#revision
  }

  /** Where an operation reads, and the transaction it writes to, if it is in one. */
  enter(transactionId: string | undefined): { view: View; transaction: Transaction | undefined } {
    if (transactionId === undefined) return { view: this.#committed, transaction: undefined }
    const transaction = this.transactions.use(transactionId)
    return { view: transaction, transaction }
  }

  /** Reports a query that examined more than the limits allow for what it found. */
  watch(
    collection: Collection,
    query: Document | Document[],
    examined: number,
    returned: number,
  ): void {
    const { examinedFree, examinedPerReturned } = this.limits
    if (examined <= examinedFree + examinedPerReturned * returned) return
    this.#onOverScan?.({ collection: collection.name, query, examined, returned })
  }

  close(): void {
    this.transactions.close()
    this.connection.close()
  }

  /** Revisions of this start are above all of earlier ones, without looking at every document. */
  #countStart(): number {
    this.connection.run('INSERT INTO starts VALUES (NULL)', [])
    const row = this.connection.get('SELECT max(number) FROM starts', [])
    return row![0] as number
  }
}

const REVISIONS = 2 ** 32
