import { again, decide, repeat } from '@/cloudfunctions/kit/attempts'
import { Conflict, Failure, OutcomeUnknown } from '@/cloudfunctions/kit/failure'

/** Answers in turn; an error among them is thrown. */
const inTurn = (...outcomes: unknown[]) => {
  const rounds: number[] = []
  return {
    rounds,
    round: (n: number): Promise<unknown> => {
      rounds.push(n)
      const outcome = outcomes[rounds.length - 1]
      return outcome instanceof Error ? Promise.reject(outcome) : Promise.resolve(outcome)
    },
  }
}

test('a round that stands is the answer', async () => {
  const { round, rounds } = inTurn('seat')
  expect(await decide(round)).toBe('seat')
  expect(rounds).toEqual([0])
})

test('a missed guard, a lost reply and a conflict are decided again', async () => {
  const { round, rounds } = inTurn(again, new OutcomeUnknown(null), new Conflict(null), 'seat')
  expect(await decide(round)).toBe('seat')
  expect(rounds).toEqual([0, 1, 2, 3])
})

test('after four rounds the person is asked to try again', async () => {
  const { round, rounds } = inTurn(again, again, again, again, 'too late')
  await expect(decide(round)).rejects.toMatchObject({ code: 'TryAgain' })
  expect(rounds).toHaveLength(4)
})

test('a refusal and a mistake of ours are not repeated', async () => {
  for (const error of [new Failure('Full'), new TypeError('a mistake')]) {
    const { round, rounds } = inTurn(error, 'never')
    await expect(repeat(() => round(0))).rejects.toBe(error)
    expect(rounds).toHaveLength(1)
  }
})
