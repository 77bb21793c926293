import { repeat } from '../kit/attempts'
import { command } from '../kit/cloud'
import { removeFiles } from '../kit/files'
import { everyPage } from './everyPage'
import { boardId, caseBoard, cases, complaintsMade, markOf } from './store'

/** Complaints of a person go, their pictures leave the public board, and what they mediated in waits for another. */
export const forgetWords = async (centre: string, ids: readonly string[]): Promise<void> => {
  const theirs = command.in([...ids])
  await repeat(() => complaintsMade.of(centre).removeAll({ person: theirs }))
  await repeat(() =>
    cases
      .of(centre)
      .changeAll(
        { 'sealing.mediator': theirs },
        { 'sealing.mediator': null, 'sealing.mediatorName': null },
      ),
  )
  for (const id of ids) await forgetPictures(centre, markOf(centre, id))
}

/** On the board, a picture that came with the message begins so. */
const said = /^said-/

const forgetPictures = (centre: string, mark: string): Promise<void> =>
  everyPage(centre, { where: { followers: mark }, fields: { at: true } }, async (documents) => {
    if (documents.length === 0) return
    const entries = await caseBoard.of(centre).find({
      where: { _id: command.in(documents.map(({ _id }) => boardId(centre, _id))) },
      limit: documents.length,
    })
    for (const { _id, pictures, before, after } of entries) {
      const gone = [
        ...(said.test(before ?? '') ? (['before'] as const) : []),
        ...(said.test(after ?? '') ? (['after'] as const) : []),
      ]
      for (const which of gone) {
        const file = pictures[which]
        await repeat(() =>
          caseBoard.of(centre).change(_id, { [which]: null, [`pictures.${which}`]: null }),
        )
        if (file !== null) await removeFiles([file])
      }
    }
  })
