import { decide } from './attempts'
import { database } from './cloud'
import type { Collection, Stored } from './collection'
import { databaseError } from './database-errors'
import { refuseSurprises, type Fields } from './query'

interface SdkDocument {
  get(): Promise<{ data: unknown }>
  set(options: { data: Fields }): Promise<unknown>
  update(options: { data: Fields }): Promise<{ stats: { updated: number } }>
  remove(): Promise<unknown>
}

interface SdkTransaction {
  collection(name: string): { doc(id: string): SdkDocument }
}

/** Single documents only: what `where` does inside a transaction is sent outside it, so there is none. */
export interface Transaction {
  get<T extends Stored>(from: Collection<T>, centre: string, id: string): Promise<T | null>
  replace<T extends Stored>(into: Collection<T>, document: T): Promise<void>
  change<T extends Stored>(of: Collection<T>, id: string, change: Fields): Promise<boolean>
  remove<T extends Stored>(of: Collection<T>, id: string): Promise<void>
}

/**
 * Runs reads and writes of single documents under snapshot isolation, and again from the start when another
 * transaction was faster (the SDK repeats only some of these cases). Costs two requests more than its reads and
 * writes: only where no single document can decide.
 */
export const withTransaction = <T>(run: (transaction: Transaction) => Promise<T>): Promise<T> =>
  decide(async () => {
    try {
      const outcome: unknown = await database.runTransaction(async (sdk: unknown) =>
        run(wrap(sdk as SdkTransaction)),
      )
      return outcome as T
    } catch (error) {
      throw databaseError(error)
    }
  })

const wrap = (sdk: SdkTransaction): Transaction => ({
  async get(from, centre, id) {
    const { data } = await sdk.collection(from.name).doc(id).get()
    const document = (Array.isArray(data) ? data[0] : data) as Stored | null | undefined
    return (document?.centre === centre ? document : null) as never
  },
  async replace(into, { _id, ...data }) {
    refuseSurprises(data, into.name)
    await sdk.collection(into.name).doc(_id).set({ data })
  },
  async change(of, id, change) {
    refuseSurprises(change, 'change')
    const { stats } = await sdk.collection(of.name).doc(id).update({ data: change })
    return stats.updated > 0
  },
  async remove(of, id) {
    await sdk.collection(of.name).doc(id).remove()
  },
})
