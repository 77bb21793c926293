import type { Projection } from '../kit/collection'
import type { Fields } from '../kit/query'
import { cases, type CaseDoc } from './store'

/** Does something with all cases that fit, one page after the other, the oldest first. */
export const everyPage = async (
  centre: string,
  { where, fields }: { where: Fields; fields?: Projection },
  act: (documents: readonly CaseDoc[]) => Promise<unknown>,
): Promise<void> => {
  let after: string | undefined
  do {
    const { documents, next } = await cases
      .of(centre)
      .page({ where, by: ['at', 'asc'], after, ...(fields && { fields }) })
    await act(documents)
    after = next ?? undefined
  } while (after !== undefined)
}
