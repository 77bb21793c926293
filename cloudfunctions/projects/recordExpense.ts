import { decideExpense } from '@/domain/projects/match'
import { projects as contract } from '@/types/projects'
import { refuseBadWords } from '../media/words'
import { command } from '../kit/cloud'
import { hiddenId } from '../kit/ids'
import { procedure } from '../kit/procedure'
import { takeUploads } from '../kit/uploads'
import { changeFund, fundOfProject } from './changeFund'
import { funds } from './store'

/** Writes down what was paid elsewhere, with its receipt. */
export const recordExpense = procedure(contract, 'recordExpense', {
  load: fundOfProject,
  place: ({ loaded: { path } }) => path,

  async run({ centre, openid, caller, loaded: fund, input, at }) {
    const { key, what, fen, day, receiptNo, photo } = input
    const id = hiddenId(centre, 'fl', fund._id, openid, key)
    const by = caller.person.id
    const spending = (own: string | null) => ({
      ...{ what, fen, day, receiptNo, by, key, at },
      photo: own,
    })
    const before = decideExpense(fund, id, spending(null))
    await refuseBadWords(openid, [what])
    const taken =
      photo === undefined || before.outcome !== 'change'
        ? new Map<string, string>()
        : await takeUploads({ centre, person: by, at }, fund._id, [
            { file: photo, purpose: 'fundReceipt', field: 'photo' },
          ])
    const own = (photo !== undefined && taken.get(photo)) || null
    if (own !== null) await funds.of(centre).change(fund._id, { photos: command.addToSet(own) })
    const { entry, sums } = await changeFund(fund, id, at, (known) =>
      decideExpense(known, id, spending(own)),
    )
    return { spent: entry.spent, sums }
  },
})
