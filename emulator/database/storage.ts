import Libsql from 'libsql'
import { RowCache } from './row-cache'

/** A stored document: its record number, its revision and its text (see encoding.ts). */
export interface Row {
  readonly record: number
  readonly revision: number
  readonly text: string
}

/** An entry of an index with the document it points at. */
export interface EntryRow extends Row {
  readonly key: Buffer
}

/** A stretch of an index: keys from `start` (included) to `end` (not included). */
export interface Stretch {
  readonly index: number
  readonly start: Buffer
  readonly end: Buffer
}

/** Record numbers hold the collection's number above this many bits, so a collection is one run of rows. */
const RECORDS = 2 ** 32

export function firstRecord(collection: number): number {
  return collection * RECORDS
}

const schema = `
  CREATE TABLE IF NOT EXISTS starts (number INTEGER PRIMARY KEY);
  CREATE TABLE IF NOT EXISTS collections (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
  CREATE TABLE IF NOT EXISTS indexes (
    number INTEGER PRIMARY KEY, collection INTEGER NOT NULL, spec TEXT NOT NULL, through_array TEXT NOT NULL
  );
  CREATE TABLE IF NOT EXISTS documents (
    record INTEGER PRIMARY KEY, revision INTEGER NOT NULL, text TEXT NOT NULL
  );
  CREATE TABLE IF NOT EXISTS entries (
    "index" INTEGER NOT NULL, key BLOB NOT NULL, record INTEGER NOT NULL,
    PRIMARY KEY ("index", key, record)
  ) WITHOUT ROWID;
`

type Cell = string | number | Buffer | null

/**
 * One connection to the SQLite file. Parameters go as one array of strings, numbers, Buffers and nulls: libsql
 * aborts the process on others.
 */
export class Connection {
  readonly #sqlite: Libsql.Database
  readonly #statements = new Map<string, Libsql.Statement>()
  /** Only where all writes pass: another connection would not know of them. */
  #rows: RowCache | undefined

  private constructor(path: string) {
    this.#sqlite = new Libsql(path)
    this.#sqlite.exec('PRAGMA synchronous = NORMAL')
    this.#sqlite.exec('PRAGMA cache_size = -32768')
    this.#sqlite.exec('PRAGMA busy_timeout = 5000')
  }

  /** The connection that writes. Creates the tables. */
  static writing(path: string): Connection {
    const connection = new Connection(path)
    connection.#sqlite.pragma('journal_mode = WAL')
    // Moving the log into the file waits for the disk, so it happens every 16 MB, not every 4.
    connection.#sqlite.exec('PRAGMA wal_autocheckpoint = 4096')
    connection.#sqlite.exec(schema)
    connection.#rows = new RowCache()
    return connection
  }

  static reading(path: string): Connection {
    return new Connection(path)
  }

