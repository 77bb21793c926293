import { randomUUID } from 'node:crypto'
import type { Limits } from '../limits'
import type { Catalog, Collection } from './catalog'
import {
  checkUnique,
  claimName,
  claims,
  dropOld,
  duplicate,
  newUniqueKeys,
  putNew,
  StoredDocument,
  type Change,
} from './changes'
import { transactionBusy, transactionConflict, transactionMissing } from './failures'
import type { OwnWrites, View } from './select'
import { Connection } from './storage'

/** What a transaction does to one document: the latest change, over what was stored at first. */
interface OwnWrite {
  readonly change: Change
  /** The document as this transaction sees it; undefined when it removed it. */
  readonly stored: StoredDocument | undefined
}

/** What transactions need of the database they belong to. */
export interface TransactionHost {
  readonly path: string
  readonly connection: Connection
  readonly catalog: Catalog
  readonly limits: Limits
  /** The number of the newest committed step. */
  readonly revision: number
  nextRevision(): number
}

/**
 * Open transactions: each reads from a SQLite snapshot of its own, taken at its first operation, and keeps its
 * writes in memory until commit. What it writes it locks; who meets a lock inside a transaction fails at once,
 * who writes outside one waits.
 */
export class Transactions {
  readonly #host: TransactionHost
  readonly #open = new Map<string, Transaction>()
  readonly #locks = new Map<string, Transaction>()
  readonly #idleReaders: Connection[] = []

  constructor(host: TransactionHost) {
    this.#host = host
  }

  start(): string {
    const id = randomUUID()
    this.#open.set(
      id,
      new Transaction(id, this.#host, this.#locks, this.#readers, () => this.#open.delete(id)),
    )
    return id
  }

  /** The transaction for its next operation. Throws when it is over or broken by a conflict. */
  use(id: string): Transaction {
    const transaction = this.#open.get(id)
    if (transaction === undefined) throw transactionMissing()
    transaction.enter()
    return transaction
  }

  commit(id: string): void {
    const transaction = this.#open.get(id)
    if (transaction === undefined) throw transactionMissing()
    transaction.commit()
  }

  abort(id: string): void {
    const transaction = this.#open.get(id)
    if (transaction === undefined) throw transactionMissing()
    transaction.end()
  }

