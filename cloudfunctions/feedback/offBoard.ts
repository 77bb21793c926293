import { repeat } from '../kit/attempts'
import { command } from '../kit/cloud'
import { removeFiles } from '../kit/files'
import { boardId, caseBoard, complaintsMade, type BoardDoc, type CaseDoc } from './store'

/** Whether who reported it says that it is solved: what staff alone say is not on the public board. */
export const isTellable = ({ sealed, state }: Pick<CaseDoc, 'sealed' | 'state'>): boolean =>
  !sealed && state === 'confirmed'

export const picturesOf = ({ pictures: { before, after } }: Pick<BoardDoc, 'pictures'>): string[] =>
  [before, after].filter((file) => file !== null)

/** Takes off the board what is not solved after all; of what is sealed now nothing stays there. */
export const keepOffBoard = async (one: CaseDoc): Promise<void> => {
  if (isTellable(one)) return
  const { centre, _id } = one
  if (one.sealed) return removeFromBoard(centre, _id)
  await repeat(() =>
    caseBoard
      .of(centre)
      .change(boardId(centre, _id), { shown: false, rev: command.inc(1) }, { shown: true }),
  )
}

/** Removes what the board says of a case, with its pictures. */
export const removeFromBoard = async (centre: string, one: string): Promise<void> => {
  const board = caseBoard.of(centre)
  const known = await board.get(boardId(centre, one), { pictures: true })
  if (!known) return
  await removeFiles(picturesOf(known))
  await clearComplaints(centre, known._id)
  await repeat(() => board.remove(known._id))
}

/** Takes what an entry said out of complaints about it. */
export const clearComplaints = async (centre: string, entry: string): Promise<void> => {
  await repeat(() =>
    complaintsMade.of(centre).changeAll({ 'about.id': entry }, { entry: command.set(null) }),
  )
}
