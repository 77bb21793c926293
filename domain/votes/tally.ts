import type { Share, VoteResult, VoteRules } from '@/types/votes'

/** A ballot as it is published: under its receipt, which names nobody. */
export interface PublishedBallot {
  readonly receipt: string
  readonly choice: number
}

/** What was fixed when the vote was announced. */
export interface Counting {
  readonly households: number
  /** How many answers there are. */
  readonly options: number
  /** 同意 is the first answer, and only it can carry. */
  readonly yesNo: boolean
  readonly rules: VoteRules
}

/** Whether a part is at least that share of the whole; by whole numbers, so that two thirds are two thirds. */
export const reaches = (part: number, whole: number, { numerator, denominator }: Share): boolean =>
  part * denominator >= whole * numerator

/** Whether a part is more than that share of the whole. */
export const exceeds = (part: number, whole: number, { numerator, denominator }: Share): boolean =>
  part * denominator > whole * numerator

/**
 * What a vote comes to. Made of the published ballots and the rules alone: the cloud and every phone count by it, and
 * the order of the ballots makes no difference.
 */
export const tally = (
  ballots: readonly PublishedBallot[],
  { households, options, yesNo, rules }: Counting,
): VoteResult => {
  const counts = Array.from(
    { length: options },
    (_, option) => ballots.filter(({ choice }) => choice === option).length,
  )
  const highest = Math.max(0, ...counts)
  const leaders = counts.flatMap((count, option) => (count === highest ? [option] : []))
  const most = highest > 0 && leaders.length === 1 ? (leaders[0] ?? null) : null
  const enough = ballots.length > 0 && reaches(ballots.length, households, rules.quorum)
  const wins = rules.moreThan ? exceeds : reaches
  const carrier = yesNo ? 0 : most
  const carried =
    enough && carrier !== null && wins(counts[carrier] ?? 0, ballots.length, rules.majority)
  return { households, ballots: ballots.length, counts, enough, most, carried }
}