  /** The open transaction that keeps this change from being made now. */
  blocker(change: Change): Transaction | undefined {
    if (this.#locks.size === 0) return undefined
    for (const name of claims(change)) {
      const holder = this.#locks.get(name)
      if (holder !== undefined) return holder
    }
    return undefined
  }

  close(): void {
    for (const transaction of this.#open.values()) transaction.end()
    for (const reader of this.#idleReaders.splice(0)) reader.close()
  }

  readonly #readers: Readers = {
    take: () => {
      const reader = this.#idleReaders.pop() ?? Connection.reading(this.#host.path)
      reader.beginSnapshot()
      return reader
    },
    giveBack: (reader) => {
      reader.endSnapshot()
      this.#idleReaders.push(reader)
    },
  }
}

interface Readers {
  take(): Connection
  giveBack(reader: Connection): void
}

export class Transaction implements View {
  /** Resolves when the transaction is over, however it ended. */
  readonly ended: Promise<void>
  readonly #host: TransactionHost
  readonly #locks: Map<string, Transaction>
  readonly #readers: Readers
  readonly #forget: () => void
  readonly #claimed = new Set<string>()
  readonly #writes = new Map<Collection, Map<string, OwnWrite>>()
  readonly #idle: NodeJS.Timeout
  #reader: Connection | undefined
  #snapshotRevision = 0
  #catalogVersion = 0
  #broken: Error | undefined
  #release!: () => void

  constructor(
    readonly id: string,
    host: TransactionHost,
    locks: Map<string, Transaction>,
    readers: Readers,
    forget: () => void,
  ) {
    this.#host = host
    this.#locks = locks
    this.#readers = readers
    this.#forget = forget
    this.ended = new Promise((resolve) => (this.#release = resolve))
    this.#idle = setTimeout(() => this.end(), host.limits.transactionIdleMs).unref()
  }

  get connection(): Connection {
    return this.#reader!
  }

  /** Begins an operation: the first one takes the snapshot. */
  enter(): void {
    if (this.#broken !== undefined) throw this.#broken
    this.#idle.refresh()
    if (this.#reader === undefined) {
      this.#reader = this.#readers.take()
      this.#snapshotRevision = this.#host.revision
      this.#catalogVersion = this.#host.catalog.version
    } else if (this.#catalogVersion !== this.#host.catalog.version) {
      throw this.#break(transactionConflict())
    }
  }

  own(collection: Collection): OwnWrites | undefined {
    const writes = this.#writes.get(collection)
    if (writes === undefined) return undefined
    const replaced = new Set<number>()
    const documents: StoredDocument[] = []
    for (const { change, stored } of writes.values()) {
      if (change.record !== undefined) replaced.add(change.record)
      if (stored !== undefined) documents.push(stored)
    }
    return { replaced, documents }
  }

  /** Takes a change into the transaction, or breaks it: a lock of another, a later commit, a duplicate key. */
  write(change: Change): void {
    const names = claims(change)
    for (const name of names) {
      const holder = this.#locks.get(name)
      if (holder !== undefined && holder !== this) throw this.#break(transactionBusy())
    }
    const writes = this.#writes.get(change.collection) ?? new Map<string, OwnWrite>()
    const earlier = writes.get(names[0]!)
    if (earlier === undefined && change.record !== undefined) this.#checkUnchanged(change.record)
    this.#checkUnique(change, writes)

    for (const name of names) {
      this.#claimed.add(name)
      this.#locks.set(name, this)
    }
    const whole =
      earlier === undefined
        ? change
        : { ...change, record: earlier.change.record, before: earlier.change.before }
    const stored =
      change.document === undefined
        ? undefined
        : new StoredDocument({ record: OWN_RECORD, revision: 0, text: change.text })
    writes.set(names[0]!, { change: whole, stored })
    this.#writes.set(change.collection, writes)
  }

  /** Breaks the transaction with an error of one of its operations, as MongoDB does. */
  fail(error: Error): Error {
    this.end()
    return error
  }

  commit(): void {
    if (this.#broken !== undefined) {
      this.end()
      throw this.#broken
    }
    const { connection, catalog } = this.#host
    const changes = [...this.#writes.values()].flatMap((writes) =>
      [...writes.values()].map(({ change }) => change),
    )
    try {
      if (changes.length > 0) {
        const revision = this.#host.nextRevision()
        connection.atomically(() => {
          for (const change of changes) dropOld(connection, change)
          for (const change of changes) {
            checkUnique(connection, change)
            putNew(connection, catalog, change, revision)
          }
        })
      }
    } finally {
      this.end()
    }
  }

  end(): void {
    clearTimeout(this.#idle)
    this.#letGo()
    this.#forget()
  }

  /** A conflict ends the transaction at once; its id stays known so that commit says why it failed. */
  #break(error: Error): Error {
    this.#broken = error
    this.#letGo()
    return error
  }

  #letGo(): void {
    for (const name of this.#claimed) this.#locks.delete(name)
    this.#claimed.clear()
    this.#writes.clear()
    if (this.#reader !== undefined) this.#readers.giveBack(this.#reader)
    this.#reader = undefined
    this.#release()
  }

  /** Snapshot isolation's rule: the first to commit wins. */
  #checkUnchanged(record: number): void {
    const committed = this.#host.connection.document(record)
    if (committed === undefined || committed.revision > this.#snapshotRevision) {
      throw this.#break(transactionConflict())
    }
  }

  #checkUnique(change: Change, writes: ReadonlyMap<string, OwnWrite>): void {
    const self = writes.get(claims(change)[0]!)
    const replaced = this.own(change.collection)?.replaced
    for (const { index, key } of newUniqueKeys(change)) {
      const name = claimName(index, key)
      for (const other of writes.values()) {
        if (other === self && index.spec.name !== '_id_') continue
        const taken = other.change.after.get(index)?.some((has) => claimName(index, has) === name)
        if (taken) throw this.fail(duplicate(change, index))
      }
      const now = this.#host.connection.holders(index.number, key)
      const before = this.#reader!.holders(index.number, key)
      for (const record of new Set([...now, ...before])) {
        if (record === change.record || replaced?.has(record)) continue
        if (now.includes(record)) {
          const { revision } = this.#host.connection.document(record)!
          if (revision <= this.#snapshotRevision) throw this.fail(duplicate(change, index))
        }
        throw this.#break(transactionConflict())
      }
    }
  }
}

/** Documents a transaction made have no record number yet. */
const OWN_RECORD = -1
