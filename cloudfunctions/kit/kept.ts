interface Page<T> {
  documents: readonly T[]
  next: string | null
}

/** So many pages are looked through for one that shows something; then the phone asks for the next. */
const mostPages = 5

/**
 * A page of what is left of a list once some of it is not shown: reads on while nothing is left, so that "nothing" is
 * said only where there is nothing more.
 */
export const pageOfKept = async <T, R>(
  after: string | undefined,
  read: (after: string | undefined) => Promise<Page<T>>,
  keep: (documents: readonly T[]) => readonly R[] | Promise<readonly R[]>,
): Promise<{ items: R[]; next: string | null }> => {
  let from = after
  for (let page = 1; ; page++) {
    const { documents, next } = await read(from)
    const items = [...(await keep(documents))]
    if (items.length > 0 || next === null || page === mostPages) return { items, next }
    from = next
  }
}
