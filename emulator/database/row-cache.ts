import type { Row } from './storage'

/** Documents kept at most: with 1 KB each, 5 MB. */
const most = 5000

/**
 * The committed documents read last by a unique key. A function reads the same few again and again (its passport, a class
 * in a rush), and the way into SQLite and back costs more than all else of such a read.
 */
export class RowCache {
  /** In the order they were last read. */
  readonly #rows = new Map<string, Row>()
  readonly #keys = new Map<number, string>()

  /** The row of a key, or what `read` finds there, which is kept. */
  get(index: number, key: Buffer, read: () => Row | undefined): Row | undefined {
    const name = `${index}:${key.toString('latin1')}`
    const row = this.#rows.get(name) ?? read()
    if (row === undefined) return undefined
    this.#rows.delete(name)
    this.#rows.set(name, row)
    this.#keys.set(row.record, name)
    if (this.#rows.size > most) this.#forgetOldest()
    return row
  }

  /** The document of a record is about to change. */
  forget(record: number): void {
    const name = this.#keys.get(record)
    if (name === undefined) return
    this.#keys.delete(record)
    this.#rows.delete(name)
  }

  clear(): void {
    this.#rows.clear()
    this.#keys.clear()
  }

  #forgetOldest(): void {
    for (const [name, { record }] of this.#rows) {
      this.#rows.delete(name)
      this.#keys.delete(record)
      return
    }
  }
}
