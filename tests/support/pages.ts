import type { TestCloud } from './cloud'

export interface Page<T> {
  items: readonly T[]
  next: string | null
}

/** Reads a list to its end: all that came, and how many database requests each page cost. */
export const everyPage = async <T>(
  cloud: TestCloud,
  procedure: string,
  read: (after: { after?: string }) => Promise<Page<T>>,
): Promise<{ items: T[]; requests: number[] }> => {
  const items: T[] = []
  const requests: number[] = []
  let after: string | null = null
  do {
    await cloud.resetMetrics()
    const page: Page<T> = await read(after === null ? {} : { after })
    const { procedures } = await cloud.metrics()
    requests.push(procedures[procedure]?.requests ?? 0)
    items.push(...page.items)
    after = page.next
  } while (after !== null)
  return { items, requests }
}

/**
 * Puts copies of one document beside it, changed as said: enough for three pages. Their ids are in the order in which
 * they were made.
 */
export const copies = async (
  cloud: TestCloud,
  collection: string,
  id: string,
  changed: (n: number) => object = () => ({}),
): Promise<string[]> => {
  const store = cloud.admin.collection(collection)
  const { data } = (await store.doc(id).get()) as { data: object[] }
  const made = Array.from({ length: 44 }, (_, n) => ({
    ...data[0],
    _id: `${id}-copy-${String(n).padStart(2, '0')}`,
    ...changed(n),
  }))
  await store.add(made)
  return made.map(({ _id }) => _id)
}

/** Moments of copies: always three at the same one, so that a page ends between equals. */
export const threeAtOnce =
  (from: number) =>
  (n: number): number =>
    from + Math.floor(n / 3) * 60_000
