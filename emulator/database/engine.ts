import type { Clock } from '../clock'
import type { Limits } from '../limits'
import { Catalog } from './catalog'
import type { View } from './select'
import { Connection } from './storage'
import { Transactions, type Transaction, type TransactionHost } from './transactions'

export interface DatabaseOptions {
  /** The SQLite file; its folder exists. */
  path: string
  clock: Clock
  limits: Limits
}

/** What every operation works with. */
export class Engine implements TransactionHost {
  readonly path: string
  readonly clock: Clock
  readonly limits: Limits
  readonly connection: Connection
  readonly catalog: Catalog
  readonly transactions: Transactions
  readonly #committed: View
  #revision: number

  constructor({ path, clock, limits }: DatabaseOptions) {
    this.path = path
    this.clock = clock
    this.limits = limits
    this.connection = Connection.writing(path)
    this.catalog = new Catalog(this.connection)
    this.transactions = new Transactions(this)
    this.#committed = { connection: this.connection, own: () => undefined }
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
