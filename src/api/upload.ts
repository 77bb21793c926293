import type { ChosenFile } from '@/src/platform/chooseFile'
import { currentCentre } from './centre'
import { newKey } from './key'
import { sendFile } from './sendFile'

const megabyte = 1024 * 1024

/** The largest file that is taken: it has to open on a weak network. */
export const largestFile = 10 * megabyte

/** Puts a file under a name nobody can guess, so it takes the place of no other; its file id. Rejects when it did not arrive. */
export const upload = (file: ChosenFile): Promise<string> => {
  const ending = /\.[A-Za-z0-9]{1,5}$/.exec(file.name)?.[0].toLowerCase() ?? ''
  return sendFile(`uploads/${currentCentre() ?? ''}/${newKey()}${ending}`, file)
}