  #statement(sql: string): Libsql.Statement {
    let statement = this.#statements.get(sql)
    if (statement === undefined) {
      statement = this.#sqlite.prepare(sql)
      if (statement.reader) statement.raw()
      this.#statements.set(sql, statement)
    }
    return statement
  }

  all(sql: string, cells: Cell[]): Cell[][] {
    return this.#statement(sql).all(cells) as Cell[][]
  }

  get(sql: string, cells: Cell[]): Cell[] | undefined {
    return this.#statement(sql).get(cells) as Cell[] | undefined
  }

  run(sql: string, cells: Cell[]): void {
    this.#statement(sql).run(cells)
  }

  /** Runs `work` so that all of its writes happen or none. */
  atomically<T>(work: () => T): T {
    this.run('BEGIN IMMEDIATE', [])
    try {
      const result = work()
      this.run('COMMIT', [])
      return result
    } catch (error) {
      this.run('ROLLBACK', [])
      this.#rows?.clear()
      throw error
    }
  }

  /** From here to `endSnapshot` every read sees the data of this moment. */
  beginSnapshot(): void {
    this.#sqlite.exec('BEGIN')
    this.get('SELECT count(*) FROM starts', [])
  }

  endSnapshot(): void {
    this.#sqlite.exec('ROLLBACK')
  }

  document(record: number): Row | undefined {
    const row = this.get('SELECT revision, text FROM documents WHERE record = ?', [record])
    return row && { record, revision: row[0] as number, text: row[1] as string }
  }

  /** The document at a key of the index of `_id`, whose keys never change. */
  documentAt(index: number, key: Buffer): Row | undefined {
    if (this.#rows === undefined) return this.#readAt(index, key)
    return this.#rows.get(index, key, () => this.#readAt(index, key))
  }

  #readAt(index: number, key: Buffer): Row | undefined {
    const row = this.get(
      'SELECT d.record, d.revision, d.text FROM entries e CROSS JOIN documents d ON d.record = e.record WHERE e."index" = ? AND e.key = ?',
      [index, key],
    )
    return row && { record: row[0] as number, revision: row[1] as number, text: row[2] as string }
  }

  /** Documents of a collection in the order they were inserted, from after a record. */
  documentsAfter(collection: number, record: number, limit: number): Row[] {
    const rows = this.all(
      'SELECT record, revision, text FROM documents WHERE record > ? AND record < ? ORDER BY record LIMIT ?',
      [record, firstRecord(collection + 1), limit],
    )
    return rows.map(([record, revision, text]) => ({ record, revision, text }) as Row)
  }

  /** Entries of a stretch with their documents, in key order or backwards, from after an entry. */
  entries(
    stretch: Stretch,
    backwards: boolean,
    after: EntryRow | undefined,
    limit: number,
  ): EntryRow[] {
    const { index, start, end } = stretch
    const select =
      'SELECT e.key, d.record, d.revision, d.text FROM entries e CROSS JOIN documents d ON d.record = e.record WHERE e."index" = ?'
    const direction = backwards ? 'DESC' : 'ASC'
    const tail = `ORDER BY e.key ${direction}, e.record ${direction} LIMIT ?`
    let rows: Cell[][]
    if (after === undefined) {
      rows = this.all(`${select} AND e.key >= ? AND e.key < ? ${tail}`, [index, start, end, limit])
    } else if (backwards) {
      rows = this.all(`${select} AND e.key >= ? AND (e.key, e.record) < (?, ?) ${tail}`, [
        index,
        start,
        after.key,
        after.record,
        limit,
      ])
    } else {
      rows = this.all(`${select} AND (e.key, e.record) > (?, ?) AND e.key < ? ${tail}`, [
        index,
        after.key,
        after.record,
        end,
        limit,
      ])
    }
    return rows.map(
      ([key, record, revision, text]) => ({ key, record, revision, text }) as EntryRow,
    )
  }

  /** Keys and records of a stretch, without reading the documents. */
  keys({ index, start, end }: Stretch): { key: Buffer; record: number }[] {
    const rows = this.all(
      'SELECT key, record FROM entries WHERE "index" = ? AND key >= ? AND key < ? ORDER BY key, record',
      [index, start, end],
    )
    return rows.map(([key, record]) => ({ key, record }) as { key: Buffer; record: number })
  }

  /** How many entries a stretch has, counting no further than `most`. */
  countEntries({ index, start, end }: Stretch, most: number): number {
    const row = this.get(
      'SELECT count(*) FROM (SELECT 1 FROM entries WHERE "index" = ? AND key >= ? AND key < ? LIMIT ?)',
      [index, start, end, most],
    )
    return row![0] as number
  }

  countDocuments(collection: number): number {
    const row = this.get('SELECT count(*) FROM documents WHERE record > ? AND record < ?', [
      firstRecord(collection),
      firstRecord(collection + 1),
    ])
    return row![0] as number
  }

  /** The records that have exactly this key. */
  holders(index: number, key: Buffer): number[] {
    const rows = this.all('SELECT record FROM entries WHERE "index" = ? AND key = ?', [index, key])
    return rows.map(([record]) => record as number)
  }

  putDocument({ record, revision, text }: Row): void {
    this.#rows?.forget(record)
    this.run(
      'INSERT INTO documents VALUES (?, ?, ?) ON CONFLICT (record) DO UPDATE SET revision = excluded.revision, text = excluded.text',
      [record, revision, text],
    )
  }

  dropDocument(record: number): void {
    this.#rows?.forget(record)
    this.run('DELETE FROM documents WHERE record = ?', [record])
  }

  putEntry(index: number, key: Buffer, record: number): void {
    this.run('INSERT INTO entries VALUES (?, ?, ?)', [index, key, record])
  }

  dropEntry(index: number, key: Buffer, record: number): void {
    this.run('DELETE FROM entries WHERE "index" = ? AND key = ? AND record = ?', [
      index,
      key,
      record,
    ])
  }

  close(): void {
    this.#statements.clear()
    this.#sqlite.close()
  }
}
