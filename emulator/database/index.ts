import { aggregate, type AggregateRequest } from './aggregate'
import type { CollectionSpec } from './catalog'
import { count, type CountRequest } from './count'
import type { Document } from './document'
import { Engine, type DatabaseOptions } from './engine'
import { find, findTexts, type FindRequest } from './find'
import { insert, type InsertRequest } from './insert'
import { modify, type Modified, type ModifyRequest } from './modify'
import { modifyAndReturn, type ModifyAndReturnRequest } from './modify-and-return'
import { remove, type RemoveRequest } from './remove'

export type { Document } from './document'
export type { CollectionSpec, IndexField, IndexSpec } from './catalog'
export type { DatabaseOptions } from './engine'

/**
 * The CloudBase document database below its wire: documents and index entries in one SQLite file.
 * Every failure a client may see is a `CloudError`. Reads are answered at once; a write outside a transaction
 * waits for transactions that hold what it writes.
 */
export class Database {
  readonly #engine: Engine

  private constructor(engine: Engine) {
    this.#engine = engine
  }

  static open(options: DatabaseOptions): Database {
    return new Database(new Engine(options))
  }

  /**
   * Makes a collection have exactly these indexes, with entries for the documents it has. Throws, and changes
   * nothing, when documents violate a unique index.
   */
  define(spec: CollectionSpec): void {
    this.#engine.catalog.define(spec)
  }

  /** Makes an empty collection; throws when there is one of that name. */
  addCollection(name: string): void {
    this.#engine.catalog.add(name)
  }

  collections(): string[] {
    return this.#engine.catalog.names()
  }

  find(request: FindRequest): { documents: Document[]; examined: number } {
    return find(this.#engine, request)
  }

  /** As `find`, each document as Extended JSON text, unparsed where nothing needs it parsed. */
  findTexts(request: FindRequest): { texts: string[]; examined: number } {
    return findTexts(this.#engine, request)
  }

  count(request: CountRequest): { total: number; examined: number } {
    return count(this.#engine, request)
  }

  insert(request: InsertRequest): Promise<{ ids: unknown[] }> {
    return insert(this.#engine, request)
  }

  modify(request: ModifyRequest): Promise<Modified> {
    return modify(this.#engine, request)
  }

  modifyAndReturn(
    request: ModifyAndReturnRequest,
  ): Promise<{ document: Document | null; updated: number; examined: number }> {
    return modifyAndReturn(this.#engine, request)
  }

  remove(request: RemoveRequest): Promise<{ removed: number; examined: number }> {
    return remove(this.#engine, request)
  }

  aggregate(request: AggregateRequest): { documents: Document[]; examined: number } {
    return aggregate(this.#engine, request)
  }

  startTransaction(): string {
    return this.#engine.transactions.start()
  }

  async commit(transactionId: string): Promise<void> {
    this.#engine.transactions.commit(transactionId)
  }

  abort(transactionId: string): void {
    this.#engine.transactions.abort(transactionId)
  }

  /** Rolls back open transactions and closes the file. */
  close(): void {
    this.#engine.close()
  }
}
