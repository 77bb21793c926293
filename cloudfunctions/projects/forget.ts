import { command } from '../kit/cloud'
import { repeat } from '../kit/attempts'
import { completeFund } from './completeFund'
import { fundLines, funds } from './store'
import { now } from '../kit/clock'

/** Takes a person's name out of what they gave: the sum stays, as given by somebody unnamed. */
export const forget = async (centre: string, ids: readonly string[]): Promise<void> => {
  // What is not copied yet is copied first, so that it is named nowhere else.
  const open = await funds
    .of(centre)
    .find({ where: { owes: true }, limit: 200, fields: { _id: true } })
  for (const { _id } of open) await completeFund(centre, _id, now())
  await repeat(() =>
    fundLines
      .of(centre)
      .changeAll(
        { person: command.in([...ids]), name: command.neq(null) },
        { name: null, named: false },
      ),
  )
}
