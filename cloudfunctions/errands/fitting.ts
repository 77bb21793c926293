interface Page<T> {
  documents: readonly T[]
  next: string | null
}

/** Pages read in one call at most. */
const mostPages = 5

/** A page of what fits, with the next cursor: reads on where nothing of a page does, so that an empty page is the last. */
export const fitting = async <T>(
  read: (after: string | undefined) => Promise<Page<T>>,
  fits: (one: T) => boolean,
  from: string | undefined,
): Promise<Page<T>> => {
  let after = from
  for (let page = 1; ; page++) {
    const { documents, next } = await read(after)
    const fit = documents.filter(fits)
    if (fit.length > 0 || next === null || page === mostPages) return { documents: fit, next }
    after = next
  }
}
