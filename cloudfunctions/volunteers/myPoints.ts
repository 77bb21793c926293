import { netOf } from '@/domain/volunteers/points'
import { volunteers } from '@/types/volunteers'
import { procedure } from '../kit/procedure'
import { idsOf } from '../kit/subject'
import { balancesOf } from './points'
import { pointsLedger, pointsLineId, type BalanceDoc, type PointsLine } from './store'

type Line = Pick<PointsLine, '_id' | 'points' | 'what' | 'at' | 'merged'>

/** What was born in a balance and may not be in the ledger yet. */
const waitingIn = ({ centre, person, open, moves = {} }: BalanceDoc): Line[] => {
  const idOf = (key: string) => pointsLineId(centre, person, key)
  return [
    ...Object.entries(open).map(([key, { points = 0, at }]) => ({
      _id: idOf(key),
      points,
      what: '',
      at,
    })),
    ...Object.entries(moves).map(([key, move]) => ({ _id: idOf(key), ...move })),
  ]
}

export const myPoints = procedure(volunteers, 'myPoints', {
  async run({ centre, subject, input: { after } }) {
    const ids = idsOf(subject)
    // The balance first: what leaves it is in the ledger by then.
    const balances = await balancesOf(centre, ids)
    const { documents, next } = await pointsLedger.of(centre).page({
      where: ids.map((person) => ({ person })),
      by: ['at', 'desc'],
      after,
    })
    const net = balances.reduce((sum, balance) => sum + netOf(balance), 0)
    const copied = new Set(documents.map(({ _id }) => _id))
    const waiting = balances.filter(({ owes }) => owes && after === undefined).flatMap(waitingIn)
    const lines: Line[] = [...waiting.filter(({ _id }) => !copied.has(_id)), ...documents]
    return {
      points: Math.max(net, 0),
      owed: Math.max(-net, 0),
      lines: {
        items: lines
          .filter(({ points, merged }) => points !== 0 && !merged)
          .sort((a, b) => b.at - a.at)
          .map(({ _id, points, what, at }) => ({ id: _id, points, what, at })),
        next,
      },
    }
  },
})
