import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'libsql'

/** Values of one kind by key, in the order they were first put. */
export interface Shelf<T> {
  get(key: string): T | undefined
  put(key: string, value: T): void
  delete(key: string): void
  values(): T[]
}

/**
 * What WeChat remembers about an app: consents, payments, phone codes, callbacks still to be delivered. One SQLite
 * file, written at once, so that it survives `kill -9`; without a file it lives in memory.
 */
export class State {
  readonly #database: Database.Database

  constructor(file?: string) {
    if (file !== undefined) mkdirSync(dirname(file), { recursive: true })
    this.#database = new Database(file ?? ':memory:')
    this.#database.exec('pragma journal_mode = wal; pragma synchronous = normal')
    this.#database.exec(
      'create table if not exists shelves (shelf text, key text, value text not null, primary key (shelf, key))',
    )
  }

  /** Values must survive JSON. */
  shelf<T>(name: string): Shelf<T> {
    const database = this.#database
    const one = database.prepare('select value from shelves where shelf = ? and key = ?')
    const all = database.prepare('select value from shelves where shelf = ? order by rowid')
    const write = database.prepare(
      'insert into shelves values (?, ?, ?) on conflict do update set value = excluded.value',
    )
    const remove = database.prepare('delete from shelves where shelf = ? and key = ?')
    const read = (row: unknown): T => JSON.parse((row as { value: string }).value) as T
    return {
      get: (key) => {
        const row = one.get([name, key])
        return row === undefined ? undefined : read(row)
      },
      put: (key, value) => void write.run([name, key, JSON.stringify(value)]),
      delete: (key) => void remove.run([name, key]),
      values: () => all.all([name]).map(read),
    }
  }

  /** Several writes or none. */
  together(change: () => void): void {
    this.#database.transaction(change)()
  }

  close(): void {
    this.#database.close()
  }
}
