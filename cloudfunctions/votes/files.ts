import { ballots, ownerRolls } from './store'

/** The pictures of signed papers a ballot has or had. */
export const ballotPapers = async (centre: string, record: string): Promise<readonly string[]> =>
  (await ballots.of(centre).get(record, { photos: true }))?.photos ?? []

/** The pictures of papers that owners of a building signed. */
export const ownerPapers = async (centre: string, record: string): Promise<readonly string[]> =>
  (await ownerRolls.of(centre).get(record, { photos: true }))?.photos ?? []
